/**
 * Says a whole schema as text, always in the same order, so that a migration's effect is a difference to review
 * (sql/schema.sql). Reads the catalogs of the database and nothing else; it is a description, not a backup.
 */
import type pg from 'pg'

interface ColumnRow {
  readonly table_name: string
  readonly line: string
}

/** Bookkeeping of the migrator itself and of tests. */
const OURS_ONLY = ['schema_lock', 'schema_migration', 'template_lock']

const columns = `
  select c.relname as table_name,
    a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attcollation <> t.typcollation and a.attcollation <> 0 then ' collate "' || co.collname || '"' else '' end
      || case when a.attidentity <> '' then ' generated always as identity' else '' end
      || case when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
      || case when a.attnotnull then ' not null' else '' end as line
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  join pg_type t on t.oid = a.atttypid
  left join pg_collation co on co.oid = a.attcollation
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attnum > 0 and not a.attisdropped and not c.relname = any($1)
  order by c.relname, a.attnum`

// Not-null constraints have names of their own from PostgreSQL 18 on; they are on the columns already.
const constraints = `
  select c.relname as table_name, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid and not c.relispartition
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  where k.contype <> 'n' and not c.relname = any($1)
  order by c.relname, array_position(array['p', 'u', 'c', 'f'], k.contype::text), k.conname`

const indexes = `
  select i.tablename as table_name, i.indexdef as line
  from pg_indexes i
  where i.schemaname = 'public' and not i.tablename = any($1) and not i.tablename = any(array(
    select relname from pg_class where relispartition))
    and not exists (select from pg_constraint k where k.conindid = (quote_ident(i.schemaname) || '.' || quote_ident(i.indexname))::regclass and k.contype in ('p', 'u'))
  order by i.tablename, i.indexname`

// Partitions have what their parent has; only how they are told apart is said.
const partitions = `
  select c.relname as table_name, 'partition by ' || pg_get_partkeydef(c.oid) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  where c.relkind = 'p' and not c.relname = any($1)`

/** Whatever a portable schema must not have; named so that the difference shows it. */
const strangers = `
  select 'function ' || p.proname as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'
  union all select 'trigger ' || t.tgname from pg_trigger t where not t.tgisinternal
  union all select 'extension ' || e.extname from pg_extension e where e.extname <> 'plpgsql'
  union all select 'view ' || v.viewname from pg_views v where v.schemaname = 'public'
  order by 1`

/** The schema "public" of a database as SQL: tables by name, columns in their order, constraints, then indexes. */
export async function dumpSchema(pool: Pick<pg.Pool, 'query'>): Promise<string> {
  const rows = async (sql: string) => (await pool.query<ColumnRow>(sql, [OURS_ONLY])).rows
  const [column, constraint, index] = [await rows(columns), await rows(constraints), await rows(indexes)]
  const partition = await rows(partitions)
  const strange = (await pool.query<ColumnRow>(strangers)).rows
  const tables = [...new Set(column.map((r) => r.table_name))]
  const of = (list: readonly ColumnRow[], table: string) =>
    list.filter((r) => r.table_name === table).map((r) => tidy(r.line))
  const parts = tables.map((table) => {
    const lines = [...of(column, table), ...of(constraint, table)].map((line) => `  ${line}`)
    const parted = of(partition, table).map((line) => ` ${line}`)
    return [
      `create table ${table} (\n${lines.join(',\n')}\n)${parted.join('')};`,
      ...of(index, table).map((line) => `${line};`),
    ].join('\n')
  })
  return (
    [
      '-- What sql/migrations make, for review. Written by `npm test -- test/db/schema.db.test.ts -u`. Never run.',
      ...parts,
      ...strange.map((r) => `-- ${r.line}`),
    ].join('\n\n') + '\n'
  )
}

/** The catalogs' own spelling, nearer to ours; what is in quotes stays as it is. */
const tidy = (line: string): string =>
  line
    .replaceAll('public.', '')
    .replace(' USING btree', '')
    .replace(' ON ONLY ', ' ON ')
    .replaceAll('timestamp with time zone', 'timestamptz')
    .replace(/('[^']*')::(text|jsonb)/g, '$1')
    .replace(/= ANY \(ARRAY\[([^\]]*)\]\)/g, 'in ($1)')
    .replace(/'[^']*'|"[^"]*"|\b[A-Z]{2,}\b/g, (part) => (/^['"]/.test(part) ? part : part.toLowerCase()))
