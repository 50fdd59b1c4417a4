/** Rows of public files on their way into the record: in a table of the transaction that ends with it. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { PublicFileKind } from '#domain/publication/layouts.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

type Operator = Permit<'registry.manage'>

/** A character that no cell has. */
const BETWEEN = '\u001f'

export const openStage = async (tx: Db, _: Operator): Promise<void> => {
  await sql`create temporary table public_row (kind text not null, line bigint not null, cells text[] not null)
    on commit drop`.execute(open(tx))
}

export interface StagedRow {
  readonly line: number
  /** In the order of the layout's columns; '' for a column that the file does not have. */
  readonly cells: readonly string[]
}

export const stageRows = async (
  tx: Db,
  _: Operator,
  kind: PublicFileKind,
  rows: readonly StagedRow[],
): Promise<void> => {
  const joined = rows.map((r) => r.cells.map((c) => c.replaceAll(BETWEEN, ' ')).join(BETWEEN))
  await sql`insert into public_row (kind, line, cells)
    select ${kind}, r.line, string_to_array(r.cells, ${BETWEEN})
    from unnest(${rows.map((r) => r.line)}::bigint[], ${joined}::text[]) as r (line, cells)`.execute(open(tx))
}

/** So that the statements that follow are planned with what is there. */
export const endStage = async (tx: Db, _: Operator): Promise<void> => {
  await sql`create index on public_row (kind, (cells[1]))`.execute(open(tx))
  await sql`analyze public_row`.execute(open(tx))
}
