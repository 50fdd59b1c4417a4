/**
 * Who applies in the demonstration: people of the invented registry who are not enrolled, each with an enrollee and
 * an account. The account has neither a known password nor an address, so that nobody signs in by it.
 */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { findAccountByLoginId, insertAccount, insertMembership } from '#db/records/access/accounts.ts'
import { claimIndividual } from '#db/records/enrollment/enrollees.ts'
import { transact } from '#db/records/transact.ts'
import type { Actor } from '#domain/access/policy.ts'
import { guessSpecialty } from '#domain/enrollment/taxonomy-crosswalk.ts'
import { isActive, type RegistryProvider } from '#domain/party/registry-provider.ts'
import { titleCase } from '#domain/party/title-case.ts'
import { demoAccounts } from '../accounts/accounts.ts'
import { demoContractors } from '../accounts/contractors.ts'
import { type DemoParty, demoParties } from '../accounts/people.ts'
import { chance, enrolledAtStart } from '../chance.ts'

export interface Pool {
  /** By the contractor of their state, in an order that hangs on nothing but their NPIs. */
  readonly people: Readonly<Record<string, readonly RegistryProvider[]>>
  readonly groups: readonly RegistryProvider[]
  readonly named: ReadonlyMap<string, RegistryProvider>
}

/** Everybody of the registry who could apply. Whom the exclusion list names by NPI could not sign. */
export async function findPool(db: Db): Promise<Pool> {
  const of = (source: string) =>
    sql<string>`(select id from source_import where source = ${source} and status = 'current')`
  const k = open(db)
  const rows = await k.selectFrom('registry_provider').select('detail').where('import_id', '=', of('nppes')).execute()
  const listed = await k.selectFrom('exclusion').select('npi').where('import_id', '=', of('leie')).execute()
  const excluded = new Set(listed.map((r) => r.npi))
  const all = rows.map((r) => r.detail)
  const fixed = new Set<string>(Object.values(demoParties).map((p) => p.npi))
  const mayApply = all.filter(
    (p) =>
      p.person !== undefined &&
      p.practice !== undefined &&
      isActive(p) &&
      !fixed.has(p.npi) &&
      !excluded.has(p.npi) &&
      !enrolledAtStart(p.npi) &&
      p.taxonomies.some((t) => t.primary && guessSpecialty(t.code) !== undefined),
  )
  const shuffled = mayApply.sort((a, b) => chance(a.npi, 'applies') - chance(b.npi, 'applies'))
  return {
    people: Object.fromEntries(
      demoContractors.map((c) => [c.id, shuffled.filter((p) => c.states.includes(p.practice!.state))]),
    ),
    groups: all.filter((p) => p.organization && p.practice && p.taxonomies[0]?.code.startsWith('193')),
    named: new Map(all.filter((p) => fixed.has(p.npi)).map((p) => [p.npi, p])),
  }
}

/** What only the demonstration knows of people whom everybody may name. */
export function secretsOf(npi: string): Pick<DemoParty, 'bornOn' | 'ssn'> {
  const { bornOn, ssn } = Object.values<DemoParty>(demoParties).find((p) => p.npi === npi) ?? {}
  return { ...(bornOn && { bornOn }), ...(ssn && { ssn }) }
}

export interface Owner {
  readonly enrolleeId: string
  readonly actor: Actor
}

/** The account that acts for the person; undefined when a visitor has registered with this NPI meanwhile. */
export async function ownerOf(
  db: Db,
  p: RegistryProvider,
  { ssn, passwordHash }: { readonly ssn: string; readonly passwordHash: string },
  at: Date,
): Promise<Owner | undefined> {
  const role = 'individual-provider'
  const loginId = demoAccounts.find((a) => a.party === p.npi)?.loginId ?? `demo.${p.npi}`
  const actorOf = (userId: string, partyId: string): Owner => ({
    enrolleeId: partyId,
    actor: { userId, memberships: [{ role, partyId }] },
  })
  const displayName = [p.person!.first, p.person!.last].map(titleCase).join(' ')
  return transact(db, async (tx) => {
    const there = await findAccountByLoginId(tx, loginId)
    if (there) {
      const enrollee = await open(tx).selectFrom('enrollee').select('id').where('npi', '=', p.npi).executeTakeFirst()
      return enrollee && actorOf(there.id, enrollee.id)
    }
    const claim = await claimIndividual(tx, { npi: p.npi, displayName, taxIdKind: 'ssn', taxId: ssn, practice: {} }, at)
    if (typeof claim === 'string') return undefined
    const userId = await insertAccount(tx, { loginId, displayName, passwordHash }, at)
    if (!userId) return undefined
    await insertMembership(tx, { userId, role, partyId: claim.enrolleeId }, at)
    return actorOf(userId, claim.enrolleeId)
  })
}
