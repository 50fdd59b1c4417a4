/** Writes of organizations: found by their tax id, which is sealed and known by a blind index. */
import { randomUUID } from 'node:crypto'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { taxIdIndex } from '../enrollment/enrollees.ts'

export interface FoundOrganization {
  readonly id: string
  readonly kind: 'provider' | 'surrogate'
  readonly name: string
}

const byIndex = (tx: Db, index: string) =>
  open(tx).selectFrom('organization').select(['id', 'kind', 'name']).where('tax_id_index', '=', index)

export const findOrganizationByTaxId = (tx: Db, taxId: string): Promise<FoundOrganization | undefined> =>
  byIndex(tx, taxIdIndex(tx, taxId)).executeTakeFirst()

/** The organization with this tax id, made when nobody named it before. */
export async function ensureOrganization(
  tx: Db,
  o: { readonly kind: 'provider' | 'surrogate'; readonly name: string; readonly taxId: string },
  at: Date,
): Promise<FoundOrganization> {
  const id = `org-${randomUUID()}`
  const index = taxIdIndex(tx, o.taxId)
  await open(tx)
    .insertInto('organization')
    .values({
      id,
      kind: o.kind,
      name: o.name,
      tax_id_index: index,
      restricted: vaultOf(tx).seal(`organization|restricted|${id}`, JSON.stringify({ taxId: o.taxId })),
      created_at: at,
    })
    .onConflict((c) => c.column('tax_id_index').doNothing())
    .execute()
  return byIndex(tx, index).executeTakeFirstOrThrow()
}

/** Says that an enrolled organization (by NPI) is this one; false when there is none, or it is somebody else's. */
export async function linkEnrollee(tx: Db, organizationId: string, npi: string, at: Date): Promise<boolean> {
  const e = await open(tx)
    .selectFrom('enrollee')
    .select('id')
    .where('npi', '=', npi)
    .where('kind', '=', 'organization')
    .executeTakeFirst()
  if (!e) return false
  await open(tx)
    .insertInto('organization_enrollee')
    .values({ enrollee_id: e.id, organization_id: organizationId, since: at })
    .onConflict((c) => c.column('enrollee_id').doNothing())
    .execute()
  const row = await open(tx)
    .selectFrom('organization_enrollee')
    .select('organization_id')
    .where('enrollee_id', '=', e.id)
    .executeTakeFirst()
  return row?.organization_id === organizationId
}

/** The people that an organization has in a role. */
export async function usersInRole(tx: Db, partyId: string, role: 'authorized-official'): Promise<readonly string[]> {
  const rows = await open(tx)
    .selectFrom('membership')
    .select('user_id')
    .where('party_id', '=', partyId)
    .where('role', '=', role)
    .where('status', '=', 'active')
    .execute()
  return rows.map((r) => r.user_id)
}
