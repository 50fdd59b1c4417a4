/** Opens one hidden answer for an analyst who says why. It is written down before it is shown. */
import type { Db } from '#db/db.ts'
import { recordReveal } from '#db/records/access/access-records.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { sectionOf } from '#forms/kit/form.ts'
import { sayValue } from '#forms/kit/say.ts'
import type { Words } from '#words/index.ts'
import { type CaseFile, findCaseFile } from './case-file.ts'

export interface HiddenAnswer {
  readonly section: string
  readonly item: string
  readonly question: string
}

/** "section/item/question" as a place in the file; undefined when no hidden answer is there. */
export function hiddenAnswer({ form, file }: CaseFile, field: string): HiddenAnswer | undefined {
  const [section = '', item = '', question = ''] = field.split('/')
  const declared = sectionOf(form, section)?.questions
  if (!declared || !Object.hasOwn(declared, question)) return undefined
  const given = file[section]?.find((i) => i.id === item)?.answers[question]
  return declared[question]!.sensitivity === 'restricted' && given !== undefined
    ? { section, item, question }
    : undefined
}

/** The answer in words. Refuses with `reason-needed` or `not-found`. */
export async function revealAnswer(
  db: Db,
  permit: Permit<'application.review'>,
  asked: { readonly field: string; readonly reason: string },
  w: Words,
  now: Date,
): Promise<Result<string>> {
  const found = await findCaseFile(db, permit)
  const place = hiddenAnswer(found, asked.field)
  if (!place) return refuse({ code: 'not-found' })
  const reason = asked.reason.trim()
  if (reason.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'reason', with: { min: REASON_MIN } })
  await recordReveal(db, permit, asked.field, reason.slice(0, 300), now)
  const { kind } = sectionOf(found.form, place.section)!.questions[place.question]!
  const value = found.file[place.section]!.find((i) => i.id === place.item)!.answers[place.question]
  const words = w.forms[found.form.id]!.sections[place.section]!.questions[place.question]!
  return ok(sayValue(kind, value, words, w.values))
}
