/** Which checks an application must have, worked out from its answers. */
import type { ComparisonFacts } from '#domain/review/comparison/comparison.ts'
import type { Party } from '#domain/review/names/name-match.ts'
import type { RequiredCheck } from '#domain/review/screening/screening.ts'
import type { FormReading, NamedParty } from '#forms/form-reading.ts'
import type { File } from '#forms/kit/section.ts'

/** The applicant, among the subjects of checks. */
export const APPLICANT = 'applicant'

/** Carries the number, so that a license answered anew is looked up anew. */
export const licenseSubject = (item: string, license: { readonly number: string; readonly state: string }): string =>
  `licenses/${item}/${license.state} ${license.number}`

export interface NamedLicense {
  readonly subject: string
  readonly number: string
  readonly state: string
}

export const licensesOf = (whole: File): readonly NamedLicense[] =>
  (whole.licenses ?? []).map(({ id, answers }) => {
    const license = { number: String(answers.number ?? ''), state: String(answers.state ?? '') }
    return { subject: licenseSubject(id, license), ...license }
  })

export function requiredChecks(reading: FormReading, whole: File): readonly RequiredCheck[] {
  const facts = reading.comparisonFacts(whole, () => undefined)
  return [
    { kind: 'name', subject: APPLICANT },
    { kind: 'npi-status', subject: APPLICANT },
    { kind: 'entity-type', subject: APPLICANT },
    ...(facts.specialty ? [{ kind: 'taxonomy', subject: APPLICANT } as const] : []),
    ...[{ id: APPLICANT, names: [applicantName(facts)] }, ...reading.namedParties(whole)].flatMap(listsAskedAbout),
    ...reading.namedParties(whole).map(({ id }) => ({ kind: 'other-filings', subject: id }) as const),
    ...(['earlier-filings', 'duplicate', 'moratorium'] as const).map((kind) => ({ kind, subject: APPLICANT })),
    ...licensesOf(whole).map((l) => ({ kind: 'license-board', subject: l.subject }) as const),
  ]
}

const applicantName = ({ name }: ComparisonFacts): Party => name.said

/** The lists that every screening asks; people also in the death file. */
const listsAskedAbout = ({ id, names }: Pick<NamedParty, 'id' | 'names'>): readonly RequiredCheck[] => [
  { kind: 'exclusion', subject: id },
  { kind: 'sam', subject: id },
  { kind: 'revocation', subject: id },
  ...(names.some((n) => n.last) ? [{ kind: 'death', subject: id } as const] : []),
]
