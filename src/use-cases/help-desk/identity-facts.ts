/** What the system knows of a person, for comparing it with what a caller says. Only the comparison may leave. */
import type { Db } from '#db/db.ts'
import { identityRows } from '#db/records/staff/accounts.ts'
import type { IdentityFacts } from '#domain/access/identity-script.ts'

export async function identityFacts(db: Db, userId: string): Promise<IdentityFacts> {
  const known = await identityRows(db, userId)
  const values = (kind: 'email' | 'phone') => known.contacts.filter((c) => c.kind === kind).map((c) => c.value)
  const practice = (field: string) =>
    known.enrollees.flatMap((e) =>
      typeof e.practice[field] === 'string' && e.practice[field] ? [e.practice[field]] : [],
    )
  const taxIds = known.enrollees.flatMap((e) => e.taxId ?? [])
  return {
    name: [known.name],
    'user-id': [known.loginId],
    npi: known.enrollees.map((e) => e.npi),
    'tax-id-end': taxIds,
    'practice-zip': practice('zip'),
    email: values('email'),
    'phone-end': [...values('phone'), ...practice('phone')],
  }
}
