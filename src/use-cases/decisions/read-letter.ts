/** Opens a letter. When one of the enrollee's own people opens it, the first time is noted. */
import type { Db } from '#db/db.ts'
import { findLetter, type Letter } from '#db/queries/application/letters.ts'
import { markLetterRead } from '#db/records/application/letters.ts'
import type { Permit } from '#domain/access/policy.ts'

export async function readLetter(db: Db, permit: Permit<'letter.view'>, at: Date): Promise<Letter> {
  const isAddressee = permit.actor.memberships.some((m) => m.partyId === permit.subject.enrolleeId)
  if (isAddressee) await markLetterRead(db, permit, at)
  return findLetter(db, permit)
}
