/**
 * Answers the NPI registry API from the imported registry and the files beside it. Where an enrollee keeps a practice
 * location out of what is public, its street stays out here too. Nothing is written down about who asked.
 */
import type { Db } from '#db/db.ts'
import { findRegistryProvider } from '#db/queries/registry-files/registry.ts'
import { listHiddenPlaces, searchRegistryLegs } from '#db/queries/registry-files/search-providers.ts'
import { listSideRows, listTaxonomyNames } from '#db/queries/registry-files/side-rows.ts'
import type { Permit } from '#domain/access/policy.ts'
import { crosswalkSeed } from '#domain/enrollment/taxonomy-crosswalk.ts'
import type { Address } from '#domain/party/address.ts'
import { nameKey } from '#domain/party/name-key.ts'
import { isActive, type RegistryProvider } from '#domain/party/registry-provider.ts'
import type { NppesCriteria } from '#domain/registry/nppes-criteria.ts'
import { type NppesRecord, nppesRecord } from '#domain/registry/nppes-record.ts'
import { searchLegs } from '#domain/registry/search-terms.ts'
import type { SideRows } from '#domain/registry/side-rows.ts'
import { taxonomyWords } from '#domain/registry/taxonomy-words.ts'
import { specialtyWords } from '#words/en/reference/specialties.ts'

const nothing: SideRows = { otherNames: [], locations: [], endpoints: [] }
const ownNames = new Map<string, string>(crosswalkSeed.map(([code, specialty]) => [code, specialtyWords[specialty]]))

/** One page, by NPI; empty when the registry has nobody so. Ask `sourceVersion` whether there is a registry at all. */
export async function searchNppes(
  db: Db,
  permit: Permit<'public.view'>,
  criteria: NppesCriteria,
): Promise<readonly NppesRecord[]> {
  const { taxonomy } = criteria
  const meant = taxonomy && taxonomyWords(await listTaxonomyNames(db, permit), ownNames).codesOf(taxonomy)
  const found = await find(db, permit, criteria, meant)
  const npis = found.map((p) => p.npi)
  const codes = [...new Set(found.flatMap((p) => p.taxonomies.map((t) => t.code)))]
  const [side, hidden, names] = await Promise.all([
    listSideRows(db, permit, npis),
    listHiddenPlaces(db, permit, npis),
    listTaxonomyNames(db, permit, codes),
  ])
  const { nameOf } = taxonomyWords(names, ownNames)
  return found.map((p) => {
    const rows = side.get(p.npi) ?? nothing
    const kept = withoutHidden(hidden.get(p.npi) ?? [])
    return nppesRecord(
      { ...p, ...(p.practice && { practice: kept(p.practice) }), ...(p.mailing && { mailing: kept(p.mailing) }) },
      { ...rows, locations: rows.locations.map(kept) },
      nameOf,
    )
  })
}

/** Is the number all that is asked for? */
export const asksByNumber = ({ number, limit: _, skip: __, ...rest }: NppesCriteria): boolean =>
  number !== undefined && Object.keys(rest).length === 0

async function find(
  db: Db,
  permit: Permit<'public.view'>,
  criteria: NppesCriteria,
  codes: readonly string[] | undefined,
): Promise<readonly RegistryProvider[]> {
  const { number, limit, skip } = criteria
  if (number && asksByNumber(criteria)) {
    const one = await findRegistryProvider(db, permit, number)
    return one && isActive(one) && one.entityType !== undefined && skip === 0 ? [one] : []
  }
  if (codes?.length === 0) return []
  return searchRegistryLegs(db, permit, { legs: searchLegs(criteria, codes), ...(number && { number }), limit, skip })
}

const withoutHidden =
  (hidden: readonly Address[]) =>
  (a: Address): Address =>
    hidden.some((h) => nameKey(h.line1) === nameKey(a.line1) && h.zip.slice(0, 5) === a.zip.slice(0, 5))
      ? { line1: '', city: a.city, state: a.state, zip: '', ...(a.country && { country: a.country }) }
      : a
