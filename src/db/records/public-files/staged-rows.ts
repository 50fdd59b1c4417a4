/** Rows of public files on their way into the record, and the enrollments that they change: in tables of the transaction that end with it. */
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
  await sql`create temporary table changed_enrollment (id text primary key) on commit drop`.execute(open(tx))
}

/** For the statement that made the rows of `fresh`: the enrollment in this column of theirs has changed. */
export const changedIn = (column: string) =>
  sql`insert into changed_enrollment select distinct ${sql.ref(column)} from fresh on conflict do nothing`

/** Tells whoever follows the record of each enrollment that changed: once, however many files say something of it. */
export const noteChanged = async (tx: Db, _: Operator, at: Date): Promise<void> => {
  await sql`insert into enrollment_change (enrollment_id, at) select id, ${at} from changed_enrollment order by id`.execute(
    open(tx),
  )
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
