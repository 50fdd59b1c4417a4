/**
 * The checks that an application must have before it can be recommended, what each may find, and what a person
 * says of it. A list that could not be asked is "unavailable": it is never clear and it blocks. Pure.
 */
import type { ComparisonCheck, ComparisonFinding } from '../comparison/comparison.ts'
import { preflightStanding } from '../comparison/preflight.ts'

export const checkKinds = [
  'name',
  'npi-status',
  'entity-type',
  'taxonomy',
  'practice-address',
  'correspondence-address',
  'license',
  'tax-id',
  'exclusion',
  'sam',
  'state-list',
  'revocation',
  'death',
  'license-file',
  'license-board',
  'address-kind',
  'registration-number',
  'earlier-filings',
  'other-filings',
  'majority-change',
  'duplicate',
  'moratorium',
  'screening-level',
  'site-visit',
  'fingerprints',
  'fee-check',
] as const satisfies readonly (ComparisonCheck | string)[]
export type CheckKind = (typeof checkKinds)[number]
export const isCheckKind = (s: string): s is CheckKind => (checkKinds as readonly string[]).includes(s)

/** What a person found out or did: a run of the program does not replace it, and a new submission does not undo it. */
export const byHand: readonly CheckKind[] = ['license-board', 'site-visit', 'fingerprints', 'fee-check']
export const isByHand = (kind: CheckKind): boolean => byHand.includes(kind)

/** `same` and `clear` need nothing; `recorded` is what a person saw elsewhere, or what a source does not hold. */
export const outcomes = ['clear', 'same', 'different', 'possible', 'match', 'unavailable', 'recorded'] as const
export type Outcome = (typeof outcomes)[number]

/** What a person may say of a finding; `stops` means that the application cannot be approved like this. */
export const dispositions = {
  /** It stays so, for this party and entry, until the entry says something else. */
  'not-the-same': { of: ['possible', 'match'], stops: false },
  'is-the-party': { of: ['possible', 'match'], stops: true },
  acceptable: { of: ['different'], stops: false },
  'to-correct': { of: ['different'], stops: true },
} as const satisfies Record<string, { readonly of: readonly Outcome[]; readonly stops: boolean }>
export type Disposition = keyof typeof dispositions
export const isDisposition = (s: string | undefined): s is Disposition => Object.hasOwn(dispositions, s ?? '')

export const dispositionsOf = (outcome: Outcome): readonly Disposition[] =>
  (Object.keys(dispositions) as Disposition[]).filter((d) =>
    (dispositions[d].of as readonly Outcome[]).includes(outcome),
  )

/** Shortest reason that says something. */
export const REASON_MIN = 10

/** A source that answered, but holds nothing of the kind, leaves nothing to compare: that is not "unavailable". */
const SILENT: readonly (string | undefined)[] = ['registry-has-none', 'entity-not-stated']

/** `all` are the findings of the same run: one may excuse another, as at the desk so before signing. */
export function outcomeOf(f: ComparisonFinding, all: readonly ComparisonFinding[] = [f]): Outcome {
  switch (f.verdict) {
    case 'same':
    case 'close':
      return 'same'
    case 'alert':
      return 'different'
    case 'different':
      return preflightStanding(f, all) === 'settled' ? 'recorded' : 'different'
    case 'unavailable':
      return SILENT.includes(f.note) ? 'recorded' : 'unavailable'
  }
}

export interface RequiredCheck {
  readonly kind: CheckKind
  readonly subject: string
}
export interface CheckState extends RequiredCheck {
  readonly outcome: Outcome
  readonly disposition: Disposition | undefined
}
export interface OpenCheck extends RequiredCheck {
  readonly why: 'missing' | 'unavailable' | 'disposition' | 'stops' | 'not-passed'
}

/** What still keeps the application from being recommended; nothing when it is ready. */
export function openChecks(required: readonly RequiredCheck[], current: readonly CheckState[]): readonly OpenCheck[] {
  const missing = required
    .filter((r) => !current.some((c) => c.kind === r.kind && c.subject === r.subject))
    .map((r): OpenCheck => ({ ...r, why: 'missing' }))
  return [
    ...missing,
    ...current.flatMap(({ kind, subject, outcome, disposition }): OpenCheck[] => {
      if (outcome === 'unavailable') return [{ kind, subject, why: 'unavailable' }]
      if (dispositionsOf(outcome).length === 0) return []
      if (disposition === undefined) return [{ kind, subject, why: 'disposition' }]
      return dispositions[disposition].stops ? [{ kind, subject, why: 'stops' }] : []
    }),
  ]
}

/** Results for a reader: what needs a person first, then by kind in the order of the table, then by subject. */
export function inReadingOrder<C extends CheckState>(checks: readonly C[]): readonly C[] {
  const rank = (c: C): number => {
    if (c.outcome === 'unavailable') return 0
    if (dispositionsOf(c.outcome).length > 0) return c.disposition === undefined ? 0 : 1
    return 2
  }
  return [...checks].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      checkKinds.indexOf(a.kind) - checkKinds.indexOf(b.kind) ||
      (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0),
  )
}

/** What the state board says of a license. */
export const licenseStandings = [
  'active',
  'restricted',
  'probation',
  'expired',
  'suspended',
  'revoked',
  'not-found',
] as const
export type LicenseStanding = (typeof licenseStandings)[number]
export const isLicenseStanding = (s: string): s is LicenseStanding =>
  (licenseStandings as readonly string[]).includes(s)
