/**
 * A draft as a file that a person keeps: what was typed, without the restricted answers (SSN, bank, birth dates), which
 * never leave. And the way back: what still fits the form of today, and what has to be asked anew. Pure.
 */
import type { Day } from '#domain/dates.ts'
import { asTyped, parseAnswers, splitRestricted, type Typed } from '../kit/answers.ts'
import { type Form, sectionOf, sectionsOf } from '../kit/form.ts'
import { type Answers, applies, type File, type Item } from '../kit/section.ts'

export const DRAFT_FORMAT = 'openpecos-draft-1'

export interface DraftFile {
  readonly format: typeof DRAFT_FORMAT
  readonly form: string
  readonly edition: string
  readonly reason: string
  readonly state: string
  readonly npi: string
  /** By section, in the order of the form. */
  readonly answers: Readonly<Record<string, readonly { readonly id: string; readonly typed: Typed }[]>>
}

export const draftFile = (about: Omit<DraftFile, 'format' | 'answers'>, form: Form, file: File): DraftFile => ({
  format: DRAFT_FORMAT,
  ...about,
  answers: Object.fromEntries(
    sectionsOf(form).flatMap((s) => {
      const items = (file[s.id] ?? []).map((i) => ({
        id: i.id,
        typed: asTyped(s, splitRestricted(s, i.answers).open),
      }))
      return items.length > 0 && applies(s, file) ? [[s.id, items]] : []
    }),
  ),
})

/** Undefined for anything that is not such a file. Unknown members are refused, and so is what is no text. */
export function readDraftFile(text: string): DraftFile | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRecord(value) || value.format !== DRAFT_FORMAT || !isRecord(value.answers)) return undefined
  const { form, edition, reason, state, npi } = value
  const texts = [form, edition, reason, state, npi]
  if (!texts.every((t) => typeof t === 'string') || Object.keys(value).length !== 7) return undefined
  const sections = Object.values(value.answers)
  const items = sections.flatMap((s) => (Array.isArray(s) ? (s as readonly unknown[]) : [undefined]))
  return items.every(isItem) ? (value as unknown as DraftFile) : undefined
}

const isRecord = (v: unknown): v is Readonly<Record<string, unknown>> =>
  typeof v === 'object' && v !== null && !Array.isArray(v)
/** Ids are what the program makes: short, and nothing that could be a path. */
const isItem = (v: unknown): boolean =>
  isRecord(v) &&
  typeof v.id === 'string' &&
  /^[\w-]{1,60}$/.test(v.id) &&
  isRecord(v.typed) &&
  Object.values(v.typed).every((t) => typeof t === 'string')

/** Something that is asked anew: a question, or with an empty name the whole section. */
export interface AskedAnew {
  readonly sectionId: string
  readonly question: string
}
export interface Fitted {
  /** What fits, by section: answers that the form of today still takes. */
  readonly file: File
  readonly anew: readonly AskedAnew[]
  /** Sections and questions that the form does not have any more: their answers are left behind. */
  readonly dropped: readonly AskedAnew[]
}

/** Fits what was typed, under whatever edition, to a form: the same answers, judged by the rules of today. */
export function fitToForm(form: Form, given: DraftFile['answers'], today: Day): Fitted {
  const file: Record<string, readonly Item[]> = {}
  const anew: AskedAnew[] = []
  for (const s of sectionsOf(form)) {
    if (!applies(s, file)) continue
    const items = given[s.id] ?? []
    if (items.length === 0 && !s.repeats) anew.push({ sectionId: s.id, question: '' })
    const kept = items.map(({ id, typed }) => {
      const { answers, problems } = parseAnswers(s, typed, today, file)
      const wrong = new Set(problems.map((p) => p.at ?? ''))
      anew.push(...[...wrong].map((question) => ({ sectionId: s.id, question })))
      const good: Answers = Object.fromEntries(Object.entries(answers).filter(([name]) => !wrong.has(name)))
      return { id, answers: good }
    })
    if (kept.length > 0) file[s.id] = kept
  }
  return { file, anew, dropped: droppedFrom(form, given) }
}

const droppedFrom = (form: Form, given: DraftFile['answers']): readonly AskedAnew[] =>
  Object.entries(given).flatMap(([sectionId, items]) => {
    const section = sectionOf(form, sectionId)
    if (!section) return [{ sectionId, question: '' }]
    const names = new Set(items.flatMap((i) => Object.keys(i.typed)))
    return [...names].filter((n) => !(n in section.questions)).map((question) => ({ sectionId, question }))
  })
