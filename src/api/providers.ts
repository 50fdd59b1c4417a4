/** GET /providers and /providers/:npi: registry facts and enrollments, as on the public pages. */
import * as z from 'zod'
import { dayIn, siteZone } from '#domain/dates.ts'
import { orderedServices } from '#domain/eligibility/question.ts'
import { isNpi } from '#domain/identifiers/npi.ts'
import { type Address, addressLine } from '#domain/party/address.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { stateCodes } from '#domain/party/states.ts'
import { type LookedUp, lookUpProvider, searchProviders } from '#use-cases/eligibility/look-up-provider.ts'
import { civilDay, enrollmentStatus, snapshotVersion, tenDigits } from './eligibility.ts'
import { publicPermit } from './kit/public-permit.ts'
import { route } from './kit/route.ts'

const address = z.strictObject({
  line1: z.string().optional(),
  line2: z.string().optional(),
  city: z.string(),
  state: z.string(),
  zip: z.string().optional(),
})
const registryFacts = z
  .strictObject({
    npi: z.string(),
    entityType: z.union([z.literal(1), z.literal(2)]).optional(),
    last: z.string().optional(),
    first: z.string().optional(),
    credential: z.string().optional(),
    organization: z.string().optional(),
    taxonomies: z.array(z.strictObject({ code: z.string(), primary: z.boolean() })),
    practice: address.optional(),
    enumeratedOn: z.iso.date().optional(),
    deactivatedOn: z.iso.date().optional(),
    reactivatedOn: z.iso.date().optional(),
    otherNames: z.array(z.string()).optional().meta({ description: 'Of the provider asked for, not in lists' }),
    furtherLocations: z.array(address).optional(),
    endpoints: z.array(z.strictObject({ type: z.string(), endpoint: z.string() })).optional(),
  })
  .meta({ id: 'RegistryFacts', description: 'What the NPI registry says' })
const source = z
  .strictObject({ asOf: z.iso.date(), stated: z.boolean(), rows: z.int() })
  .nullable()
  .meta({ description: 'How old the list is; null: never loaded here, so it says nothing' })
export const publicEnrollment = z.strictObject({
  enrollmentId: z.string(),
  specialty: z.string(),
  state: z.string().optional(),
  status: enrollmentStatus.nullable().meta({ description: 'On the day; null when no period covers it' }),
  effectiveFrom: z.iso.date().optional(),
  effectiveTo: z.iso.date().optional(),
  locations: z.array(z.strictObject({ name: z.string().optional(), address })),
  reassignedTo: z.array(
    z.strictObject({ npi: z.string(), name: z.string().optional(), from: z.iso.date(), to: z.iso.date().optional() }),
  ),
  orders: z.array(z.enum(orderedServices)).nullable().meta({ description: 'null when the list is not loaded' }),
})
export const providerAnswer = z
  .strictObject({
    npi: z.string(),
    on: z.iso.date(),
    knownOn: z.iso.date().optional(),
    registry: registryFacts.nullable(),
    enrollments: z.array(publicEnrollment),
    sources: z.strictObject({ registry: source, orderReferring: source }),
    version: snapshotVersion,
  })
  .meta({ id: 'Provider' })

export const providerRoute = route({
  path: '/providers/:npi',
  id: 'getProvider',
  summary: 'A provider in the registry and in the enrollment record, on a day',
  roles: ['anyone'],
  parameters: z.strictObject({ npi: tenDigits, on: civilDay.optional(), knownOn: civilDay.optional() }),
  response: providerAnswer,
  problems: ['not-found'],
  async handle({ npi, on, knownOn }, { db, keeper, services }) {
    const today = dayIn(siteZone, services.clock.now())
    const found = await lookUpProvider(db, publicPermit(), keeper.current(), {
      npi,
      on: on ?? today,
      ...(knownOn && { knownOn }),
    })
    return isNpi(npi) && (found.registry || found.enrollments.length > 0)
      ? { value: providerOf(found) }
      : { problem: 'not-found' }
  },
})

export const providersRoute = route({
  path: '/providers',
  id: 'searchProviders',
  summary: 'Providers whose last or business name begins so',
  roles: ['anyone'],
  parameters: z.strictObject({
    lastName: z.string().min(1).max(100).meta({ description: 'Beginning of the last or business name' }),
    firstName: z.string().min(1).max(100).optional(),
    state: z.enum(stateCodes).optional(),
    on: civilDay.optional(),
    limit: z
      .string()
      .regex(/^(100|[1-9]\d?)$/, '1 to 100')
      .optional()
      .meta({ description: '1 to 100; 25 when absent' }),
    startingAfter: tenDigits.optional().meta({ description: 'The NPI of the last result of the page before' }),
  }),
  response: z
    .strictObject({
      results: z.array(registryFacts.extend({ enrolled: z.boolean() })),
      hasMore: z.boolean(),
      version: snapshotVersion,
    })
    .meta({ id: 'ProviderList' }),
  problems: ['not-found', 'registry-unavailable'],
  async handle(asked, { db, keeper, services }) {
    const snapshot = keeper.current()
    const page = await searchProviders(db, publicPermit(), snapshot, {
      last: asked.lastName,
      ...(asked.firstName && { first: asked.firstName }),
      ...(asked.state && { state: asked.state }),
      on: asked.on ?? dayIn(siteZone, services.clock.now()),
      limit: Number(asked.limit ?? 25),
      ...(asked.startingAfter && { afterNpi: asked.startingAfter }),
    })
    if (!page.source) return { problem: 'registry-unavailable' }
    if (page.lost) return { problem: 'not-found', detail: 'The registry has no provider with the NPI of startingAfter' }
    return {
      value: {
        results: page.found.map((f) => ({ ...registryOf(f.registry, false), enrolled: f.enrolled })),
        hasMore: page.next !== undefined,
        version: snapshot.version,
      },
    }
  },
})

export function providerOf(p: LookedUp): z.infer<typeof providerAnswer> {
  const sourceOf = (s: LookedUp['sources']['registry']) => (s ? { asOf: s.asOf, stated: s.stated, rows: s.rows } : null)
  return {
    npi: p.npi,
    on: p.on,
    ...(p.knownOn && { knownOn: p.knownOn }),
    registry: p.registry ? { ...registryOf(p.registry, p.hideStreet), ...sideOf(p) } : null,
    enrollments: p.enrollments.map((e) => ({
      enrollmentId: e.enrollmentId,
      specialty: e.specialty,
      ...(e.place && { state: e.place.state }),
      status: e.status ?? null,
      ...(e.from && { effectiveFrom: e.from }),
      ...(e.to && { effectiveTo: e.to }),
      locations: (e.place?.locations ?? []).map((l) => ({
        ...(l.name && { name: l.name }),
        address: addressOf(l.address, false),
      })),
      reassignedTo: e.reassignedTo.map(({ name, ...r }) => ({ ...r, ...(name && { name }) })),
      orders: e.orders ? [...e.orders] : null,
    })),
    sources: { registry: sourceOf(p.sources.registry), orderReferring: sourceOf(p.sources.orderReferring) },
    version: p.verdict.version,
  }
}

function registryOf(p: RegistryProvider, hideStreet: boolean): z.infer<typeof registryFacts> {
  return {
    npi: p.npi,
    ...(p.entityType && { entityType: p.entityType }),
    ...(p.person && { last: p.person.last, first: p.person.first }),
    ...(p.person?.credential && { credential: p.person.credential }),
    ...(p.organization && { organization: p.organization }),
    taxonomies: p.taxonomies.map(({ code, primary }) => ({ code, primary })),
    ...(p.practice && addressLine(p.practice) && { practice: addressOf(p.practice, hideStreet) }),
    ...(p.enumeratedOn && { enumeratedOn: p.enumeratedOn }),
    ...(p.deactivatedOn && { deactivatedOn: p.deactivatedOn }),
    ...(p.reactivatedOn && { reactivatedOn: p.reactivatedOn }),
  }
}

/** What the files beside the registry's main one say, where they say anything. */
function sideOf({ side }: LookedUp): Partial<z.infer<typeof registryFacts>> {
  const { otherNames, locations, endpoints } = side
  return {
    ...(otherNames.length > 0 && { otherNames: otherNames.map((n) => n.name) }),
    ...(locations.length > 0 && { furtherLocations: locations.map((l) => addressOf(l, false)) }),
    ...(endpoints.length > 0 && { endpoints: endpoints.map(({ type, endpoint }) => ({ type, endpoint })) }),
  }
}

const addressOf = ({ line1, line2, city, state, zip }: Address, hideStreet: boolean): z.infer<typeof address> =>
  hideStreet ? { city, state } : { line1, ...(line2 && { line2 }), city, state, zip }
