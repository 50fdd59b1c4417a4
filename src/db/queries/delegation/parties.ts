/** Parties that people act for: enrollees and organizations. Names are public; everything else needs a permit. */
import type { Subject } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface Party {
  readonly id: string
  readonly kind: 'individual' | 'enrollee-organization' | 'provider' | 'surrogate'
  readonly name: string
  /** Of an enrollee. */
  readonly npi: string | undefined
}
export interface PartySubject extends Subject {
  readonly party: Party
}

/** Enrollees have row ids, organizations ids of their own kind. */
export async function findParty(db: Db, id: string | undefined): Promise<Party | undefined> {
  if (id === undefined) return undefined
  if (isRowId(id)) {
    const e = await open(db)
      .selectFrom('enrollee')
      .select(['id', 'kind', 'display_name', 'npi'])
      .where('id', '=', id)
      .executeTakeFirst()
    const kind = e?.kind === 'individual' ? 'individual' : 'enrollee-organization'
    return e && { id: e.id, kind, name: e.display_name, npi: e.npi }
  }
  const o = await open(db)
    .selectFrom('organization')
    .select(['id', 'kind', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
  return o && { ...o, npi: undefined }
}

/** Needs no permit, because permits are minted from it: the party whose people and connections a page is about. */
export async function partySubject(db: Db, id: string | undefined): Promise<PartySubject | undefined> {
  const party = await findParty(db, id)
  return party && { id: party.id, partyIds: [party.id], party }
}

/** Parties by id, for those that exist. */
export async function findParties(db: Db, ids: readonly string[]): Promise<readonly Party[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => findParty(db, id)))
  return found.flatMap((p) => p ?? [])
}

/** Names of parties by id, in two reads however many they are. */
export async function partyNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rowIds = ids.filter(isRowId)
  const enrollees =
    rowIds.length === 0
      ? []
      : await open(db).selectFrom('enrollee').select(['id', 'display_name as name']).where('id', 'in', rowIds).execute()
  const others = await open(db)
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map([...enrollees, ...others].map((p) => [p.id, p.name]))
}

/** The party to ask about an enrollee: its organization, when it has one, otherwise itself. By NPI; undefined when nobody has it. */
export async function grantorOf(db: Db, npi: string): Promise<Party | undefined> {
  const row = await open(db)
    .selectFrom('enrollee as e')
    .leftJoin('organization_enrollee as x', 'x.enrollee_id', 'e.id')
    .select(['e.id', 'x.organization_id'])
    .where('e.npi', '=', npi)
    .executeTakeFirst()
  return row && findParty(db, row.organization_id ?? row.id)
}

/** The organization with this id, when it works for others: what a provider types to offer a surrogacy. */
export async function listAgents(db: Db, nameBegins: string): Promise<readonly Party[]> {
  const rows = await open(db)
    .selectFrom('organization as o')
    .select(['o.id', 'o.kind', 'o.name'])
    .where('o.kind', '=', 'surrogate')
    .where('o.name', 'ilike', `${nameBegins.replace(/[\\%_]/g, '\\$&')}%`)
    .where((e) =>
      e.exists(
        e
          .selectFrom('membership as m')
          .select('m.id')
          .whereRef('m.party_id', '=', 'o.id')
          .where('m.status', '=', 'active'),
      ),
    )
    .orderBy('o.name')
    .limit(20)
    .execute()
  return rows.map((o) => ({ ...o, npi: undefined }))
}

/** E-mail addresses of the people who decide for a party. */
export async function headsAddresses(db: Db, partyId: string): Promise<readonly string[]> {
  const rows = await open(db)
    .selectFrom('membership as m')
    .innerJoin('contact as c', 'c.user_id', 'm.user_id')
    .innerJoin('app_user as u', 'u.id', 'm.user_id')
    .select('c.value')
    .distinct()
    .where('m.party_id', '=', partyId)
    .where('m.role', 'in', ['individual-provider', 'authorized-official', 'access-manager'])
    .where('m.status', '=', 'active')
    .where('u.status', '=', 'active')
    .where('c.kind', '=', 'email')
    .where('c.notify', '=', true)
    .orderBy('c.value')
    .execute()
  return rows.map((r) => r.value)
}
