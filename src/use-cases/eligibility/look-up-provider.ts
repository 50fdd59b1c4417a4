/**
 * What anybody may know about a provider on a day: registry facts, enrollments, and how old each source is.
 * Status and dates come from the eligibility snapshot, so that look-up and claim answers agree.
 * Never a birth date, SSN, PTAN or home; nothing is written down about who asked.
 */
import type { Db } from '#db/db.ts'
import { listPublicEnrollments, type PublicEnrollment } from '#db/queries/enrollment/public-directory.ts'
import { findRegistryProvider, type RegistryCursor, searchRegistry } from '#db/queries/registry-files/registry.ts'
import { listSideRows } from '#db/queries/registry-files/side-rows.ts'
import { sourceVersion } from '#db/queries/registry-files/source-imports.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Verdict } from '#domain/eligibility/question.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { type Standing, standingsOf } from '#domain/eligibility/standing.ts'
import { check } from '#domain/eligibility/verdict.ts'
import { enrollmentStatuses } from '#domain/enrollment/enrollment.ts'
import type { Address } from '#domain/party/address.ts'
import { nameKey } from '#domain/party/name-key.ts'
import { type RegistryProvider, registryName, type SourceVersion } from '#domain/party/registry-provider.ts'
import type { SideRows } from '#domain/registry/side-rows.ts'

export interface LookedUp {
  readonly npi: string
  readonly on: Day
  readonly knownOn: Day | undefined
  /** May the NPI bill on the day? */
  readonly verdict: Verdict
  /** undefined when the registry has no such NPI, or is not loaded (then `sources.registry` is undefined too). */
  readonly registry: RegistryProvider | undefined
  /** What the files beside the registry's main one say; a location that the enrollee hid is left out. */
  readonly side: SideRows
  /** Of the registry's practice address only the city and state may be shown: the enrollee hid the street. */
  readonly hideStreet: boolean
  readonly enrollments: readonly LookedUpEnrollment[]
  readonly sources: { readonly registry: SourceVersion | undefined; readonly orderReferring: SourceVersion | undefined }
}
export interface LookedUpEnrollment extends Omit<Standing, 'reassignedTo'> {
  readonly place: PublicEnrollment | undefined
  readonly reassignedTo: readonly (Standing['reassignedTo'][number] & { readonly name: string | undefined })[]
}

export interface LookUpQuestion {
  readonly npi: string
  readonly on: Day
  readonly knownOn?: Day
}

export async function lookUpProvider(
  db: Db,
  permit: Permit<'public.view'>,
  snapshot: Snapshot,
  { npi, on, knownOn }: LookUpQuestion,
): Promise<LookedUp> {
  const [registry, places, registrySource, orderSource, sides] = await Promise.all([
    findRegistryProvider(db, permit, npi),
    listPublicEnrollments(db, permit, npi, on, knownOn),
    sourceVersion(db, 'nppes'),
    sourceVersion(db, 'order-referring'),
    listSideRows(db, permit, [npi]),
  ])
  const side = sides.get(npi) ?? { otherNames: [], locations: [], endpoints: [] }
  const standings = standingsOf(snapshot, npi, on, knownOn)
  const groups = [...new Set(standings.flatMap((s) => s.reassignedTo.map((r) => r.npi)))]
  const names = new Map(
    await Promise.all(
      groups.map(async (group) => {
        const found = await findRegistryProvider(db, permit, group)
        return [group, found && registryName(found)] as const
      }),
    ),
  )
  return {
    npi,
    on,
    knownOn,
    verdict: check(snapshot, { npi, on, role: 'billing', ...(knownOn && { knownOn }) }),
    registry,
    side: { ...side, locations: side.locations.filter((l) => !places.some((p) => hides(p, l))) },
    hideStreet: registry?.practice !== undefined && places.some((p) => hides(p, registry.practice!)),
    enrollments: standings.map((s) => ({
      ...s,
      place: places.find((p) => p.enrollmentId === s.enrollmentId),
      reassignedTo: s.reassignedTo.map((r) => ({ ...r, name: names.get(r.npi) })),
    })),
    sources: { registry: registrySource, orderReferring: orderSource },
  }
}

/** A home that the enrollee keeps out of the look-up must not come back in through the registry. */
const hides = (p: PublicEnrollment, practice: Address): boolean =>
  p.hidden.some((h) => nameKey(h.line1) === nameKey(practice.line1) && h.zip.slice(0, 5) === practice.zip.slice(0, 5))

export interface NameSearch {
  readonly last: string
  readonly first?: string
  readonly state?: string
  readonly on: Day
  readonly after?: RegistryCursor
  /** Instead of `after`: the NPI of the last result that was seen. */
  readonly afterNpi?: string
  readonly limit?: number
}
export interface NameSearchPage {
  readonly found: readonly { readonly registry: RegistryProvider; readonly enrolled: boolean }[]
  readonly next?: RegistryCursor
  readonly source: SourceVersion | undefined
  /** The registry has no provider `afterNpi`, so there is no page after it. */
  readonly lost?: true
}

/** Providers whose name begins so, and whether each is enrolled on the day. */
export async function searchProviders(
  db: Db,
  permit: Permit<'public.view'>,
  snapshot: Snapshot,
  { last, on, afterNpi, ...search }: NameSearch,
): Promise<NameSearchPage> {
  const source = await sourceVersion(db, 'nppes')
  const before = afterNpi && (await findRegistryProvider(db, permit, afterNpi))
  if (afterNpi && !before) return { found: [], source, lost: true }
  const after = before ? cursorOf(before) : search.after
  const page = await searchRegistry(db, permit, { ...search, name: last, ...(after && { after }) })
  return {
    found: page.found.map((registry) => ({
      registry,
      enrolled: isEnrolledOn(snapshot, registry.npi, on),
    })),
    ...(page.next && { next: page.next }),
    source,
  }
}

/** Has the NPI an enrollment on the day under which claims are payable? */
export const isEnrolledOn = (snapshot: Snapshot, npi: string, on: Day): boolean =>
  standingsOf(snapshot, npi, on).some((s) => s.status && enrollmentStatuses[s.status].claims === 'payable')

const cursorOf = (p: RegistryProvider): RegistryCursor => ({
  name: nameKey(p.organization ?? p.person?.last ?? ''),
  first: nameKey(p.person?.first ?? ''),
  npi: p.npi,
})
