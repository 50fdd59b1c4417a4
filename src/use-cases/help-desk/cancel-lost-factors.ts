/** The owner, or whoever reads their mail, says that they lost nothing: the request of the help desk ends. */
import type { Db } from '#db/db.ts'
import { findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { endFlow, endFlowsOf, findFlow } from '#db/records/access/flows.ts'
import { endRequest } from '#db/records/staff/lost-factors.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Caller, EntryPermit, Writer } from '#use-cases/account/identity.ts'
import { tellOwner } from '#use-cases/account/tell-owner.ts'

/** Whether the link still cancels something. Looking does nothing, because mail scanners look. */
export const canCancel = async (db: Db, _permit: EntryPermit, token: string | undefined, now: Date): Promise<boolean> =>
  (await findFlow(db, token, ['cancel-recovery'], now)) !== undefined

/** The owner, or whoever reads their mail, says that it was not them. Refuses with `form-expired`. */
export async function cancelLostFactors(
  db: Db,
  _permit: EntryPermit,
  identity: Writer,
  token: string | undefined,
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const flow = await findFlow(db, token, ['cancel-recovery'], now)
  const account = flow?.userId ? await findAccount(db, flow.userId) : undefined
  if (!flow || !account) return refuse({ code: 'form-expired' })
  return transactOrRefuse(db, async (tx) => {
    if (!(await endFlow(tx, flow.id))) return refuse({ code: 'form-expired' })
    if (!(await endRequest(tx, flow.content.requestId, 'canceled', now))) return refuse({ code: 'form-expired' })
    await endFlowsOf(tx, account.id, ['cancel-recovery', 'set-up-access'])
    await appendAuthEvent(tx, { type: 'lost-factors-canceled', userId: account.id, actorId: 'anonymous', caller }, now)
    const mail = identity.words.mails.lostFactorsCanceled(account.displayName, identity.site.helpDesk.phone)
    await tellOwner(tx, account.id, 'lost-factors-canceled', mail, now)
    return ok(undefined)
  })
}
