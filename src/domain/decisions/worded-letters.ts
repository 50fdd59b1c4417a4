/**
 * Every letter whose words can be edited, and which days and numbers its words may and must name. A letter without one
 * of those that it must name would not tell the enrollee what the law wants told. Pure data.
 */
import { type AppealOutcome, appealOutcomes } from '../appeals/remedies.ts'
import { type RecordDecisionKind, recordDecisionKinds } from './kinds.ts'

/** What an approval did, as its letter tells it. */
export const approvalOutcomes = [
  'enrolled',
  'changed',
  'confirmed',
  'ordering',
  'opted-out',
  'reactivated',
  'ended',
] as const
export type ApprovalOutcome = (typeof approvalOutcomes)[number]

export type WordedLetter =
  | `approval-${ApprovalOutcome}`
  | 'development'
  | 'affiliations'
  | 'deny'
  | 'reject'
  | 'return'
  | RecordDecisionKind
  | `appeal-${AppealOutcome}`

export const wordedLetters: readonly WordedLetter[] = [
  ...approvalOutcomes.map((o) => `approval-${o}` as const),
  'development',
  'affiliations',
  'deny',
  'reject',
  'return',
  ...recordDecisionKinds,
  ...appealOutcomes.map((o) => `appeal-${o}` as const),
]
export const isWordedLetter = (s: string | undefined): s is WordedLetter =>
  (wordedLetters as readonly (string | undefined)[]).includes(s)

export const placeholders = [
  'enrollment',
  'effective',
  'billFrom',
  'received',
  'revalidateBy',
  'due',
  'until',
  'barFrom',
  'barUntil',
  'undone',
  'remedy',
] as const
export type Placeholder = (typeof placeholders)[number]
export type Fill = Readonly<Partial<Record<Placeholder, string>>>

export interface Holes {
  /** What its words may name. */
  readonly offers: readonly Placeholder[]
  /** Of these, what they have to name somewhere. */
  readonly needs: readonly Placeholder[]
}
const approval: Holes = { offers: ['effective', 'received'], needs: ['effective'] }
const decision: Holes = { offers: ['enrollment', 'effective'], needs: ['effective'] }
const refusal: Holes = { offers: [], needs: [] }
const appeal: Holes = { offers: ['enrollment', 'undone', 'remedy'], needs: ['undone'] }

export const holesOf: Readonly<Record<WordedLetter, Holes>> = {
  'approval-enrolled': { offers: ['effective', 'billFrom', 'received', 'revalidateBy'], needs: ['billFrom'] },
  'approval-changed': approval,
  'approval-confirmed': approval,
  'approval-ordering': approval,
  'approval-opted-out': approval,
  'approval-reactivated': approval,
  'approval-ended': approval,
  development: { offers: ['due'], needs: ['due'] },
  affiliations: { offers: ['due'], needs: ['due'] },
  deny: refusal,
  reject: refusal,
  return: refusal,
  revoke: { offers: ['enrollment', 'effective', 'barFrom', 'barUntil'], needs: ['effective', 'barUntil'] },
  deactivate: decision,
  reactivate: decision,
  stay: { offers: ['enrollment', 'effective', 'until'], needs: ['effective', 'until'] },
  bar: { offers: ['enrollment', 'effective', 'barFrom', 'barUntil'], needs: ['barUntil'] },
  'effective-date': decision,
  rescind: { offers: ['enrollment', 'effective', 'undone'], needs: ['undone'] },
  'appeal-upheld': appeal,
  'appeal-reversed': appeal,
  'appeal-dismissed': appeal,
}
