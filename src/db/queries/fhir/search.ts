/** Searches of the directory as SQL over its index. Every page is a range of the primary key. Reads only. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { FhirType } from '#domain/fhir/resource.ts'
import type { Condition, DayRange, InstantRange, Match, Token } from '#domain/fhir/search/conditions.ts'
import { folded } from '#domain/fhir/search/index-entries.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
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
  let query = open(db)
    .selectFrom('fhir_resource as r')
    .select(rowColumns)
    .where('r.type', '=', q.type)
    .where('r.deleted', '=', false)
  for (const c of q.conditions) query = query.where(holds(q.type, c, 'r'))
  if (q.after) query = query.where('r.id', '>', q.after)
  return query.orderBy('r.id').limit(q.limit).execute()
}

export async function countDirectory(
  db: Db,
  type: FhirType,
  conditions: readonly Condition[],
  since?: Date,
): Promise<number> {
  let query = open(db)
    .selectFrom('fhir_resource as r')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('r.type', '=', type)
    .where('r.deleted', '=', false)
  for (const c of conditions) query = query.where(holds(type, c, 'r'))
  if (since) query = query.where('r.updated_at', '>=', since)
  return (await query.executeTakeFirstOrThrow()).n
}

/** A condition on the row `at` of fhir_resource, or on a row of the index of the same id. */
function holds(type: FhirType, c: Condition, at: 'r' | 'i' | 'h'): Sql {
  const id = sql.ref(`${at}.id`)
  if (c.kind === 'id') return sql<SqlBool>`${id} in (${sql.join(c.ids)})`
  if (c.kind === 'updated')
    return at === 'r'
      ? anyOf(c.ranges.map(updatedWithin))
      : sql<SqlBool>`${id} in (select r.id from fhir_resource r where r.type = ${type} and ${anyOf(c.ranges.map(updatedWithin))})`
  if (c.kind === 'has') return sql<SqlBool>`${id} in (${pointedAt(type, c)})`
  const found = sql`(${idsOf(type, c)})`
  const not = (c.kind === 'missing' && c.missing) || (c.kind === 'token' && c.not)
  return not ? sql<SqlBool>`${id} not in ${found}` : sql<SqlBool>`${id} in ${found}`
}

/** Ids of a kind whose index entries meet a condition (of a negated one: those to leave out). */
function idsOf(type: FhirType, c: Exclude<Condition, { kind: 'id' | 'updated' | 'has' }>): RawBuilder<unknown> {
  const from = sql`select i.id from fhir_index i where i.type = ${type} and i.param = ${c.param}`
  if (c.kind === 'missing') return from
  if (c.kind === 'string') return sql`${from} and ${anyOf(c.values.map((v) => matches(v, c.how)))}`
  if (c.kind === 'token') return sql`${from} and ${anyOf(c.values.map(isToken))}`
  if (c.kind === 'reference') return sql`${from} and i.value in (${sql.join([...c.values])})`
  if (c.kind === 'date') return sql`${from} and ${anyOf(c.ranges.map(daysWithin))}`
  return sql`${from} and ${anyOf(
    c.to.map(
      (t) => sql<SqlBool>`i.value in (select ${`${t.type}/`} || r.id from fhir_resource r
        where r.type = ${t.type} and not r.deleted and ${holds(t.type, t.condition, 'r')})`,
    ),
  )}`
}

const pointedAt = (type: FhirType, c: Extract<Condition, { kind: 'has' }>) =>
  sql`select substr(h.value, ${type.length + 2}) from fhir_index h
    where h.type = ${c.from} and h.param = ${c.param} and h.value like ${`${type}/%`} and ${holds(c.from, c.condition, 'h')}`

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
