/**
 * Reads every sealed value, one kind after another, and says whether it opens with the keys that are held. What was
 * opened is thrown away at once: nothing of it is returned. Read by COPY, so that memory is flat.
 */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { startCopying } from '../../kit/copying.ts'
import { vaultOf } from '../../kit/open.ts'
import { linesOf } from './copy-lines.ts'
import { type SealedKind, sealedColumns, sealedFiles } from './sealed-kinds.ts'

type Operator = Permit<'registry.manage'>

export interface KindCount {
  /** "letter.sealed_pdf" */
  readonly kind: string
  readonly opened: number
  /** Of them, those that only the key before the present one opens. */
  readonly former: number
  /** Rows (or files) that do not open. */
  readonly failed: number
}

/** `fileOf` fetches a stored file by name; one that cannot be fetched counts as one that does not open. */
export async function* checkSealed(
  db: Db,
  _: Operator,
  fileOf: (name: string) => Promise<Uint8Array>,
): AsyncGenerator<KindCount> {
  const vault = vaultOf(db)
  const copying = await startCopying(db)
  try {
    for (const kind of [...sealedColumns, ...sealedFiles]) {
      const isFile = sealedFiles.includes(kind)
      const counts = { opened: 0, former: 0, failed: 0 }
      for await (const line of linesOf(copying.copyOut(statementOf(kind, isFile)))) {
        const fields = line.split('\t').map((f) => Buffer.from(f, 'hex'))
        const value = fields.pop()!
        try {
          const place = kind.place(fields.map((f) => f.toString()))
          if (vault.reseal(place, isFile ? await fileOf(value.toString()) : value)) counts.former++
          counts.opened++
        } catch {
          counts.failed++
        }
      }
      yield { kind: `${kind.table}.${kind.column}`, ...counts }
    }
  } finally {
    await copying.close()
  }
}

// As hexadecimal digits: no tab and no line end can be inside a field.
const statementOf = ({ table, column, key }: SealedKind, isFile: boolean): string => {
  const text = (c: string) => `encode(convert_to(${c}::text, 'UTF8'), 'hex')`
  const value = isFile ? text(column) : `encode(${column}, 'hex')`
  return `copy (select ${[...key.map(text), value].join(', ')} from ${table} where ${column} is not null) to stdout`
}

const CHECK = 'backup|key check|1'

/** A value that opens only with the key of today (or, after a rotation, as the previous one); it tells nothing of it. */
export const keyCheckOf = (db: Db, _: Operator): string => vaultOf(db).seal(CHECK, 'openpecos').toString('base64')
/** Whether the keys that are held open it. */
export function opensKeyCheck(db: Db, _: Operator, check: string): boolean {
  try {
    return vaultOf(db).unseal(CHECK, Buffer.from(check, 'base64')).toString() === 'openpecos'
  } catch {
    return false
  }
}
