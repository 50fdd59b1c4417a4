/**
 * In whose name an organization's application is signed: the official whom it names, or one whom the record of the
 * enrollment names in a role that may sign it, if the account that signs is theirs. 42 CFR 424.510(d)(3).
 */
import type { Db } from '#db/db.ts'
import type { ApplicationHeader, ApplicationPermit } from '#db/queries/application/applications.ts'
import { findAccountName, listOfficialsOnRecord } from '#db/queries/signatures/signers.ts'
import { signersOf } from '#domain/application/signers.ts'
import { matchParties } from '#domain/review/names/name-match.ts'
import { personCalled } from '#domain/review/names/person-called.ts'

export interface OfficialSigning {
  /** The name that is typed. */
  readonly name: string
  /** What the account is called that should sign, when it is not this official's. */
  readonly stranger: string | undefined
}

/** `named` is the official of the application; `userId` whoever signs, undefined while nobody is named. */
export async function officialSigning(
  db: Db,
  permit: ApplicationPermit,
  header: ApplicationHeader,
  named: string,
  userId: string | undefined,
): Promise<OfficialSigning> {
  const own = userId === undefined ? undefined : await findAccountName(db, permit, userId)
  if (own === undefined) return { name: named, stranger: undefined }
  if (isCalled(own, named)) return { name: named, stranger: undefined }
  const roles = signersOf(header)
  const known = (await listOfficialsOnRecord(db, permit)).find((o) => roles.includes(o.role) && isCalled(own, o.name))
  return known ? { name: known.name, stranger: undefined } : { name: named, stranger: own }
}

/** The same last name, and no other first name. */
export function isCalled(account: string, name: string): boolean {
  const { because } = matchParties(personCalled(account), personCalled(name))
  return because.includes('last-equal') && !because.includes('first-differs')
}
