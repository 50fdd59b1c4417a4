/**
 * People by last name, for the look-ups of public lists: by the registry in force, by the record, and by the
 * order-and-referring list itself, whose people need be in neither. Reads only.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** NPIs of at most `limit` people whose name is like one of the patterns (LIKE), and first name begins so ('' is any). */
export async function npisNamed(
  db: Db,
  _: Permit<'public.view'>,
  { patterns, first, limit }: { readonly patterns: readonly string[]; readonly first: string; readonly limit: number },
): Promise<readonly string[]> {
  if (patterns.length === 0) return []
  // Each pattern by itself, so that each is a range of the index.
  const likeIn = (name: RawBuilder<unknown>) =>
    sql`(${sql.join(
      patterns.map((p) => sql`${name} collate "C" like ${p}`),
      sql` or `,
    )})`
  const like = (column: string) => likeIn(sql.ref(column))
  const { rows } = await sql<{ npi: string }>`
    select npi from (
      (select p.npi, p.name_key as last, p.first_key as first from registry_provider p
        where p.import_id = (select id from source_import where source = 'nppes' and status = 'current')
          and p.entity_type = 1 and ${like('p.name_key')} and p.first_key like ${`${first}%`}
          and (exists (select 1 from enrollee e where e.npi = p.npi)
            or exists (select 1 from order_referring o join source_import i on i.id = o.import_id and i.status = 'current'
              where o.npi = p.npi))
        limit ${limit})
      union
      (select e.npi, e.last_name, e.first_name from enrollee e
        where e.last_name <> '' and ${like('e.last_name')} and e.first_name like ${`${first}%`} limit ${limit})
      union
      (select o.npi, o.last_name, o.first_name from order_referring o
        where o.import_id = (select id from source_import where source = 'order-referring' and status = 'current')
          and ${likeIn(compared('o.last_name'))} and ${compared('o.first_name')} like ${`${first}%`} limit ${limit})
    ) found order by last, first, npi limit ${limit}`.execute(open(db))
  return [...new Set(rows.map((r) => r.npi))]
}

/** As the index of migration 000037 has it: nearly a name key. */
const compared = (column: string) => sql`upper(translate(${sql.ref(column)}, ${sql.lit("-'.")}, ' '))`
