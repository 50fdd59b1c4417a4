/**
 * Sixteen applications whose figures can be counted by hand: on 24 November 2026 in Chicago, the last 90 days, targets
 * 15, 50 and 50. Numbers in comments are calendar days from receipt.
 */
import type { Actor } from '#domain/access/policy.ts'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'

export interface Desk {
  readonly enrolleeId: string
  readonly contractorId: string
  readonly otherContractorId: string
  readonly analyst: Actor
  readonly otherAnalyst: Actor
  readonly supervisor: Actor
}

export interface CountedCase {
  readonly status: ApplicationStatus
  readonly received?: string
  /** The day it came into its status; an instant, where the zone decides. */
  readonly since: string
  readonly elsewhere?: true
  readonly form?: string
  readonly holder?: Actor
  readonly asked?: { readonly on: string; readonly answered?: string; readonly about: readonly (string | null)[] }
  readonly visited?: true
  readonly reasons?: readonly string[]
  readonly acts?: readonly (readonly [
    event: 'begin-review' | 'request-development' | 'approve',
    by: Actor,
    on: string,
  ])[]
}

const place = 'practice-locations'
export const countable = (d: Desk): readonly CountedCase[] => [
  // Decided without a question: 10, 20, 12, 3 and, by the evening in Chicago, 10.
  { status: 'approved', received: '2026-10-01', since: '2026-10-11', acts: [['approve', d.supervisor, '2026-10-11']] },
  { status: 'approved', received: '2026-10-01', since: '2026-10-21' },
  { status: 'approved', received: '2026-09-01', since: '2026-09-13' },
  { status: 'returned', received: '2026-11-01', since: '2026-11-04', reasons: ['duplicate'], form: 'CMS-855B' },
  { status: 'approved', received: '2026-11-14', since: '2026-11-25T03:00:00Z' },
  // After a question: 30, of which 10 with the provider; 60, of which 50.
  {
    status: 'approved',
    received: '2026-09-01',
    since: '2026-10-01',
    asked: { on: '2026-09-06', answered: '2026-09-16', about: [place] },
  },
  {
    status: 'rejected',
    received: '2026-09-01',
    since: '2026-10-31',
    reasons: ['information-not-given'],
    asked: { on: '2026-09-11', about: [place] },
  },
  // With a visit: 30.
  {
    status: 'denied',
    received: '2026-10-10',
    since: '2026-11-09',
    reasons: ['noncompliance', 'felony'],
    visited: true,
  },
  // Not decided on, not yet received, before the period, and somebody else's.
  { status: 'withdrawn', received: '2026-11-01', since: '2026-11-05' },
  { status: 'draft', since: '2026-11-05' },
  { status: 'approved', received: '2026-05-01', since: '2026-06-01' },
  { status: 'in-review', received: '2026-11-20', since: '2026-11-21', elsewhere: true },
  // Open: 4, 35, 96 (with the provider) and 61.
  { status: 'submitted', received: '2026-11-20', since: '2026-11-20' },
  {
    status: 'in-review',
    received: '2026-10-20',
    since: '2026-10-25',
    holder: d.analyst,
    acts: [['begin-review', d.analyst, '2026-10-25']],
  },
  {
    status: 'in-development',
    received: '2026-08-20',
    since: '2026-11-20',
    holder: d.analyst,
    asked: { on: '2026-11-20', about: ['licenses', null] },
    acts: [
      ['begin-review', d.analyst, '2026-08-21'],
      ['request-development', d.analyst, '2026-11-20'],
    ],
  },
  { status: 'recommended', received: '2026-09-24', since: '2026-11-01', holder: d.otherAnalyst },
]
