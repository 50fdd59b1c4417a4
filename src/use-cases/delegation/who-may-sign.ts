/** Sets two facts side by side for each person: the role in the account system, and the name on an enrollment. */
import type { Db } from '#db/db.ts'
import { findParty, type Party } from '#db/queries/delegation/parties.ts'
import { listMembers, type Member } from '#db/queries/delegation/people.ts'
import { listNamedSigners, type NamedSigner } from '#db/queries/delegation/signing.ts'
import type { Permit } from '#domain/access/policy.ts'

export type MissingToSign = 'account' | 'official-role' | 'name' | 'practitioner' | undefined

export interface SignerStanding {
  readonly name: string
  /** Undefined when the enrollment names somebody who has no account here. */
  readonly member: Member | undefined
  readonly named: readonly NamedSigner[]
  readonly missing: MissingToSign
}

/** Everybody with a role, and everybody who is named and has none. */
export async function whoMaySign(db: Db, permit: Permit<'people.view'>): Promise<readonly SignerStanding[]> {
  const party = await findParty(db, permit.subjectId)
  const members = await listMembers(db, permit)
  const named = await listNamedSigners(db, permit)
  return party ? standings(party, members, named) : []
}

/** Pure: the same for given facts. Names agree when they differ in nothing but case and spacing. */
export function standings(
  party: Pick<Party, 'kind'>,
  members: readonly Member[],
  named: readonly NamedSigner[],
): readonly SignerStanding[] {
  const practitionerSigns = party.kind === 'individual'
  const is = (m: Member, n: NamedSigner) =>
    n.as === 'practitioner' ? m.role === 'individual-provider' : plain(m.name) === plain(n.name)
  const people = members.map((member): SignerStanding => {
    const of = named.filter((n) => is(member, n))
    return { name: member.name, member, named: of, missing: missingOf(member, of, practitionerSigns) }
  })
  const strangers = [...new Set(named.filter((n) => !members.some((m) => is(m, n))).map((n) => n.name))]
  return [
    ...people,
    ...strangers.map((name) => ({
      name,
      member: undefined,
      named: named.filter((n) => n.name === name),
      missing: 'account' as const,
    })),
  ]
}

function missingOf(m: Member, named: readonly NamedSigner[], practitionerSigns: boolean): MissingToSign {
  // A CMS-855I is signed by the practitioner, whose first application names them; nobody signs in their place.
  if (practitionerSigns) return m.role === 'individual-provider' ? undefined : 'practitioner'
  if (named.length === 0) return 'name'
  return m.role === 'authorized-official' ? undefined : 'official-role'
}

const plain = (s: string): string => s.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
