/** What an application holds: its items by section, restricted answers opened. */
import type { Kysely } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { type At, statement } from '../../kit/statement.ts'
import type { Tables } from '../../kit/tables.ts'
import {
  type ApplicationHeader,
  type ApplicationPermit,
  applicationHeaderOf,
  applicationHeaders,
} from './applications.ts'

export interface StoredItem {
  readonly id: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly version: number
  readonly updatedAt: Date
}
/** Items by section id, in the order they were added; restricted answers opened. */
export type StoredFile = Readonly<Record<string, readonly StoredItem[]>>

export const itemPlace = (applicationId: string, sectionId: string, itemId: string): string =>
  `section_answers|restricted|${applicationId}/${sectionId}/${itemId}`

const itemsOf = (k: Kysely<Tables>, applicationId: string) =>
  k
    .selectFrom('section_answers')
    .select(['section_id', 'item_id', 'answers', 'restricted', 'version', 'updated_at'])
    .where('application_id', '=', applicationId)
    .orderBy('section_id')
    .orderBy('position')
const presentItems = statement((k, at: At<{ id: string }>) => itemsOf(k, at('id')).where('removed_at', 'is', null))

/** Everything answered in the application. With `removed` the items that were taken out, instead. */
export async function findFile(db: Db, permit: ApplicationPermit, removed = false): Promise<StoredFile> {
  const rows = removed
    ? await itemsOf(open(db), permit.subjectId).where('removed_at', 'is not', null).execute()
    : await presentItems(db, { id: permit.subjectId })
  return fileOf(db, permit.subjectId, rows)
}

const whole = statement((k, at: At<{ id: string }>) =>
  applicationHeaders(k)
    .where('a.id', '=', at('id'))
    .select(jsonArrayFrom(itemsOf(k, at('id')).where('removed_at', 'is', null)).as('items')),
)

export interface ApplicationWithFile {
  readonly header: ApplicationHeader
  readonly file: StoredFile
}

/** The application with everything answered in it, in one statement. Throws when it is gone since the permit was given. */
export async function findWithFile(db: Db, permit: ApplicationPermit): Promise<ApplicationWithFile> {
  const [row] = await whole(db, { id: permit.subjectId })
  if (!row) throw new Error('an application that was there is gone')
  const items = row.items.map((i) => ({
    ...i,
    restricted: i.restricted === null ? null : bytesOf(i.restricted),
    updated_at: new Date(i.updated_at),
  }))
  return { header: applicationHeaderOf(row), file: fileOf(db, permit.subjectId, items) }
}

/** Bytes come in JSON as "\\x" and two digits each. */
const bytesOf = (hex: string): Buffer => Buffer.from(hex.slice(2), 'hex')

interface ItemRow {
  readonly section_id: string
  readonly item_id: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly restricted: Uint8Array | null
  readonly version: number
  readonly updated_at: Date
}
function fileOf(db: Db, applicationId: string, rows: readonly ItemRow[]): StoredFile {
  const file: Record<string, StoredItem[]> = {}
  for (const r of rows) {
    const restricted = r.restricted
      ? (JSON.parse(
          vaultOf(db)
            .unseal(itemPlace(applicationId, r.section_id, r.item_id), r.restricted)
            .toString(),
        ) as Record<string, unknown>)
      : {}
    const items = file[r.section_id] ?? []
    file[r.section_id] = items
    items.push({ id: r.item_id, answers: { ...r.answers, ...restricted }, version: r.version, updatedAt: r.updated_at })
  }
  return file
}
