/** The row types say what the migrated database has, and sql/schema.sql is what the migrations make. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dumpSchema } from '#db/kit/schema-dump.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { filesBelow, read, root, withoutComments } from '#test/support/sources.ts'

interface Column {
  readonly type: string
  readonly nullable: boolean
  /** The database fills it in when it is left out. */
  readonly filled: boolean
}
type Schema = Readonly<Record<string, Readonly<Record<string, Column>>>>

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

/** The members of one `{ ... }` of TypeScript source, split at the top level only. */
function members(body: string): readonly (readonly [name: string, type: string])[] {
  const found: [string, string][] = []
  let depth = 0
  let text = ''
  for (const c of body + '\n') {
    if ('{<(['.includes(c)) depth++
    if ('}>)]'.includes(c)) depth--
    if (depth === 0 && (c === '\n' || c === ';')) {
      const m = /^\s*(\w+): ([\s\S]+?)\s*$/.exec(text)
      if (m) found.push([m[1]!, m[2]!])
      text = ''
    } else text += c
  }
  return found
}

/** Reads `interface XTables { table: { column: type } }`. */
function declared(source: string): Schema {
  // The arrow's ">" closes nothing.
  const plain = withoutComments(source).replaceAll('=>', '')
  const start = /export interface \w+Tables \{/.exec(plain)
  if (!start) throw new Error('no interface of tables')
  const body = plain.slice(start.index + start[0].length, plain.lastIndexOf('\n}'))
  return Object.fromEntries(
    members(body).map(([table, type]) => [
      table,
      Object.fromEntries(
        members(type.replace(/^\{/, '').replace(/\}$/, '')).map(([name, column]) => [
          name,
          {
            type: column,
            nullable: /\|\s*null\b/.test(column),
            filled: /^(Generated|ColumnType)</.test(column),
          },
        ]),
      ),
    ]),
  )
}

async function inDatabase(): Promise<Schema> {
  const { rows } = await t.pool.query<{ t: string; c: string; udt: string; nullable: boolean; filled: boolean }>(
    `select table_name as t, column_name as c, udt_name as udt, is_nullable = 'YES' as nullable,
       column_default is not null or is_identity = 'YES' as filled
     from information_schema.columns where table_schema = 'public' and table_name not like '%\\_lock'
       and table_name <> 'schema_migration' and table_name not in (select relname from pg_class where relispartition)
     order by table_name, ordinal_position`,
  )
  const schema: Record<string, Record<string, Column>> = {}
  for (const r of rows) {
    schema[r.t] ??= {}
    schema[r.t]![r.c] = { type: r.udt, nullable: r.nullable, filled: r.filled }
  }
  return schema
}

/** TypeScript that fits a PostgreSQL type; a name of our own stands for a string or number literal type. */
const fits: Readonly<Record<string, RegExp>> = {
  bool: /\bboolean\b/,
  bytea: /\bBuffer\b/,
  date: /\bDay\b/,
  timestamptz: /\bDate\b/,
  int2: /\b(number|\d)\b/,
  int4: /\b(number|\d)\b/,
  int8: /\bnumber\b/,
  jsonb: /\b(Json|ColumnType)</,
  text: /\bstring\b|'|\b[A-Z]\w+\b/,
  tsvector: /\bstring\b/,
  uuid: /\bstring\b/,
}

function disagreements(types: Schema, database: Schema): readonly string[] {
  const tables = [...new Set([...Object.keys(types), ...Object.keys(database)])]
  return tables.flatMap((table) => {
    const [ts, db] = [types[table], database[table]]
    if (!ts || !db) return [`${table}: only in ${ts ? 'TypeScript' : 'the database'}`]
    return [...new Set([...Object.keys(ts), ...Object.keys(db)])].flatMap((name) => {
      const [a, b] = [ts[name], db[name]]
      const at = `${table}.${name}`
      if (!a || !b) return [`${at}: only in ${a ? 'TypeScript' : 'the database'}`]
      if (a.nullable !== b.nullable) return [`${at}: ${b.nullable ? 'may' : 'cannot'} be null in the database`]
      if (a.filled && !b.filled) return [`${at}: the database fills nothing in`]
      return fits[b.type]?.test(a.type) ? [] : [`${at}: ${a.type} for ${b.type}`]
    })
  })
}

const types = (): Schema =>
  Object.assign({}, ...filesBelow('src/db/kit/tables', /\.ts$/).map((f) => declared(read(f)))) as Schema

describe('the check can fail', () => {
  const source = `export interface SmallTables {
    person: { id: string; born_on: Day | null } // a comment: { not: this }
    event: {
      at: Date
      detail: Json<Readonly<Record<string, unknown>>>
      n: Generated<number>
    }
  }
  `.replaceAll('\n  ', '\n')
  const fine: Schema = {
    person: {
      id: { type: 'uuid', nullable: false, filled: false },
      born_on: { type: 'date', nullable: true, filled: false },
    },
    event: {
      at: { type: 'timestamptz', nullable: false, filled: false },
      detail: { type: 'jsonb', nullable: false, filled: false },
      n: { type: 'int4', nullable: false, filled: true },
    },
  }
  test('and says nothing where both agree', () => {
    expect(disagreements(declared(source), fine)).toEqual([])
  })
  test.each([
    ['a column too many', 'id: string', 'id: string; extra: string'],
    ['a column too few', 'at: Date', ''],
    ['null where the database has none', 'id: string', 'id: string | null'],
    ['no null where the database has one', 'Day | null', 'Day'],
    ['another type', 'born_on: Day', 'born_on: Date'],
    ['a default that the database does not have', 'at: Date', 'at: Generated<Date>'],
    ['a table that is not there', 'person:', 'persons:'],
  ])('%s', (_, from, to) => {
    expect(source).toContain(from)
    expect(disagreements(declared(source.replace(from, to)), fine).length).toBeGreaterThan(0)
  })
})

test('row types and database have the same tables, columns, nulls and kinds of value', async () => {
  const all = types()
  expect(Object.keys(all).length).toBeGreaterThan(30)
  expect(disagreements(all, await inDatabase())).toEqual([])
})

test('sql/schema.sql is what the migrations make', async () => {
  expect(existsSync(join(root, 'sql/schema.sql'))).toBe(true)
  await expect(await dumpSchema(t.pool)).toMatchFileSnapshot(join(root, 'sql/schema.sql'))
})

test('the schema has no function, trigger, extension or view but those that guard the audit log', async () => {
  const strange = /^-- (?:trigger (?!audit_)|function (?!refuse_audit_change$)|extension |view ).*$/m
  expect(await dumpSchema(t.pool)).not.toMatch(strange)
  await t.pool.query('create view planted as select 1 as n')
  expect(await dumpSchema(t.pool)).toMatch(strange)
  await t.pool.query('drop view planted')
})

test('a change of the schema changes the dump', async () => {
  const before = await dumpSchema(t.pool)
  await t.pool.query('create index planted on message (template)')
  expect(await dumpSchema(t.pool)).toContain('create index planted on message (template);')
  await t.pool.query('drop index planted')
  await t.pool.query('alter table message alter column template drop not null')
  expect(await dumpSchema(t.pool)).not.toBe(before)
  await t.pool.query('alter table message alter column template set not null')
  expect(await dumpSchema(t.pool)).toBe(before)
})
