/**
 * A group's roster: looked at first, which proposes nothing, then sent. Sent twice, or uploaded again, it proposes nothing
 * twice. Every row has an answer.
 */
import type { Db } from '#db/db.ts'
import type { BatchSubject } from '#db/queries/reassignments/batches.ts'
import { listRosterPeople } from '#db/queries/reassignments/roster-people.ts'
import { insertBatch, markSent } from '#db/records/reassignments/batches.ts'
import { lockHandshakes } from '#db/records/reassignments/handshakes.ts'
import { insertHandshakes } from '#db/records/reassignments/proposals.ts'
import { transact } from '#db/records/transact.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { addDays, type Day, day, dayIn, siteZone } from '#domain/dates.ts'
import { mostDaysAhead } from '#domain/reassignment/effective-date.ts'
import type { RosterAnswer } from '#domain/reassignment/roster-answer.ts'
import { type ReadRow, readRow } from '#domain/reassignment/roster-row.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { sayDay } from '#forms/kit/say.ts'
import { judgeRoster, type RosterGroup } from './judge-roster.ts'
import { readRoster } from './roster-file.ts'
import { type Teller, tellSigners } from './tell-signers.ts'
import { termsFingerprint } from './terms.ts'

type Proposing = Permit<'reassignment.propose'>
export interface Group extends RosterGroup {
  /** Undefined for a group that is not enrolled here. */
  readonly id: string | undefined
  readonly enrolleeId: string
  readonly npi: string
}

export interface EnrolledGroup extends Group {
  readonly id: string
  readonly contractorId: string
  readonly state: string
}

/** The look before sending; returns the id under which its answers are. Refuses as `readRoster` does, or with a date. */
export async function lookAtRoster(
  db: Db,
  permit: Proposing,
  group: Group,
  sent: { readonly fileName: string; readonly bytes: Uint8Array; readonly startsOn: Day },
  { words }: Teller,
  now: Date,
): Promise<Result<string>> {
  const today = dayIn(siteZone, now)
  const last = addDays(today, mostDaysAhead)
  if (sent.startsOn > last)
    return refuse({ code: 'date-too-late', at: 'startsOn', with: { day: sayDay(last, words.values) } })
  const read = readRoster(sent.bytes, sent.startsOn, today)
  if (!read.ok) return read
  const answers = await judged(db, permit, group, read.value, today)
  const fileName = sent.fileName.replaceAll('\0', '').slice(0, 100)
  return ok(
    await transact(db, (tx) => insertBatch(tx, permit, group, { fileName, startsOn: sent.startsOn, answers }, now)),
  )
}

/** Proposes every good row. Refuses with `over-already` when it was sent before. */
export const sendRoster = (
  db: Db,
  permit: Proposing,
  group: Group,
  { batch }: BatchSubject,
  teller: Teller,
  now: Date,
): Promise<Result<{ readonly proposed: number }>> =>
  transactOrRefuse(db, async (tx) => {
    const today = dayIn(siteZone, now)
    const answers = await judged(
      tx,
      permit,
      group,
      batch.answers.map((a) => again(a, batch.startsOn, today)),
      today,
    )
    if (!(await markSent(tx, permit, batch.id, answers, now))) return refuse({ code: 'over-already' })
    const made = await insertHandshakes(
      tx,
      answers.flatMap((a) => proposalOf(a, group, permit.actor.userId, batch.id)),
      now,
    )
    const fresh = await lockHandshakes(tx, made)
    const { mails } = teller.words.reassignments
    const told = fresh.flatMap((handshake) => (['practitioner', 'group'] as const).map((side) => ({ handshake, side })))
    const options = { template: 'reassignment-asked', say: mails.asked, except: permit.actor.userId }
    await tellSigners(tx, teller, told, options, now)
    return ok({ proposed: made.length })
  })

async function judged(
  db: Db,
  permit: Proposing,
  group: Group,
  rows: readonly ReadRow[],
  today: Day,
): Promise<readonly RosterAnswer[]> {
  const npis = [...new Set(rows.flatMap((r) => (r.wrong ? [] : [r.npi])))]
  return judgeRoster(rows, await listRosterPeople(db, permit, group, npis, today), group)
}

/** The row as it was read, judged again: days pass between the look and the sending. */
function again(a: RosterAnswer, startsOn: Day, today: Day): ReadRow {
  if (a.answer === 'row-unreadable' || a.answer === 'not-a-date' || a.answer === 'date-too-late')
    return { line: a.line, npi: a.npi, lastName: a.lastName ?? '', enrollmentId: '', startsOn, wrong: a.answer }
  const cells = { npi: a.npi, last_name: a.lastName, enrollment_id: a.enrollmentId, starts_on: a.startsOn }
  return readRow(a.line, (c) => cells[c] ?? '', startsOn, addDays(today, mostDaysAhead))
}

function proposalOf(a: RosterAnswer, group: Group, by: string, batchId: string) {
  if (a.answer !== 'proposes' || !a.enrolleeId || !a.enrollmentId || !a.startsOn) return []
  const startsOn = day(a.startsOn)
  const terms = {
    practitionerNpi: a.npi,
    practitionerEnrollment: a.enrollmentId,
    groupNpi: group.npi,
    groupEnrollment: group.id,
    startsOn,
  }
  return [
    {
      fromEnrolleeId: a.enrolleeId,
      fromEnrollmentId: a.enrollmentId,
      toEnrolleeId: group.enrolleeId,
      toEnrollmentId: group.id,
      origin: 'group' as const,
      batchId,
      startsOn,
      termsSha256: termsFingerprint(terms),
      proposedBy: by,
    },
  ]
}
