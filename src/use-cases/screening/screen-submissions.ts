/**
 * Screens by itself what came back signed: the analyst who held the case finds the new submission compared with
 * the lists, and only judges what was found. It finds out what is due, so running it twice does nothing twice.
 */
import type { Db } from '#db/db.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { listUnscreened } from '#db/queries/application/screening.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import { statusesAllowing } from '#domain/application/lifecycle.ts'
import { screenApplication } from './screen-application.ts'

/** Returns how many were screened. One that left the review meanwhile is passed over. */
export async function screenSubmissions(db: Db, permit: Permit<'system.run'>, now: Date): Promise<number> {
  let screened = 0
  for (const id of await listUnscreened(db, permit, statusesAllowing('recommend'))) {
    const subject = await applicationSubject(db, id)
    const screening = subject && authorize(permit.actor, 'application.screen', subject)
    if (screening?.ok && (await screenApplication(db, screening.value, now)).ok) screened++
  }
  return screened
}
