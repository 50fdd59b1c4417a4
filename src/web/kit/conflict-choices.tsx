/** What an application and a record that changed since both say, as one choice for each answer. */
import type { JSX } from 'preact'
import type { Problem } from '#domain/result.ts'
import { type Form, sectionOf } from '#forms/kit/form.ts'
import { choice } from '#forms/kit/kinds.ts'
import { linesOf, mask, sayValue } from '#forms/kit/say.ts'
import type { Answers } from '#forms/kit/section.ts'
import { type Keep, keepKey } from '#forms/reconcile/merge-answers.ts'
import type { FieldConflict } from '#forms/reconcile/merge-file.ts'
import type { Words } from '#words/index.ts'
import { Control } from './fields.tsx'
import type { Fields } from './page.ts'

/** As many as one page asks; more are asked when these are settled. */
const MOST = 60
const field = (i: number): string => `keep-${i}`
export const conflictFields: readonly string[] = [
  'against',
  'keys',
  ...Array.from({ length: MOST }, (_, i) => field(i)),
]

const keyOf = (c: FieldConflict): string => keepKey(c.sectionId, c.itemId, c.question)

/** What was chosen, by key, and the version of the record that the page was drawn from. */
export function chosenKeeps(posted: Fields): { readonly keeps: ReadonlyMap<string, Keep>; readonly ordinal: number } {
  const keys = (posted.keys ?? '').split(',').filter(Boolean)
  const keeps = keys.flatMap((key, i): readonly (readonly [string, Keep])[] => {
    const keep = posted[field(i)]
    return keep === 'record' || keep === 'mine' ? [[key, keep]] : []
  })
  return { keeps: new Map(keeps), ordinal: Number(posted.against) || 0 }
}

/** Where on the page a refusal about a conflict is shown, and what it is about. */
export const fieldOfConflict = (conflicts: readonly FieldConflict[], at: string): string | undefined => {
  const i = conflicts.findIndex((c) => keyOf(c) === at)
  return i < 0 ? undefined : field(i)
}

interface ChoicesProps {
  readonly conflicts: readonly FieldConflict[]
  readonly form: Form
  /** Of the record's version. */
  readonly ordinal: number
  readonly posted: Fields
  readonly problems: readonly Problem[]
  /** "Keep mine" or "Keep what was filed". */
  readonly mine: (said: string) => string
  readonly w: Words
}

export function ConflictChoices({ conflicts, form, ordinal, posted, problems, mine, w }: ChoicesProps): JSX.Element {
  const t = w.recordChanged
  const shown = conflicts.slice(0, MOST)
  return (
    <>
      <input type="hidden" name="against" value={String(ordinal)} />
      <input type="hidden" name="keys" value={shown.map(keyOf).join(',')} />
      {shown.map((c, i) => {
        const said = conflictSaid(c, form, w)
        return (
          <Control
            key={keyOf(c)}
            name={field(i)}
            kind={choice('record', 'mine')}
            words={{
              ask: said.what,
              hint: t.was(said.base),
              options: { record: t.keepRecord(said.record), mine: mine(said.mine) },
            }}
            value={posted[field(i)] ?? c.keep ?? ''}
            problem={problems.find((p) => p.at === keyOf(c))}
            w={w}
          />
        )
      })}
    </>
  )
}

interface ConflictSaid {
  /** "Correspondence address: ZIP code". */
  readonly what: string
  readonly base: string
  readonly record: string
  readonly mine: string
}

/** The sides of a conflict in words; restricted answers masked. */
export function conflictSaid(c: FieldConflict, form: Form, w: Words): ConflictSaid {
  const t = w.recordChanged
  const section = sectionOf(form, c.sectionId)
  const words = w.forms[form.id]?.sections[c.sectionId]
  const question = section?.questions[c.question]
  const asked = words?.questions[c.question]
  const say = (value: unknown): string => {
    if (!section || !words) return t.nothing
    if (c.question === '') return value === undefined ? t.takenOut : entrySaid(value as Answers)
    if (value === undefined || !question || !asked) return t.nothing
    return question.sensitivity === 'restricted'
      ? mask(question.kind, value, w.values)
      : sayValue(question.kind, value, asked, w.values)
  }
  const entrySaid = (answers: Answers): string =>
    section && words
      ? linesOf(section, words, answers, w.values)
          .filter((l) => l.given)
          .map((l) => l.said)
          .join(', ')
      : t.nothing
  return {
    what: `${words?.title ?? c.sectionId}: ${c.question === '' ? t.whole : (asked?.ask ?? c.question)}`,
    base: say(c.base),
    record: say(c.record),
    mine: say(c.mine),
  }
}
