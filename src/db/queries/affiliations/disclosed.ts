/** Affiliations as they were written down: by the provider while it answers, and by the desk once they are signed. Reads only. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import type { AffiliationPermit, DeskAffiliationPermit } from './requests.ts'

export interface StoredAffiliation {
  readonly id: string
  /** Restricted ones opened. */
  readonly answers: Readonly<Record<string, unknown>>
  readonly version: number
  readonly savedAt: Date
}

export const affiliationPlace = (requestId: string, id: string): string => `affiliation|restricted|${requestId}/${id}`

async function items(db: Db, requestId: string, removed: boolean): Promise<readonly StoredAffiliation[]> {
  const rows = await open(db)
    .selectFrom('affiliation')
    .select(['id', 'answers', 'restricted', 'version', 'saved_at'])
    .where('request_id', '=', requestId)
    .where('removed_at', removed ? 'is not' : 'is', null)
    .orderBy('name_key')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    answers: {
      ...r.answers,
      ...(r.restricted &&
        (JSON.parse(vaultOf(db).unseal(affiliationPlace(requestId, r.id), r.restricted).toString()) as Record<
          string,
          unknown
        >)),
    },
    version: r.version,
    savedAt: r.saved_at,
  }))
}

/** In the order of their names. With `removed` those that were taken out, instead. */
export const listAffiliations = (
  db: Db,
  permit: AffiliationPermit,
  removed = false,
): Promise<readonly StoredAffiliation[]> => items(db, permit.subjectId, removed)

/** What was signed; nothing before that, because a draft is the provider's own. */
export async function listDisclosed(db: Db, permit: DeskAffiliationPermit): Promise<readonly StoredAffiliation[]> {
  const signed = await open(db)
    .selectFrom('affiliation_request')
    .select('id')
    .where('id', '=', permit.subjectId)
    .where('answered_at', 'is not', null)
    .executeTakeFirst()
  return signed ? items(db, permit.subjectId, false) : []
}

/** The digest under which a tax number is found. */
export const taxIdDigestOf = (
  db: Db,
  _: Permit<'affiliation.search' | 'affiliation.review' | 'affiliation.determine'>,
  taxId: string,
): string => vaultOf(db).blindIndex('tax-id', taxId)
