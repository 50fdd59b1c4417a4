/** Writes of bulk exports: asked for, counted kind by kind, canceled, swept after a day. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { FhirType } from '#domain/fhir/resource.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface NewExport {
  readonly request: string
  readonly types: readonly FhirType[]
  readonly since: Date | undefined
}

export async function insertExport(db: Db, _: Permit<'public.view'>, e: NewExport, at: Date): Promise<string> {
  const id = randomUUID()
  await open(db)
    .insertInto('fhir_export')
    .values({
      id,
      asked_at: at,
      request: e.request,
      types: JSON.stringify(e.types),
      since: e.since ?? null,
      counts: '{}',
      finished_at: null,
      canceled_at: null,
    })
    .execute()
  return id
}

export async function saveExportCounts(
  db: Db,
  _: Permit<'public.view'>,
  id: string,
  counts: Readonly<Partial<Record<FhirType, number>>>,
  finishedAt: Date | undefined,
): Promise<void> {
  await open(db)
    .updateTable('fhir_export')
    .set({ counts: JSON.stringify(counts), ...(finishedAt && { finished_at: finishedAt }) })
    .where('id', '=', id)
    .execute()
}

/** False when there is none of the id, or it was canceled before. */
export async function cancelExport(db: Db, _: Permit<'public.view'>, id: string, at: Date): Promise<boolean> {
  const row = await open(db)
    .updateTable('fhir_export')
    .set({ canceled_at: at })
    .where('id', '=', id)
    .where('canceled_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const sweepExports = async (db: Db, _: Permit<'system.run'>, before: Date): Promise<void> => {
  await open(db).deleteFrom('fhir_export').where('asked_at', '<', before).execute()
}
