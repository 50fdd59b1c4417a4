/** Writes of what stands on the download page, and the numbers under which parties are published. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { PublicFileKind } from '#domain/publication/layouts.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

type Running = Permit<'system.run'>

/**
 * Gives every enrolled party without one its ten digits. They look random but count up (7368787 has no factor in
 * common with 10^10), and a number that an imported file brought is passed over.
 */
export async function giveAssociateIds(db: Db, _: Running): Promise<void> {
  for (;;) {
    const { numAffectedRows } = await sql`
      update enrollee e set associate_id = c.number
      from (
        select x.id, lpad(((x.n * 7368787) % 10000000000)::text, 10, '0') as number
        from (select w.id, nextval('associate_number') as n from (
          select id from enrollee where associate_id = ''
            and exists (select 1 from enrollment n where n.enrollee_id = enrollee.id)
          order by created_at, npi limit 10000) w) x
      ) c
      where c.id = e.id and not exists (select 1 from enrollee t where t.associate_id = c.number)`.execute(open(db))
    if (!numAffectedRows) return
  }
}

/** Opens a publication, the next of its day, within the caller's transaction. */
export async function beginPublication(
  tx: Db,
  _: Running,
  asOf: Day,
  at: Date,
): Promise<{ readonly id: string; readonly version: number }> {
  const k = open(tx)
  const { last } = await k
    .selectFrom('publication')
    .select((e) => e.fn.coalesce(e.fn.max('version'), e.val(0)).as('last'))
    .where('as_of', '=', asOf)
    .executeTakeFirstOrThrow()
  const id = randomUUID()
  const version = Number(last) + 1
  await k.insertInto('publication').values({ id, as_of: asOf, version, made_at: at }).execute()
  return { id, version }
}

export const insertPiece = async (
  tx: Db,
  _: Running,
  piece: { readonly publicationId: string; readonly name: string; readonly ordinal: number; readonly content: Buffer },
): Promise<void> => {
  const { publicationId: publication_id, ...rest } = piece
  await open(tx)
    .insertInto('public_file_piece')
    .values({ publication_id, ...rest })
    .execute()
}

export const insertPublicFile = async (
  tx: Db,
  _: Running,
  publicationId: string,
  position: number,
  file: {
    readonly kind: PublicFileKind
    readonly name: string
    readonly rows: number
    readonly bytes: number
    readonly sha256: string
  },
): Promise<void> => {
  const { kind, name, rows, bytes, sha256 } = file
  await open(tx)
    .insertInto('public_file')
    .values({ publication_id: publicationId, position, kind, name, rows, bytes, sha256 })
    .execute()
}

/** Forgets the publications before, so that one set of files is kept. */
export async function removeOtherPublications(tx: Db, _: Running, id: string): Promise<void> {
  const k = open(tx)
  await k.deleteFrom('public_file_piece').where('publication_id', '!=', id).execute()
  await k.deleteFrom('public_file').where('publication_id', '!=', id).execute()
  await k.deleteFrom('publication').where('id', '!=', id).execute()
}
