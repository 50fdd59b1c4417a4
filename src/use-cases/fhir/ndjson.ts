/** One kind of the directory as NDJSON, in batches by keyset: the same memory for a thousand and ten million. */
import type { Db } from '#db/db.ts'
import { batchOfDirectory } from '#db/queries/fhir/rows.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import type { FhirType } from '#domain/fhir/resource.ts'
import { served } from './served.ts'

const BATCH = 500

export interface Exported {
  readonly type: FhirType
  readonly since?: Date
  readonly on: Day
  readonly snapshot: Snapshot
}

/** Each piece is whole lines. */
export async function* ndjsonOf(
  db: Db,
  _: Permit<'public.view'>,
  { type, since, on, snapshot }: Exported,
): AsyncGenerator<{ readonly text: string; readonly lines: number }> {
  let after = ''
  for (;;) {
    const rows = await batchOfDirectory(db, { type, after, limit: BATCH, ...(since && { since }) })
    if (rows.length === 0) return
    yield {
      text: rows.map((r) => `${JSON.stringify(served(snapshot, r, on).resource)}\n`).join(''),
      lines: rows.length,
    }
    after = rows.at(-1)!.id
  }
}

/** What is no longer published since an instant, as Bundles of deletions (Bulk Data, "deleted"). */
export async function* deletionsOf(
  db: Db,
  _: Permit<'public.view'>,
  types: readonly FhirType[],
  since: Date,
): AsyncGenerator<string> {
  for (const type of types) {
    let after = ''
    for (;;) {
      const rows = await batchOfDirectory(db, { type, after, limit: BATCH, since, deleted: true })
      if (rows.length === 0) break
      const entry = rows.map((r) => ({ request: { method: 'DELETE', url: `${r.type}/${r.id}` } }))
      yield `${JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry })}\n`
      after = rows.at(-1)!.id
    }
  }
}
