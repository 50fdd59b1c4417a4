/** Name, phone, mail and address of a contractor, as letters and pages say them. Its states go by a proposal. */
import type { Db } from '#db/db.ts'
import { findContractor } from '#db/queries/contractors.ts'
import { type ContractorDetails, saveContractor } from '#db/records/staff/administration.ts'
import { appendStaffEvent } from '#db/records/staff/staff-events.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import type { Caller } from '#use-cases/account/identity.ts'

/** Refuses with `required`, `not-an-email` or `not-found`. */
export async function editContractor(
  db: Db,
  permit: Permit<'site.administer'>,
  id: string,
  input: ContractorDetails,
  caller: Caller,
  now: Date,
): Promise<Result<undefined>> {
  const trimmed = Object.fromEntries(Object.entries(input).map(([k, v]) => [k, v.trim().slice(0, 200)]))
  const details = trimmed as unknown as ContractorDetails
  const empty = Object.keys(details).filter((k) => !trimmed[k])
  const problems: Problem[] = empty.map((at) => ({ code: 'required', at }))
  if (details.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(details.email))
    problems.push({ code: 'not-an-email', at: 'email' })
  if (problems[0]) return refuse(problems[0], ...problems.slice(1))
  return transactOrRefuse(db, async (tx) => {
    const before = await findContractor(tx, id)
    if (!before) return refuse({ code: 'not-found' })
    await saveContractor(tx, id, details)
    const { name, phone, email, address } = before
    const detail = { before: { name, phone, email, address }, after: details }
    await appendStaffEvent(
      tx,
      { actorId: permit.actor.userId, action: 'admin.contractor', subjectId: id, caller, detail },
      now,
    )
    return ok(undefined)
  })
}
