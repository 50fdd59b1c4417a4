/** GET /providers/:npi/enrollments and /affiliations: parts of what `getProvider` says, for those who need no more. */
import * as z from 'zod'
import { dayIn, siteZone } from '#domain/dates.ts'
import { isNpi } from '#domain/identifiers/npi.ts'
import { lookUpProvider } from '#use-cases/eligibility/look-up-provider.ts'
import { civilDay, tenDigits } from './eligibility.ts'
import { publicPermit } from './kit/public-permit.ts'
import { type ApiParts, route } from './kit/route.ts'
import { providerOf, publicEnrollment } from './providers.ts'

const parameters = z.strictObject({ npi: tenDigits, on: civilDay.optional(), knownOn: civilDay.optional() })
type Asked = z.output<typeof parameters>

async function find({ npi, on, knownOn }: Asked, { db, keeper, services }: ApiParts) {
  const day = on ?? dayIn(siteZone, services.clock.now())
  const question = { npi, on: day, ...(knownOn && { knownOn }) }
  const found = await lookUpProvider(db, publicPermit(), keeper.current(), question)
  return isNpi(npi) && (found.registry || found.enrollments.length > 0) ? providerOf(found) : undefined
}

export const providerEnrollmentsRoute = route({
  path: '/providers/:npi/enrollments',
  id: 'listProviderEnrollments',
  summary: 'The enrollments of a provider on a day',
  roles: ['anyone'],
  parameters,
  response: z
    .strictObject({ npi: z.string(), on: z.iso.date(), results: z.array(publicEnrollment) })
    .meta({ id: 'ProviderEnrollments' }),
  problems: ['not-found'],
  async handle(asked, parts) {
    const found = await find(asked, parts)
    if (!found) return { problem: 'not-found' }
    return { value: { npi: found.npi, on: found.on, results: found.enrollments } }
  },
})

export const affiliationsRoute = route({
  path: '/providers/:npi/affiliations',
  id: 'listAffiliations',
  summary: 'The groups to which a provider reassigns the right to bill',
  roles: ['anyone'],
  parameters,
  response: z
    .strictObject({
      npi: z.string(),
      on: z.iso.date(),
      results: z.array(
        z.strictObject({
          enrollmentId: z.string(),
          npi: z.string().meta({ description: 'Of the group' }),
          name: z.string().optional(),
          from: z.iso.date(),
          to: z.iso.date().optional(),
        }),
      ),
    })
    .meta({ id: 'Affiliations' }),
  problems: ['not-found'],
  async handle(asked, parts) {
    const found = await find(asked, parts)
    if (!found) return { problem: 'not-found' }
    const results = found.enrollments.flatMap(({ enrollmentId, reassignedTo }) =>
      reassignedTo.map((r) => ({ enrollmentId, ...r })),
    )
    return { value: { npi: found.npi, on: found.on, results } }
  },
})
