/** The lists that a screening asks, loaded: the registry with Dr. Vega, exclusions, and lists that name nobody. */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { day } from '#domain/dates.ts'
import type { Exclusion } from '#domain/party/exclusion.ts'
import { nameKey } from '#domain/party/name-key.ts'
import type { RegistryProvider, SourceKind } from '#domain/party/registry-provider.ts'
import { vegaNpi } from '#test/people/dr-vega.ts'

export const vegaInRegistry: RegistryProvider = {
  npi: vegaNpi,
  entityType: 1,
  person: { last: 'VEGA', first: 'ROSA', middle: 'MARIA', credential: 'MD' },
  otherNames: [],
  practice: { line1: '410 ELM ST STE 2', city: 'SPRINGFIELD', state: 'IL', zip: '627011204' },
  mailing: { line1: 'PO BOX 118', city: 'SPRINGFIELD', state: 'IL', zip: '62701' },
  taxonomies: [{ code: '207Q00000X', license: '036900111', licenseState: 'IL', primary: true }],
}

async function load(db: Db, source: SourceKind, now: Date): Promise<string> {
  const id = randomUUID()
  await open(db)
    .insertInto('source_import')
    .values({
      id,
      source,
      file_name: `${source}.csv`,
      sha256: source,
      increment: false,
      status: 'current',
      as_of: day('2026-11-01'),
      as_of_stated: true,
      bytes_total: 1,
      unknown_columns: '[]',
      started_at: now,
      finished_at: now,
      refused_code: null,
    })
    .execute()
  return id
}

/** The registry with Dr. Vega, and an exclusion list with these rows. */
export async function seedLists(db: Db, now: Date, exclusions: readonly Exclusion[] = []): Promise<void> {
  const nppes = await load(db, 'nppes', now)
  await open(db)
    .insertInto('registry_provider')
    .values({
      import_id: nppes,
      npi: vegaNpi,
      entity_type: 1,
      name_key: 'VEGA',
      first_key: 'ROSA',
      state: 'IL',
      city_key: 'SPRINGFIELD',
      deactivated_on: null,
      reactivated_on: null,
      detail: JSON.stringify(vegaInRegistry),
    })
    .execute()
  await seedExclusions(db, now, exclusions)
  // Lists that every screening must ask; nobody is on them.
  for (const source of ['sam', 'revocations', 'death-file'] as const) await load(db, source, now)
}

export async function seedExclusions(db: Db, now: Date, exclusions: readonly Exclusion[]): Promise<void> {
  const leie = await load(db, 'leie', now)
  for (const e of exclusions)
    await open(db)
      .insertInto('exclusion')
      .values({
        import_id: leie,
        id: e.id,
        npi: e.npi ?? null,
        last_key: nameKey(e.last ?? ''),
        first_key: nameKey(e.first ?? ''),
        first_initial: nameKey(e.first ?? '').slice(0, 1),
        business_key: nameKey(e.business ?? ''),
        born_on: e.bornOn ?? null,
        authority: e.authority,
        excluded_on: e.excludedOn,
        reinstated_on: null,
        detail: JSON.stringify(e),
      })
      .execute()
}
