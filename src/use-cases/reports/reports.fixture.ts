/** Writes the applications of countable-cases.fixture.ts as they would lie in the database. */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import type { Actor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { type CountedCase, countable, type Desk } from './countable-cases.fixture.ts'

const instant = (text: string): Date => new Date(text.includes('T') ? text : `${text}T18:00:00Z`)

export async function seedCountable(db: Db, desk: Desk): Promise<void> {
  for (const c of countable(desk)) await put(db, desk, c)
}

async function put(db: Db, desk: Desk, c: CountedCase): Promise<void> {
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
      contractor_id: c.elsewhere ? desk.otherContractorId : desk.contractorId,
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

async function ask(db: Db, applicationId: string, asked: NonNullable<CountedCase['asked']>, by: Actor): Promise<void> {
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
