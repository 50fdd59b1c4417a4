/** Searches of the directory as SQL over its index. Every page is a range of the primary key. Reads only. */
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { FhirType } from '#domain/fhir/resource.ts'
import type { Condition, DayRange, InstantRange, Match, Token } from '#domain/fhir/search/conditions.ts'
import { folded } from '#domain/fhir/search/index-entries.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { Tables } from '../../kit/tables.ts'
import { type DirectoryRow, rowColumns } from './rows.ts'

type Sql = RawBuilder<SqlBool>

/** At most `limit` rows of a kind after an id, in order of id. */
export async function searchDirectory(
  db: Db,
  q: {
    readonly type: FhirType
    readonly conditions: readonly Condition[]
    readonly after?: string
    readonly limit: number
  },
): Promise<readonly DirectoryRow[]> {
  return withinTime(db, (k) => {
    let query = k
      .selectFrom('fhir_resource as r')
      .select(rowColumns)
      .where('r.type', '=', q.type)
      .where('r.deleted', '=', false)
    for (const c of q.conditions) query = query.where(holds(q.type, c, 'r'))
    if (q.after) query = query.where('r.id', '>', q.after)
    return query.orderBy('r.id').limit(q.limit).execute()
  })
}

export const countMatches = (db: Db, type: FhirType, conditions: readonly Condition[]): Promise<number> =>
  withinTime(db, async (k) => {
    let query = counting(k, type)
    for (const c of conditions) query = query.where(holds(type, c, 'r'))
    return (await query.executeTakeFirstOrThrow()).n
  })

/** How many of a kind are published, or changed since an instant. As long as that takes. */
export async function countPublished(db: Db, type: FhirType, since?: Date): Promise<number> {
  const query = counting(open(db), type)
  return (await (since ? query.where('r.updated_at', '>=', since) : query).executeTakeFirstOrThrow()).n
}

const counting = (k: Kysely<Tables>, type: FhirType) =>
  k
    .selectFrom('fhir_resource as r')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('r.type', '=', type)
    .where('r.deleted', '=', false)

/** Anyone may search, so nobody's search may take long; the database then says 57014. */
const withinTime = <T>(db: Db, work: (k: Kysely<Tables>) => Promise<T>): Promise<T> =>
  open(db)
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`set local statement_timeout = 3000`.execute(tx)
      return work(tx)
    })

/** A condition on the row `at` of fhir_resource, or of the index under the same id. */
function holds(type: FhirType, c: Condition, at: 'r' | 'h'): Sql {
  const id = sql.ref(`${at}.id`)
  if (isNegated(c)) {
    // An anti-join by index: "not in" would walk the whole kind once for every row.
    const entries = sql`select 1 from fhir_index i where i.type = ${type} and i.id = ${id} and ${entryOf(c)}`
    return sql<SqlBool>`not exists (${entries})`
  }
  if (c.kind === 'id') return sql<SqlBool>`${id} in (${sql.join([...c.ids])})`
  if (c.kind === 'updated' && at === 'r') return anyOf(c.ranges.map(updatedWithin))
  return sql<SqlBool>`${id} in (${idsOf(type, c)})`
}

const isNegated = (c: Condition): c is Indexed => (c.kind === 'missing' && c.missing) || (c.kind === 'token' && c.not)

/** Ids of published resources of a kind that meet a condition; what is not published has no entry in the index. */
function idsOf(type: FhirType, c: Condition): RawBuilder<unknown> {
  if (c.kind === 'has')
    return sql`select substr(h.value, ${type.length + 2}) from fhir_index h where h.type = ${c.from}
      and h.param = ${c.param} and h.value like ${`${type}/%`} and ${holds(c.from, c.condition, 'h')}`
  if (c.kind === 'id' || c.kind === 'updated' || isNegated(c))
    return sql`select r.id from fhir_resource r where r.type = ${type} and not r.deleted and ${holds(type, c, 'r')}`
  return sql`select i.id from fhir_index i where i.type = ${type} and ${entryOf(c)}`
}

type Indexed = Exclude<Condition, { kind: 'id' | 'updated' | 'has' }>

/** Is `i` an entry of the parameter that meets the condition? */
function entryOf(c: Indexed): Sql {
  const param = sql<SqlBool>`i.param = ${c.param}`
  if (c.kind === 'missing') return param
  return sql<SqlBool>`${param} and ${valueHolds(c)}`
}

function valueHolds(c: Exclude<Indexed, { kind: 'missing' }>): Sql {
  if (c.kind === 'string') return anyOf(c.values.map((v) => matches(v, c.how)))
  if (c.kind === 'token') return anyOf(c.values.map(isToken))
  if (c.kind === 'reference') return sql<SqlBool>`i.value in (${sql.join([...c.values])})`
  if (c.kind === 'date') return anyOf(c.ranges.map(daysWithin))
  return anyOf(
    c.to.map(
      (t) => sql<SqlBool>`i.value in (select ${`${t.type}/`}::text || t.id from (${idsOf(t.type, t.condition)}) t(id))`,
    ),
  )
}

const anyOf = (parts: readonly Sql[]): Sql => sql<SqlBool>`(${sql.join([...parts], sql` or `)})`

const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
function matches(text: string, how: Match): Sql {
  const value = folded(text)
  if (how === 'exact') return sql<SqlBool>`(i.value = ${value} and i.detail = ${text})`
  return sql<SqlBool>`i.value like ${`${how === 'contains' ? '%' : ''}${literal(value)}%`}`
}

function isToken(t: Token): Sql {
  if (t.code === undefined) return sql<SqlBool>`i.detail = ${t.system}`
  return t.system === undefined
    ? sql<SqlBool>`i.value = ${t.code}`
    : sql<SqlBool>`(i.value = ${t.code} and i.detail = ${t.system})`
}

/** FHIR R4, 3.1.1.4.4: what each prefix means of a span and a span. `value` is the first day, `detail` the last. */
function daysWithin({ prefix, from, to }: DayRange): Sql {
  const inside = sql<SqlBool>`(i.value >= ${from} and i.detail <= ${to})`
  if (prefix === 'eq') return inside
  if (prefix === 'ne') return sql<SqlBool>`not ${inside}`
  if (prefix === 'gt') return sql<SqlBool>`i.detail > ${to}`
  if (prefix === 'ge') return sql<SqlBool>`(i.detail > ${to} or ${inside})`
  if (prefix === 'lt') return sql<SqlBool>`i.value < ${from}`
  if (prefix === 'le') return sql<SqlBool>`(i.value < ${from} or ${inside})`
  return prefix === 'sa' ? sql<SqlBool>`i.value > ${to}` : sql<SqlBool>`i.detail < ${from}`
}

function updatedWithin({ prefix, from, to }: InstantRange): Sql {
  if (prefix === 'eq') return sql<SqlBool>`(r.updated_at >= ${from} and r.updated_at < ${to})`
  if (prefix === 'ne') return sql<SqlBool>`(r.updated_at < ${from} or r.updated_at >= ${to})`
  if (prefix === 'gt' || prefix === 'sa') return sql<SqlBool>`r.updated_at >= ${to}`
  if (prefix === 'ge') return sql<SqlBool>`r.updated_at >= ${from}`
  return prefix === 'le' ? sql<SqlBool>`r.updated_at < ${to}` : sql<SqlBool>`r.updated_at < ${from}`
}
