/** Reads of what stands on the download page. */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { PublicFileKind } from '#domain/publication/layouts.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface StoredFile {
  readonly kind: PublicFileKind
  readonly name: string
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}
export interface Publication {
  readonly id: string
  readonly asOf: Day
  readonly version: number
  readonly madeAt: Date
  readonly files: readonly StoredFile[]
}

/** The newest; undefined before the first. */
export async function currentPublication(
  db: Db,
  _: Permit<'public.view' | 'system.run'>,
): Promise<Publication | undefined> {
  const k = open(db)
  const row = await k.selectFrom('publication').selectAll().orderBy('made_at', 'desc').limit(1).executeTakeFirst()
  if (!row) return undefined
  const files = await k
    .selectFrom('public_file')
    .select(['kind', 'name', 'rows', 'bytes', 'sha256'])
    .where('publication_id', '=', row.id)
    .orderBy('position')
    .execute()
  return { id: row.id, asOf: row.as_of, version: row.version, madeAt: row.made_at, files }
}

/** The content of a file, a piece at a time. */
export async function* piecesOf(
  db: Db,
  _: Permit<'public.view'>,
  publicationId: string,
  name: string,
): AsyncGenerator<Buffer> {
  for (let ordinal = 0; ; ordinal++) {
    const row = await open(db)
      .selectFrom('public_file_piece')
      .select('content')
      .where('publication_id', '=', publicationId)
      .where('name', '=', name)
      .where('ordinal', '=', ordinal)
      .executeTakeFirst()
    if (!row) return
    yield row.content
  }
}
