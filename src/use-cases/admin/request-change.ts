/** An administrator's change: in force at once, or a proposal that another one approves when it is dangerous. */
import type { Db } from '#db/db.ts'
import { findSetting } from '#db/records/settings.ts'
import { endProposal, insertProposal, lockProposal } from '#db/records/staff/administration.ts'
import { appendStaffEvent } from '#db/records/staff/staff-events.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { after } from '#domain/access/session.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type AdminChange, needsSecondPerson } from '#domain/settings/admin-change.ts'
import { METHODS, settingKey, settingValue } from '#domain/settings/settings.ts'
import type { Caller, Writer } from '#use-cases/account/identity.ts'
import { readReason } from '#use-cases/help-desk/support-acts.ts'
import { checkAllowed } from './allowed-methods.ts'
import { applyChange } from './apply-change.ts'

type Administering = Permit<'site.administer'>
const DAY = 86_400_000

/** Says whether it waits for a second person. Refuses with `reason-needed` or why the change cannot be made. */
export async function requestChange(
  db: Db,
  permit: Administering,
  identity: Writer,
  input: { readonly change: AdminChange; readonly reason: string },
  caller: Caller,
  now: Date,
): Promise<Result<{ readonly waits: boolean }>> {
  const reason = readReason(input.reason)
  if (!reason.ok) return reason
  const { change } = input
  const by = permit.actor.userId
  return transactOrRefuse<{ readonly waits: boolean }>(db, async (tx) => {
    const event = { actorId: by, caller, detail: { change, reason: reason.value } }
    if (needsSecondPerson(change)) {
      // Said now, not only when it is approved.
      const may =
        change.kind === 'allow-methods' ? await checkAllowed(tx, identity.site, change.methods) : ok(undefined)
      if (!may.ok) return may
      const days = settingValue('proposal.open', await findSetting(tx, settingKey('proposal.open')))
      const proposal = { change, reason: reason.value, proposedBy: by, expiresAt: after(now, days * DAY) }
      const id = await insertProposal(tx, proposal, now)
      await appendStaffEvent(tx, { ...event, action: 'admin.propose', subjectId: id }, now)
      return ok({ waits: true })
    }
    const applied = await applyChange(
      tx,
      identity,
      { change, reason: reason.value, by, approvedBy: undefined, caller },
      now,
    )
    if (!applied.ok) return applied
    await appendStaffEvent(tx, { ...event, action: `admin.${change.kind}`, subjectId: subjectOf(change) }, now)
    return ok({ waits: false })
  })
}

/**
 * Approves, refuses or withdraws. Refuses with `proposal-over`, `two-people` for one's own, or why it cannot be done
 * any more. Only the proposer withdraws.
 */
export async function decideProposal(
  db: Db,
  permit: Administering,
  identity: Writer,
  input: { readonly id: string; readonly decision: 'approve' | 'refuse' | 'withdraw' },
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const by = permit.actor.userId
  return transactOrRefuse(db, async (tx) => {
    const proposal = await lockProposal(tx, input.id, now)
    if (!proposal) return refuse({ code: 'proposal-over' })
    if ((proposal.proposed_by === by) !== (input.decision === 'withdraw')) return refuse({ code: 'two-people' })
    const event = { actorId: by, subjectId: proposal.id, caller, detail: { change: proposal.change } }
    if (input.decision === 'approve') {
      const { change, reason, proposed_by } = proposal
      const applied = await applyChange(tx, identity, { change, reason, by: proposed_by, approvedBy: by, caller }, now)
      if (!applied.ok) return applied
    }
    const status = ({ approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const)[input.decision]
    await endProposal(tx, proposal.id, status, by, now)
    await appendStaffEvent(tx, { ...event, action: `admin.${input.decision}` }, now)
    return ok(undefined)
  })
}

function subjectOf(change: AdminChange): string {
  switch (change.kind) {
    case 'set-setting':
      return change.name
    case 'allow-methods':
      return METHODS
    case 'contractor-states':
      return change.contractorId
    case 'invite-staff':
      return change.loginId
    case 'give-role':
    case 'end-role':
      return change.userId
  }
}
