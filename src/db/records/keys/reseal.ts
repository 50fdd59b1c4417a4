/**
 * Seals anew, under the present master key, what only the former one opens: a few rows a transaction, each written only
 * over the envelope that was read, so that others write meanwhile and a killed run is just run again. What is under the
 * present key already is left as it is.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { type SealedKind, sealedColumns, sealedFiles } from '../../queries/backup/sealed-kinds.ts'

const BATCH = 100

export interface Resealed {
  /** "letter.sealed_pdf" */
  readonly kind: string
  readonly resealed: number
  /** Under the present key before. */
  readonly already: number
  /** Opened by neither key: altered, or a file that is missing. */
  readonly failed: number
}

interface FileStore {
  get(name: string): Promise<Uint8Array>
  /** Replaces the file as a whole or not at all. */
  keep(name: string, bytes: Uint8Array): Promise<void>
}

/** One kind after another. Throws when the database or the store is lost; what was done until then stays done. */
export async function* resealAll(db: Db, _: Permit<'registry.manage'>, files: FileStore): AsyncGenerator<Resealed> {
  for (const kind of sealedColumns) yield await resealKind(db, kind)
  for (const kind of sealedFiles) yield await resealKind(db, kind, files)
}

async function resealKind(db: Db, kind: SealedKind, files?: FileStore): Promise<Resealed> {
  const counts = { resealed: 0, already: 0, failed: 0 }
  const types = await typesOf(db, kind)
  for (let after: readonly string[] | undefined; ; ) {
    const rows = await readBatch(db, kind, types, after)
    const anew: { readonly key: readonly string[]; readonly old: Buffer; readonly sealed: Buffer }[] = []
    for (const { key, value } of rows) {
      try {
        const envelope = files ? await files.get(value.toString()) : value
        const sealed = vaultOf(db).reseal(kind.place(key), envelope)
        if (!sealed) counts.already++
        else if (files) {
          await files.keep(value.toString(), sealed)
          counts.resealed++
        } else anew.push({ key, old: value, sealed })
      } catch {
        counts.failed++
      }
    }
    if (anew.length > 0) counts.resealed += await writeBatch(db, kind, types, anew)
    if (rows.length < BATCH) break
    after = rows.at(-1)!.key
  }
  return { kind: `${kind.table}.${kind.column}`, ...counts }
}

const keyOf = (kind: SealedKind, types: readonly string[], values: readonly RawBuilder<unknown>[]) => ({
  columns: sql.join(kind.key.map((c) => sql.ref(`t.${c}`))),
  values: sql.join(values.map((v, i) => sql`${v}::${sql.raw(types[i]!)}`)),
})

async function readBatch(db: Db, kind: SealedKind, types: readonly string[], after: readonly string[] | undefined) {
  const texts = sql.join(kind.key.map((c) => sql`${sql.ref(`t.${c}`)}::text`))
  const key = keyOf(kind, types, after?.map((v) => sql`${v}`) ?? [])
  const value = sql.ref(`t.${kind.column}`)
  const { rows } = await sql<{ key: string[]; value: Buffer | string }>`
    select array[${texts}] as key, ${value} as value from ${sql.table(kind.table)} t
    where ${value} is not null ${after ? sql`and (${key.columns}) > (${key.values})` : sql``}
    order by ${key.columns} limit ${BATCH}`.execute(open(db))
  return rows.map((r) => ({ key: r.key, value: Buffer.from(r.value as Buffer) }))
}

async function writeBatch(
  db: Db,
  kind: SealedKind,
  types: readonly string[],
  anew: readonly { readonly key: readonly string[]; readonly old: Buffer; readonly sealed: Buffer }[],
): Promise<number> {
  const names = kind.key.map((_, i) => sql.ref(`v.k${i}`))
  const key = keyOf(kind, types, names)
  const { numAffectedRows } = await sql`
    update ${sql.table(kind.table)} t set ${sql.ref(kind.column)} = v.sealed
    from (select ${sql.join([
      ...kind.key.map((_, i) => sql`unnest(${anew.map((a) => a.key[i])}::text[]) as ${sql.ref(`k${i}`)}`),
      sql`unnest(${anew.map((a) => a.old)}::bytea[]) as old`,
      sql`unnest(${anew.map((a) => a.sealed)}::bytea[]) as sealed`,
    ])}) v
    where (${key.columns}) = (${key.values}) and ${sql.ref(`t.${kind.column}`)} = v.old`.execute(open(db))
  return Number(numAffectedRows ?? 0)
}

/** How PostgreSQL calls the types of the key's columns. */
async function typesOf(db: Db, kind: SealedKind): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; type: string }>`
    select attname::text as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${kind.table}::regclass and attnum > 0 and not attisdropped`.execute(open(db))
  return kind.key.map((c) => rows.find((r) => r.name === c)!.type)
}
