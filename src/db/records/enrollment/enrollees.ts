/** The party that enrolls: created, or taken over unclaimed, when its owner registers. Tax ids are sealed; equality goes by a blind index. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'

export const enrolleePlace = (id: string): string => `enrollee|restricted|${id}`
export const taxIdIndex = (db: Db, taxId: string): string => vaultOf(db).blindIndex('tax-id', taxId)

export interface NewEnrollee {
  readonly npi: string
  readonly displayName: string
  readonly taxIdKind: 'ssn' | 'ein'
  readonly taxId: string
  readonly practice: object
}

/** The sealed part of an enrollee. */
export interface EnrolleeRestricted {
  readonly taxIdKind: 'ssn' | 'ein'
  readonly taxId: string
}

export type Claim = { readonly enrolleeId: string } | 'claimed' | 'tax-id-mismatch'

/**
 * Makes the individual with this NPI the caller's, within the caller's transaction: creates it, or takes one that
 * nobody manages and whose tax id (if known) is the same. Of two at the same time, one gets it.
 */
export async function claimIndividual(tx: Db, e: NewEnrollee, at: Date): Promise<Claim> {
  const id = randomUUID()
  const index = taxIdIndex(tx, e.taxId)
  const seal = (enrolleeId: string) => {
    const restricted: EnrolleeRestricted = { taxIdKind: e.taxIdKind, taxId: e.taxId }
    return vaultOf(tx).seal(enrolleePlace(enrolleeId), JSON.stringify(restricted))
  }
  const made = await open(tx)
    .insertInto('enrollee')
    .values({
      id,
      kind: 'individual',
      npi: e.npi,
      display_name: e.displayName,
      tax_id_index: index,
      restricted: seal(id),
      practice: JSON.stringify(e.practice),
      created_at: at,
    })
    .onConflict((c) => c.column('npi').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { enrolleeId: made.id }
  const there = await open(tx)
    .selectFrom('enrollee')
    .select(['id', 'kind', 'tax_id_index'])
    .where('npi', '=', e.npi)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (there.kind !== 'individual' || (await isManaged(tx, there.id))) return 'claimed'
  if (there.tax_id_index !== null && there.tax_id_index !== index) return 'tax-id-mismatch'
  await open(tx)
    .updateTable('enrollee')
    .set({ tax_id_index: index, practice: JSON.stringify(e.practice) })
    // What is sealed already may hold more than a tax id.
    .$if(there.tax_id_index === null, (q) => q.set({ restricted: seal(there.id) }))
    .where('id', '=', there.id)
    .execute()
  return { enrolleeId: there.id }
}

/** Brings an organization to what was approved: its legal business name, and the tax number by which it is found. */
export async function saveOrganization(
  tx: Db,
  _: Permit<'application.decide'>,
  e: { readonly enrolleeId: string; readonly displayName: string; readonly ein: string },
): Promise<void> {
  const restricted: EnrolleeRestricted = { taxIdKind: 'ein', taxId: e.ein }
  await open(tx)
    .updateTable('enrollee')
    .set({
      display_name: e.displayName,
      tax_id_index: taxIdIndex(tx, e.ein),
      restricted: vaultOf(tx).seal(enrolleePlace(e.enrolleeId), JSON.stringify(restricted)),
    })
    .where('id', '=', e.enrolleeId)
    .where('kind', '=', 'organization')
    .execute()
}

/** Does somebody manage the individual with this NPI? */
export async function isNpiClaimed(db: Db, npi: string): Promise<boolean> {
  const row = await open(db).selectFrom('enrollee').select('id').where('npi', '=', npi).executeTakeFirst()
  return row !== undefined && (await isManaged(db, row.id))
}

async function isManaged(db: Db, enrolleeId: string): Promise<boolean> {
  const row = await open(db)
    .selectFrom('membership')
    .select('id')
    .where('party_id', '=', enrolleeId)
    .where('status', '=', 'active')
    .executeTakeFirst()
  return row !== undefined
}
