/**
 * The next case in one act: one's own that came back with an answer, after the one that is open; when there is none,
 * the case that waits longest for anybody, which is then taken. Two people who ask at once never get the same.
 */
import type { Db } from '#db/db.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { nextOwnAnswered } from '#db/queries/worklist/next-own.ts'
import { lockNextUnassigned } from '#db/records/queues/next-case.ts'
import { transact } from '#db/records/transact.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { takeCase } from '../case/take-case.ts'

export interface NextCase {
  readonly permit: Permit<'application.review'>
  /** It was nobody's before: its checks have not been asked by this person. */
  readonly isTaken: boolean
}

/** `after` is the id of the case that is open. Refuses with `no-next-case`. */
export const takeNext = (
  db: Db,
  permit: Permit<'worklist.work'>,
  after: string | undefined,
  now: Date,
): Promise<Result<NextCase>> =>
  transact(db, async (tx) => {
    const own = await nextOwnAnswered(tx, permit, after)
    const id = own ?? (await lockNextUnassigned(tx, permit))
    const subject = await applicationSubject(tx, id)
    if (!subject) return refuse({ code: 'no-next-case' })
    const reviewing = authorize(permit.actor, 'application.review', subject)
    if (!reviewing.ok) return reviewing
    const taken = await takeCase(tx, reviewing.value, now)
    return taken.ok ? ok({ permit: reviewing.value, isTaken: own === undefined }) : taken
  })
