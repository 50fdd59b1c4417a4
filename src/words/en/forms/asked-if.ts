/** When a question or a part of a form is asked, as a sentence of what was answered before. Pure. */
import type { SectionWhen, When } from '#forms/kit/section.ts'
import type { AnyQuestionWords, FormWords } from '#forms/kit/words.ts'

export const askedIf = (when: When, w: AnyQuestionWords | undefined): string => {
  const values = Array.isArray(when.is) ? when.is : [when.is]
  const said = values.map((v) => (v === true ? 'yes' : v === false ? 'no' : (w?.options?.[String(v)] ?? String(v))))
  return `“${w?.ask ?? when.question}” is ${said.join(' or ')}`
}

export const partAskedIf = (gate: SectionWhen, words: FormWords): string => {
  const w = words.sections[gate.section]
  return `in “${w?.title ?? gate.section}” ${askedIf(gate, w?.questions[gate.question])}`
}
