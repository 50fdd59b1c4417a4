/** Rows of a published All-Owners file: the whole file takes the place of the one before, or nothing changes. */
import type { Permit } from '#domain/access/policy.ts'
import type { OwnerRow } from '#domain/ownership/all-owners.ts'
import type { PublishedFacility } from '#domain/ownership/published-facilities.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface OwnersFile {
  readonly facility: PublishedFacility
  readonly fileName: string
  readonly sha256: string
  readonly rows: number
  readonly quarantined: number
}
const BATCH = 2_000

/** Within the caller's transaction. */
export async function replaceOwnersFile(
  tx: Db,
  _: Permit<'registry.manage'>,
  file: OwnersFile,
  rows: readonly { readonly line: number; readonly row: OwnerRow }[],
  at: Date,
): Promise<void> {
  const k = open(tx)
  await k.deleteFrom('published_interest').where('facility', '=', file.facility).execute()
  const { facility, fileName: file_name, fileName: __, ...counts } = file
  const said = { file_name, ...counts, loaded_at: at }
  await k
    .insertInto('owners_file')
    .values({ facility, ...said })
    .onConflict((c) => c.column('facility').doUpdateSet(said))
    .execute()
  for (let i = 0; i < rows.length; i += BATCH)
    await k
      .insertInto('published_interest')
      .values(
        rows.slice(i, i + BATCH).map(({ line, row }) => ({
          facility,
          line,
          enrollment_id: row.enrollmentId,
          associate_id: row.associateId,
          organization: row.organization,
          owner_associate_id: row.ownerAssociateId,
          owner_kind: row.kind,
          owner_name: row.name,
          role_code: row.roleCode,
          role_text: row.roleText,
          role: row.role ?? null,
          millionths: row.percent === undefined ? null : Math.round(row.percent * 10_000),
          since: row.since ?? null,
          kinds: JSON.stringify(row.kinds),
          detail: JSON.stringify(row),
        })),
      )
      .execute()
}

/** The digest of the file in force; undefined when none was loaded. */
export async function loadedOwnersFile(
  db: Db,
  _: Permit<'registry.manage'>,
  facility: PublishedFacility,
): Promise<string | undefined> {
  const row = await open(db)
    .selectFrom('owners_file')
    .select('sha256')
    .where('facility', '=', facility)
    .executeTakeFirst()
  return row?.sha256
}
