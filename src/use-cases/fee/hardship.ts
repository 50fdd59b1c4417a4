/** To be spared the fee: asked with proof before the application is signed, decided at the desk within 60 days. */
import type { Db } from '#db/db.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { listDocuments } from '#db/queries/application/documents.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { decideHardshipRow, insertHardship, keepFee } from '#db/records/fees/fees.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { addDays, dayIn } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { clocks } from '#domain/review/queues/clocks.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import type { Words } from '#words/index.ts'
import { feeStanding } from './fee-standing.ts'

/** The place of the papers that prove it. */
export const HARDSHIP_SLOT = 'fee-hardship'

/** Refuses with `reason-needed`, `fee-not-open`, `hardship-open` or `hardship-proof`. */
export async function askHardship(
  db: Db,
  permit: Permit<'fee.pay'>,
  explanation: string,
  now: Date,
): Promise<Result<null>> {
  const said = explanation.trim()
  if (said.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'explanation', with: { min: REASON_MIN } })
  if (said.length > 4000) return refuse({ code: 'too-long', at: 'explanation', with: { max: 4000 } })
  return transact(db, async (tx) => {
    await lockApplication(tx, permit)
    const fee = await feeStanding(tx, permit, now)
    if (fee.state !== 'pending') return refuse({ code: 'fee-not-open' })
    if (fee.hardship) return refuse({ code: 'hardship-open' })
    const papers = await listDocuments(tx, permit)
    if (!papers.some((d) => d.slot === HARDSHIP_SLOT)) return refuse({ code: 'hardship-proof' })
    const { contractorZone } = await findApplication(tx, permit)
    const decideBy = addDays(dayIn(contractorZone, now), clocks['fee-hardship'].days)
    await keepFee(tx, permit, { reason: fee.reason, state: 'pending', because: fee.why, cents: fee.cents }, now)
    await insertHardship(tx, permit, { reason: fee.reason, explanation: said, decideBy }, now)
    await appendEvent(tx, permit.subjectId, 'fee', permit.actor, now, { fee: 'hardship-asked' })
    return ok(null)
  })
}

/** Grants it, or refuses it and gives 30 days to pay. Refuses with `reason-needed` or `already-so`. */
export async function decideHardship(
  db: Db,
  permit: Permit<'fee.decide'>,
  d: { readonly granted: boolean; readonly note: string },
  office: { readonly origin: string; readonly words: Words },
  now: Date,
): Promise<Result<null>> {
  const note = d.note.trim()
  if (note.length < REASON_MIN) return refuse({ code: 'reason-needed', at: 'note', with: { min: REASON_MIN } })
  return transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const fee = await feeStanding(tx, permit, now)
    if (!fee.hardship || fee.hardship.decidedAt || fee.state !== 'pending') return refuse({ code: 'already-so' })
    const { contractorZone } = await findApplication(tx, permit)
    const dueOn = d.granted ? undefined : addDays(dayIn(contractorZone, now), clocks['fee-after-refusal'].days)
    await decideHardshipRow(tx, permit, fee.hardship.id, { granted: d.granted, note }, now)
    const state = d.granted ? 'waived' : 'pending'
    await keepFee(tx, permit, { reason: fee.reason, state, because: fee.why, cents: fee.cents, dueOn }, now)
    const said = d.granted ? 'hardship-granted' : 'hardship-refused'
    await appendEvent(tx, permit.subjectId, 'fee', permit.actor, now, { fee: said })
    const mail = office.words.mails.feeMoved(said, `${office.origin}/applications/${permit.subjectId}/fee`)
    for (const recipient of await listNotifiedAddresses(tx, permit, locked.enrolleeId))
      await queueMessage(
        tx,
        {
          channel: 'email',
          recipient,
          template: `fee-${said}`,
          contractorId: locked.contractorId,
          ...mail,
          dedupeKey: `fee:${fee.hardship.id}:${recipient}`,
        },
        now,
      )
    return ok(null)
  })
}
