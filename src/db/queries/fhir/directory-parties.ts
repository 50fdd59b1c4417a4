/**
 * Everything public of some NPIs, for the directory: six statements, however many NPIs. Hidden locations are read
 * only to keep them out of what the registry says. Reads only.
 */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { isEnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import type { AskedSource, DirectoryEnrollment, DirectoryParty, DirectoryReassignment } from '#domain/fhir/party.ts'
import type { Address } from '#domain/party/address.ts'
import { nameKey } from '#domain/party/name-key.ts'
import { titleCase } from '#domain/party/title-case.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { type ApprovedEvidence, evidenceOf, type SourceNames } from './approved-evidence.ts'
import { groupsOf } from './reassigned-groups.ts'

export interface PartyWords {
  specialtyName(code: string): string
  readonly sources: SourceNames
}

/** Those of the NPIs that have an enrollment, with what runs on `on` or later. */
export async function readDirectoryParties(
  db: Db,
  _: Permit<'system.run'>,
  npis: readonly string[],
  on: Day,
  words: PartyWords,
): Promise<readonly DirectoryParty[]> {
  if (npis.length === 0) return []
  const k = open(db)
  const enrollments = await k
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['n.id', 'n.specialty', 'n.contractor_id', 'e.npi', 'e.kind', 'e.display_name'])
    .where('e.npi', 'in', npis)
    .orderBy('n.id')
    .execute()
  const ids = enrollments.map((n) => n.id)
  if (ids.length === 0) return []
  // One after the other: a transaction has one connection.
  const periods = await k
    .selectFrom('enrollment_period')
    .select(['enrollment_id', 'status', 'from_on', 'to_on'])
    .where('enrollment_id', 'in', ids)
    .where('known_to', 'is', null)
    .orderBy('from_on')
    .execute()
  const locations = await k
    .selectFrom('enrollment_location')
    .select(['enrollment_id', 'item_id', 'name', 'address', 'public', 'from_on', 'to_on'])
    .where('enrollment_id', 'in', ids)
    .where('known_to', 'is', null)
    .where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', on)]))
    .orderBy('item_id')
    .orderBy('from_on')
    .execute()
  const groups = await groupsOf(db, ids, on)
  const evidence = await evidenceOf(db, ids, words.sources)
  const source = await registrySource(db, words.sources)
  const registry = source ? await registryOf(db, source.importId, npis) : new Map()
  const [periodsOf, locationsOf] = [grouped(periods), grouped(locations)]
  const parties = new Map<string, DirectoryParty & { readonly enrollments: DirectoryEnrollment[] }>()
  for (const n of enrollments) {
    const all = locationsOf.get(n.id) ?? []
    const facts = registry.get(n.npi)
    const hidden = all.filter((l) => !l.public).map(addressIn)
    const hides = facts?.practice !== undefined && hidden.some((h) => isSamePlace(h, facts.practice))
    const before = parties.get(n.npi)
    parties.set(n.npi, {
      npi: n.npi,
      kind: n.kind,
      name: titleCase(n.display_name),
      ...(facts && { registry: facts }),
      ...(source && { registrySource: source.asked }),
      hideStreet: hides || before?.hideStreet === true,
      enrollments: [
        ...(before?.enrollments ?? []),
        enrollmentOf(n, periodsOf.get(n.id) ?? [], all, groups.get(n.id) ?? [], evidence.get(n.id), words),
      ],
    })
  }
  return [...parties.values()]
}

const grouped = <T extends { readonly enrollment_id: string }>(rows: readonly T[]): Map<string, T[]> =>
  Map.groupBy(rows, (r) => r.enrollment_id)

interface LocationRow {
  readonly item_id: string
  readonly name: string | null
  readonly address: unknown
  readonly public: boolean
  readonly from_on: Day
  readonly to_on: Day | null
}
// jsonb that only `replaceLocations` writes, from an Address.
const addressIn = (l: { readonly address: unknown }) => l.address as Address
const isSamePlace = (a: Address, b: Address): boolean =>
  nameKey(a.line1) === nameKey(b.line1) && a.zip.slice(0, 5) === b.zip.slice(0, 5)

function enrollmentOf(
  n: { readonly id: string; readonly specialty: string; readonly contractor_id: string },
  periods: readonly { readonly status: string; readonly from_on: Day; readonly to_on: Day | null }[],
  locations: readonly LocationRow[],
  groups: readonly DirectoryReassignment[],
  evidence: ApprovedEvidence | undefined,
  words: PartyWords,
): DirectoryEnrollment {
  // The same place may follow itself under other days; the directory has it once.
  const places = new Map(locations.filter((l) => l.public).map((l) => [l.item_id, l]))
  return {
    id: n.id,
    specialty: n.specialty,
    specialtyName: words.specialtyName(n.specialty),
    contractorId: n.contractor_id,
    periods: periods.flatMap((p) =>
      isEnrollmentStatus(p.status) ? [{ status: p.status, from: p.from_on, ...(p.to_on && { to: p.to_on }) }] : [],
    ),
    locations: [...places.values()].map((l) => ({
      itemId: l.item_id,
      ...(l.name && { name: l.name }),
      address: addressIn(l),
      from: l.from_on,
      ...(l.to_on && { to: l.to_on }),
    })),
    reassignments: groups,
    ...(evidence && { attestation: evidence }),
  }
}

async function registrySource(
  db: Db,
  names: SourceNames,
): Promise<{ readonly importId: string; readonly asked: AskedSource } | undefined> {
  const row = await open(db)
    .selectFrom('source_import')
    .select(['id', 'as_of'])
    .where('source', '=', 'nppes')
    .where('status', '=', 'current')
    .executeTakeFirst()
  return row && { importId: row.id, asked: { source: 'nppes', name: names.nppes, asOf: row.as_of } }
}

async function registryOf(db: Db, importId: string, npis: readonly string[]) {
  const rows = await open(db)
    .selectFrom('registry_provider')
    .select(['npi', 'detail'])
    .where('import_id', '=', importId)
    .where('npi', 'in', npis)
    .execute()
  return new Map(rows.map((r) => [r.npi, r.detail]))
}
