/**
 * Entries of the exclusion list that may be a person or an organization. Reads only.
 * Generous on purpose: `domain/matching` scores them. Nine in ten entries have no NPI,
 * so an NPI alone finds almost nobody.
 */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Exclusion } from '#domain/party/exclusion.ts'
import { nameKey } from '#domain/party/name-key.ts'
import type { ExclusionListKind } from '#domain/party/registry-provider.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface ExclusionSearch {
  readonly npi?: string
  readonly last?: string
  readonly first?: string
  readonly bornOn?: Day
  readonly business?: string
}

type Screener = Permit<
  | 'application.edit'
  | 'application.sign'
  | 'application.view'
  | 'application.review'
  | 'application.decide'
  | 'application.screen'
  | 'affiliation.review'
  | 'affiliation.determine'
  | 'registry.manage'
  | 'system.run'
>

const MOST = 2_000

/**
 * Entries with the NPI; with the last name or a part of it, or one that begins alike with the same initial; with
 * first and last name swapped; born on the day
 * with the same initial of either name; with a business name that begins alike. Reinstated ones are among them.
 * Ask `sourceVersion(db, 'leie')` whether there is a list at all: none found there means "unavailable".
 */
export async function exclusionsFor(
  db: Db,
  _: Screener,
  who: ExclusionSearch,
  source: ExclusionListKind = 'leie',
): Promise<readonly Exclusion[]> {
  const last = nameKey(who.last ?? '')
  const first = nameKey(who.first ?? '')
  const business = nameKey(who.business ?? '')
    .split(' ')
    .slice(0, 2)
    .join(' ')
  const lasts = last === '' ? [] : [last, ...last.split(' ').filter((part) => part.length > 2)]
  const { rows } = await sql<{ detail: Exclusion }>`
    select detail from exclusion
    where import_id = (select id from source_import where source = ${source} and status = 'current')
      and (npi = ${who.npi ?? null}
        or last_key = any(${lasts}::text[])
        or (${last !== ''} and last_key like ${`${last} %`})
        or (${last.length > 4 && first !== ''} and last_key like ${`${last.slice(0, 3)}%`}
          and first_initial = ${first.slice(0, 1)})
        or (${last !== '' && first !== ''} and last_key = ${first} and first_key = ${last})
        or (born_on = ${who.bornOn ?? null}::date
          and (first_initial = ${first.slice(0, 1)} or last_key like ${`${last.slice(0, 1)}%`}))
        or (${business !== ''} and business_key like ${`${business}%`}))
    order by last_key, first_key, id
    limit ${MOST}`.execute(open(db))
  return rows.map((r) => r.detail)
}
