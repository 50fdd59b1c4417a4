/**
 * The CMS certification number that comes with the tie-in notice, when a surveyed provider or supplier is approved:
 * whether one is needed, what was given, and where the record keeps it. Pure. Authority: 42 CFR 489.13, 424.510(d)(4).
 */
import type { Day } from '#domain/dates.ts'
import { effectiveDateAuthority } from '#domain/enrollment/effective-date.ts'
import { type Ccn, isCcn, plainCcn } from '#domain/identifiers/ccn.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { sectionOf } from '#forms/kit/form.ts'
import { type File, ONLY_ITEM } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'
import type { CaseFile } from '../case/case-file.ts'

const SECTION = 'provider-numbers'

/** Is it a type that a state surveys? Forms without the question have none. */
export function isCertified(found: CaseFile): boolean {
  const { form, supplierType } = readingOf(found.header.form)
  return sectionOf(form, SECTION) !== undefined && effectiveDateAuthority(supplierType(found.whole)).includes('489.13')
}

/** What the application says itself: a provider that takes over another keeps its number. */
export const filedCcn = (found: CaseFile): string | undefined => {
  const { ccn } = found.whole[SECTION]?.[0]?.answers ?? {}
  return typeof ccn === 'string' ? ccn : undefined
}

/**
 * Refuses with `required` or `not-a-ccn` at "ccn", and with `required` at "effectiveOn" where a new enrollment has no
 * day of the survey: no rule of ours gives it. Undefined where no number is needed.
 */
export function tieIn(
  found: CaseFile,
  given: { readonly ccn?: string; readonly effectiveOn?: Day },
): Result<Ccn | undefined> {
  if (!isCertified(found)) return ok(undefined)
  const ccn = plainCcn(given.ccn?.trim() || filedCcn(found) || '')
  if (ccn === '') return refuse({ code: 'required', at: 'ccn' })
  if (!isCcn(ccn)) return refuse({ code: 'not-a-ccn', at: 'ccn' })
  // A number that passes with the agreement needs no survey: its day is that of the sale (42 CFR 489.18(c)).
  const passes = found.header.reason === 'ownership-buyer' && found.file.transfer?.[0]?.answers.agreement === 'accepted'
  return found.basis || passes || given.effectiveOn ? ok(ccn) : refuse({ code: 'required', at: 'effectiveOn' })
}

/** The file as the record keeps it, with the number in its place. */
export function withCcn(file: File, ccn: Ccn | undefined): File {
  if (ccn === undefined) return file
  const item = file[SECTION]?.[0] ?? { id: ONLY_ITEM, answers: {} }
  return { ...file, [SECTION]: [{ ...item, answers: { ...item.answers, ccn } }] }
}
