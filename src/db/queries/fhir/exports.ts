/** Reads of bulk exports by their id, which only who asked knows. */
import type { FhirType } from '#domain/fhir/resource.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface DirectoryExport {
  readonly id: string
  readonly askedAt: Date
  readonly request: string
  readonly types: readonly FhirType[]
  readonly since: Date | undefined
  readonly counts: Readonly<Partial<Record<FhirType, number>>>
  readonly finishedAt: Date | undefined
}

/** One that was neither canceled nor is older than `after`. */
export async function findExport(db: Db, id: string, after: Date): Promise<DirectoryExport | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined
  const row = await open(db)
    .selectFrom('fhir_export')
    .selectAll()
    .where('id', '=', id)
    .where('canceled_at', 'is', null)
    .where('asked_at', '>=', after)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      askedAt: row.asked_at,
      request: row.request,
      types: row.types,
      since: row.since ?? undefined,
      counts: row.counts,
      finishedAt: row.finished_at ?? undefined,
    }
  )
}

export async function countExports(db: Db, after: Date): Promise<number> {
  const { n } = await open(db)
    .selectFrom('fhir_export')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('asked_at', '>=', after)
    .where('canceled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return n
}
