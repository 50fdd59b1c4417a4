/**
 * Sixteen applications whose figures can be counted by hand: on 24 November 2026 in Chicago, the last 90 days, targets
 * 15, 50 and 50. Numbers in comments are calendar days from receipt.
 */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import type { Actor } from '#domain/access/policy.ts'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import { day } from '#domain/dates.ts'

export interface Desk {
  readonly enrolleeId: string
  readonly contractorId: string
  readonly analyst: Actor
  readonly otherAnalyst: Actor
  readonly supervisor: Actor
}

interface Case {
  readonly status: ApplicationStatus
  readonly received?: string
  /** The day it came into its status; an instant, where the zone decides. */
  readonly since: string
  readonly at?: string
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
const cases = (d: Desk): readonly Case[] => [
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
  { status: 'in-review', received: '2026-11-20', since: '2026-11-21', at: 'elsewhere' },
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

const instant = (text: string): Date => new Date(text.includes('T') ? text : `${text}T18:00:00Z`)

export async function seedCountable(db: Db, desk: Desk): Promise<void> {
  for (const c of cases(desk)) await put(db, desk, c)
}

async function put(db: Db, desk: Desk, c: Case): Promise<void> {
  const k = open(db)
  const id = randomUUID()
  const since = instant(c.since)
  await k
    .insertInto('application')
    .values({
      id,
      form: c.form ?? 'CMS-855I',
      edition: '2026',
      reason: 'initial',
      enrollee_id: desk.enrolleeId,
      enrollment_id: null,
      basis_ordinal: null,
      state: 'IL',
      contractor_id: c.at ?? desk.contractorId,
      status: c.status,
      status_since: since,
      tracking_number: c.received ? id.slice(0, 18).toUpperCase() : null,
      received_on: c.received ? day(c.received) : null,
      assigned_to: c.holder?.userId ?? null,
      signer_id: null,
      prefilled: '[]',
      created_by: desk.supervisor.userId,
      created_at: since,
      updated_at: since,
    })
    .execute()
  if (c.asked) await ask(db, id, c.asked, desk.analyst)
  if (c.visited) await visit(db, id, desk.analyst, since)
  if (c.reasons)
    await k
      .insertInto('decision')
      .values({
        id: randomUUID(),
        application_id: id,
        submission_ordinal: 1,
        kind: ({ denied: 'deny', rejected: 'reject' } as Readonly<Record<string, string>>)[c.status] ?? 'return',
        reasons: JSON.stringify(c.reasons),
        effective_on: null,
        may_bill_from: null,
        because: '[]',
        note: null,
        decided_by: desk.supervisor.userId,
        decided_at: since,
        overturned_at: null,
      })
      .execute()
  for (const [i, [event, by, on]] of (c.acts ?? []).entries())
    await k
      .insertInto('application_event')
      .values({
        id: randomUUID(),
        application_id: id,
        ordinal: i + 1,
        event,
        at: instant(on),
        actor_id: by.userId,
        acting_for: null,
        capacity: null,
        acting_through: null,
        detail: '{}',
        audit_seq: null,
        feed_seq: null,
      })
      .execute()
}

async function ask(db: Db, applicationId: string, asked: NonNullable<Case['asked']>, by: Actor): Promise<void> {
  const id = randomUUID()
  const answered = asked.answered ? instant(asked.answered) : null
  await open(db)
    .insertInto('development_request')
    .values({
      id,
      application_id: applicationId,
      ordinal: 1,
      sent_on: day(asked.on),
      due_on: day('2026-12-24'),
      sent_by: by.userId,
      answered_at: answered,
    })
    .execute()
  for (const [position, section] of asked.about.entries())
    await open(db)
      .insertInto('development_item')
      .values({
        id: randomUUID(),
        request_id: id,
        position,
        section_id: section,
        item_id: null,
        question: null,
        wording: 'Please send it.',
        cite: '42 CFR 424.525(a)(1)',
        wording_id: null,
        wording_version: null,
        answer: null,
        answered_at: answered,
      })
      .execute()
}

async function visit(db: Db, applicationId: string, by: Actor, at: Date): Promise<void> {
  await open(db)
    .insertInto('case_task')
    .values({
      id: randomUUID(),
      application_id: applicationId,
      kind: 'site-visit',
      what: 'Visit',
      owner_id: by.userId,
      due_on: day('2026-11-01'),
      state: 'open',
      opened_by: by.userId,
      opened_at: at,
      closed_by: null,
      closed_at: null,
      result: null,
      report: '{}',
    })
    .execute()
}
