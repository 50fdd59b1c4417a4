/** docs/generated/forms/*.md: every question of a form, for lawyers, designers and translators. Pure. */
import type { Form } from '#forms/kit/form.ts'
import { possibleErrors } from '#forms/kit/possible-errors.ts'
import type { Question, Section } from '#forms/kit/section.ts'
import type { AnyQuestionWords, FormWords } from '#forms/kit/words.ts'
import { askedIf, partAskedIf } from '#words/en/forms/asked-if.ts'
import { formWordsEn } from '#words/en/forms/index.ts'
import { problems } from '#words/en/problems.ts'
import { code, documentOf, table } from './markdown.ts'

/** The file's name without its ending: "cms-855i". */
export const fileNameOf = (f: Form): string => f.id.toLowerCase()

export function formDocument(f: Form, words: FormWords | undefined = formWordsEn[f.id]): string {
  if (!words) throw new Error(`no words for ${f.id}`)
  const sections = f.tasks.flatMap((task) => task.sections.map((s) => ({ task: task.id, s })))
  const questions = sections.flatMap(({ s }) => Object.keys(s.questions))
  return documentOf(
    `All questions of the ${f.id}`,
    '`src/forms` and `src/words/en/forms`',
    `Edition ${f.edition}: ${f.tasks.length} tasks, ${sections.length} sections, ${questions.length} questions.`,
    ...f.tasks.flatMap((task) => [
      `## ${words.tasks[task.id]?.title ?? task.id}`,
      ...task.sections.flatMap((s) => sectionPart(s, words)),
    ]),
    '## What the errors say',
    table(['Error', 'Sentence'], errorsOf(sections.map(({ s }) => s))),
  )
}

function sectionPart(s: Section, words: FormWords): readonly string[] {
  const w = words.sections[s.id]
  if (!w) throw new Error(`no words for ${s.id}`)
  const facts = [
    s.repeats && `A list of ${s.repeats.min} to ${s.repeats.max} ${w.item?.many ?? 'items'}.`,
    s.gates?.length && `Asked only if ${s.gates.map((g) => partAskedIf(g, words)).join(' and ')}.`,
    w.intro,
  ].filter((x) => typeof x === 'string')
  return [
    `### ${w.title} (${code(s.id)})`,
    ...facts,
    table(
      ['Question', 'Asked as', 'Asked if', 'Box', 'Kind', 'Sensitivity', 'Optional', 'Possible errors'],
      Object.entries(s.questions).map(([name, q]) => {
        const qw = w.questions[name]!
        return [
          code(name),
          qw.hint ? `${qw.ask} (${qw.hint})` : qw.ask,
          q.when ? askedIf(q.when, w.questions[q.when.question]) : '',
          q.paper,
          kindInWords(q, qw),
          q.sensitivity,
          q.optional ? 'yes' : '',
          possibleErrors(s, name).map(code).join(', '),
        ]
      }),
    ),
  ]
}

/** A list longer than this is somewhere else in the words; the number says enough. */
const FEW = 8

function kindInWords(q: Question, w: AnyQuestionWords): string {
  if ('options' in q.kind) {
    const options = q.kind.options.map((o) => w.options?.[o] ?? o)
    return options.length > FEW ? `${q.kind.name} of ${options.length}` : `${q.kind.name}: ${options.join('; ')}`
  }
  const most = q.kind.name === 'text' || q.kind.name === 'longText' ? q.kind.schema.maxLength : undefined
  if (most !== undefined) return `${q.kind.name}, at most ${most}`
  return q.kind.name === 'date' && q.kind.bound !== 'any' ? `date in the ${q.kind.bound}` : q.kind.name
}

const errorsOf = (sections: readonly Section[]): readonly (readonly string[])[] =>
  [...new Set(sections.flatMap((s) => Object.keys(s.questions).flatMap((name) => possibleErrors(s, name))))]
    .sort()
    .map((c) => [code(c), problems[c]])
