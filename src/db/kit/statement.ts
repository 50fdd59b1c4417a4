/**
 * Statements of pages that are opened all the time: written with the query builder, compiled once, and prepared on each
 * connection, so that neither this program nor PostgreSQL thinks about their words again. What they read is always new.
 */
import { createHash } from 'node:crypto'
import { type Compilable, CompiledQuery, type Kysely } from 'kysely'
import type { Db } from '../db.ts'
import { open, poolOf } from './open.ts'
import type { Tables } from './tables.ts'

/** Stands in the text for what is given later; of the type of what is given. */
class Place {
  readonly name: PropertyKey
  constructor(name: PropertyKey) {
    this.name = name
  }
}

/** Names a value that is given later. */
export type At<P> = <K extends keyof P>(name: K) => P[K]

interface Prepared {
  readonly name: string
  readonly text: string
  /** The values in the order of the text. */
  values(given: Readonly<Record<PropertyKey, unknown>>): unknown[]
}

/**
 * A statement as a function of what it is given by name. The text must not hang on what is given: lists go in as one
 * array. Works inside transactions too, there without being prepared.
 */
export function statement<P extends object, R>(
  build: (k: Kysely<Tables>, at: At<P>) => Compilable<R>,
): (db: Db, given: P) => Promise<readonly R[]> {
  let prepared: Prepared | undefined
  return async (db, given) => {
    prepared ??= prepare(build(open(db), (name) => new Place(name) as never).compile())
    const { name, text } = prepared
    const values = prepared.values(given as Record<PropertyKey, unknown>)
    const pool = poolOf(db)
    if (!pool) return (await open(db).executeQuery<R>(CompiledQuery.raw(text, values))).rows
    try {
      return (await pool.query({ name, text, values })).rows as R[]
    } catch (fault) {
      if (!isOutdated(fault)) throw fault
      return (await pool.query(text, values)).rows as R[]
    }
  }
}

function prepare({ sql, parameters }: CompiledQuery): Prepared {
  const order = [...parameters]
  return {
    name: `s_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`,
    text: sql,
    values: (given) => order.map((p) => (p instanceof Place ? given[p.name] : p)),
  }
}

/** A table was altered, or a pooler between us and PostgreSQL gave us another connection: once more, unprepared. */
const isOutdated = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && (fault.code === '0A000' || fault.code === '26000')

/** A row that came as JSON, with these instants as Date again. */
export function withDates<R extends object, K extends keyof R>(
  row: R,
  names: readonly K[],
): Omit<R, K> & { readonly [N in K]: Date | Extract<R[N], null> } {
  const dated: Partial<Record<K, Date | null>> = {}
  for (const name of names) dated[name] = row[name] === null ? null : new Date(row[name] as string)
  return { ...row, ...dated } as never
}
