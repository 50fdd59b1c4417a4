/**
 * How public files are read: all of them as the record stood at one moment, and each in pages by its key, so that
 * memory is one page whatever the size of the record. Only what anybody may see is selected.
 */
import { sql } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open, seal, vaultOf } from '../../kit/open.ts'

const PAGE = 5_000

/** Reads within `work` see one state of the database. */
export const readAtOneMoment = <T>(db: Db, work: (view: Db) => Promise<T>): Promise<T> =>
  open(db)
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => work(seal(tx, vaultOf(db))))

/** Rows in pages: `fetch` gives those after a key, in the order of it. */
export async function* inPages<Row>(
  fetch: (after: string, limit: number) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): AsyncGenerator<readonly Row[]> {
  for (let after = ''; ; ) {
    const rows = await fetch(after, PAGE)
    if (rows.length > 0) yield rows
    if (rows.length < PAGE) return
    after = keyOf(rows.at(-1)!)
  }
}

/** In force on the day, of the enrollment whose id is in `column`: approved, or stayed, which is enrolled still. */
export const isEnrolled = (column: string, on: Day) =>
  sql<boolean>`exists (select 1 from enrollment_period ep where ep.enrollment_id = ${sql.ref(column)}
    and ep.known_to is null and ep.status in ('approved', 'stayed')
    and ep.from_on <= ${on} and (ep.to_on is null or ep.to_on >= ${on}))`

/** The words for a provider type: of an imported extract, else of the loaded list; null when neither has it. */
export const typeText = (column: string) =>
  sql<string | null>`coalesce((select pt.text from provider_type_text pt where pt.code = ${sql.ref(column)}),
    (select upper(t.name) from provider_type t join source_import i on i.id = t.import_id and i.status = 'current'
     where t.code = ${sql.ref(column)} limit 1))`

/** Where the parts of a person's name can be read: the imported file, the approved application, the registry. */
export interface NamedRow {
  readonly kind: 'individual' | 'organization'
  readonly display: string
  readonly first_name: string | null
  readonly middle_name: string | null
  readonly last_name: string | null
  readonly legal: { readonly first?: string; readonly middle?: string; readonly last?: string } | null
  readonly registry: { readonly first?: string; readonly middle?: string; readonly last?: string } | null
}

/** Columns of `NamedRow` of enrollee `e` with enrollment `n`. */
export const nameColumns = sql`e.kind, e.display_name as display, e.first_name, e.middle_name, e.last_name,
  (select v.answers #> '{legal-name,0,answers}' from enrollment_version v
    where v.enrollment_id = n.id and v.known_to is null order by v.ordinal desc limit 1) as legal,
  (select p.detail -> 'person' from registry_provider p
    join source_import i on i.id = p.import_id and i.source = 'nppes' and i.status = 'current'
    where p.npi = e.npi limit 1) as registry`

/** Only these NPIs, when some are given: of the column. */
export const onlyNpis = (column: string, npis: readonly string[] | undefined) =>
  npis ? sql`and ${sql.ref(column)} = any(${npis}::text[])` : sql``
