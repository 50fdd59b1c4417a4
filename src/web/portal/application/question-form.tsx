/** The questions of one item of one section as a form, for every section of every form. */
import type { JSX } from 'preact'
import { dayIn } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { parseAnswers, type Typed } from '#forms/kit/answers.ts'
import { linesOf, mask } from '#forms/kit/say.ts'
import { type Answers, isAsked, type Section, type When } from '#forms/kit/section.ts'
import type { AnySectionWords } from '#forms/kit/words.ts'
import { Control } from '#web/kit/fields.tsx'
import type { Visit } from '#web/kit/page.ts'
import { Alert, Button, Form, SummaryList } from '#web/kit/parts.tsx'
import { postedNames } from '#web/kit/typed-fields.ts'
import type { Words } from '#words/index.ts'
import { autocompleteOf } from './autocomplete.ts'
import type { WholeApplication } from './whole-application.ts'

/** Names that the form of a section may post: its questions, and what the page must remember. */
export const postedBy = (s: Section): readonly string[] => [
  ...Object.entries(s.questions).flatMap(([name, q]) => (q.kind.name === 'choices' ? [] : postedNames(name, q))),
  'seenVersion',
  'shown',
  'itemKey',
]
export const manyPostedBy = (s: Section): readonly string[] =>
  Object.entries(s.questions).flatMap(([name, q]) => (q.kind.name === 'choices' ? [name] : []))

/** Questions that are asked, given what was typed so far. */
export function shownNames(
  whole: Pick<WholeApplication, 'today' | 'file'>,
  s: Section,
  typed: Typed,
): readonly string[] {
  const { answers } = parseAnswers(s, typed, whole.today, whole.file)
  return Object.entries(s.questions).flatMap(([name, q]) => (isAsked(q, answers) ? [name] : []))
}

/** What the boxes have to know of what they belong to. */
export type AskedIn = Pick<WholeApplication, 'today' | 'file'> & {
  readonly header: Pick<WholeApplication['header'], 'prefilled' | 'contractorZone' | 'createdAt'>
}

export interface Asked {
  readonly whole: AskedIn
  readonly section: Section
  readonly words: AnySectionWords
  /** The item's id, or a fresh one for a new item. */
  readonly itemId: string
  readonly typed: Typed
  /** What is on file; restricted answers are shown masked only. */
  readonly saved: Answers
  readonly seenVersion: number | undefined
  readonly problems: readonly Problem[]
  /** What somebody else saved meanwhile. */
  readonly newer?: Answers | undefined
  readonly visit: Visit
  readonly w: Words
}

const typedValue = (v: string | boolean): string => (v === true ? 'yes' : v === false ? 'no' : v)
const typedValues = (is: When['is']): string => (typeof is === 'object' ? is : [is]).map((v) => typedValue(v)).join(' ')

export function QuestionForm(a: Asked): JSX.Element {
  const shown = shownNames(a.whole, a.section, withSaved(a.section, a.typed, a.saved))
  return (
    <Form visit={a.visit}>
      {a.newer && <Newer {...a} newer={a.newer} />}
      <input type="hidden" name="seenVersion" value={a.seenVersion ?? ''} />
      <input type="hidden" name="itemKey" value={a.itemId} />
      <input type="hidden" name="shown" value={shown.join(',')} data-shown />
      {Object.entries(a.section.questions).map(([name, q]) => (
        <div
          key={name}
          data-question={name}
          data-when={q.when?.question}
          data-is={q.when && typedValues(q.when.is)}
          hidden={!shown.includes(name)}
        >
          <Ask {...a} name={name} />
        </div>
      ))}
      <div class="form-buttons">
        <Button>{a.w.layout.save}</Button>
        <Button go="later" kind="outline">
          {a.w.portal.section.saveLater}
        </Button>
      </div>
    </Form>
  )
}

/** One question. A restricted answer never goes back to the screen: it is masked, and an empty box keeps it. */
function Ask(a: Asked & { readonly name: string }): JSX.Element {
  const q = a.section.questions[a.name]!
  const words = a.words.questions[a.name]!
  const t = a.w.portal.section
  const restricted = q.sensitivity === 'restricted'
  const onFile = a.saved[a.name]
  const hint = !restricted
    ? words.hint
    : onFile !== undefined
      ? t.onFile(mask(q.kind, onFile, a.w.values))
      : a.typed[a.name]
        ? [words.hint, t.typeAgain].filter(Boolean).join('. ')
        : words.hint
  const { header } = a.whole
  const prefilled = onFile !== undefined && header.prefilled.includes(`${a.section.id}.${a.name}`)
  const isTheirs = !a.section.repeats || a.itemId.startsWith('registry-')
  return (
    <Control
      name={a.name}
      kind={q.kind}
      words={hint === undefined ? words : { ...words, hint }}
      optional={q.optional}
      value={restricted ? '' : (a.typed[a.name] ?? '')}
      problem={a.problems.find((p) => p.at === a.name)}
      w={a.w}
      autocomplete={autocompleteOf(a.section.id, a.name, restricted)}
      source={prefilled && isTheirs ? t.fromRegistry(a.w.portal.time.day(registryDay(a.whole))) : undefined}
    />
  )
}

const registryDay = ({ header }: AskedIn) => dayIn(header.contractorZone, header.createdAt)

/** A restricted box left empty means "as it is on file". */
export const withSaved = (s: Section, typed: Typed, saved: Answers): Typed => ({
  ...typed,
  ...Object.fromEntries(
    Object.entries(s.questions).flatMap(([name, q]) =>
      q.sensitivity === 'restricted' && !typed[name] && saved[name] !== undefined
        ? [[name, q.kind.typed(saved[name] as never)]]
        : [],
    ),
  ),
})

const Newer = ({ section, words, newer, w }: Asked & { readonly newer: Answers }): JSX.Element => (
  <Alert kind="warning" title={w.portal.section.newer}>
    <SummaryList
      w={w}
      rows={linesOf(section, words, newer, w.values).map((line) => ({ key: line.ask, value: line.said }))}
    />
    <p>{w.portal.section.newerIntro}</p>
  </Alert>
)
