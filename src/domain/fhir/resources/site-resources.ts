/** The organizations behind the directory: the agency, its network of enrolled providers, its contractors. Pure. */
import { concept, reference } from '../elements.ts'
import type { DirectoryContractor, DirectorySite } from '../party.ts'
import { fhirId, type Published } from '../resource.ts'
import { profileOf, systems } from '../systems.ts'
import { ENDPOINT_ID, endpoint } from './endpoint.ts'

export const AGENCY_ID = 'agency'
export const NETWORK_ID = 'network'
export const contractorId = (id: string): string => fhirId('contractor', id)

const phone = (value: string) => ({ system: 'phone', value, use: 'work' })
const email = (value: string) => ({ system: 'email', value, use: 'work' })
const payer = [concept(systems.organizationType, 'payer', 'Payer')]

export const siteResources = (
  site: DirectorySite,
  contractors: readonly DirectoryContractor[],
): readonly Published[] => [
  {
    resource: {
      resourceType: 'Organization',
      id: AGENCY_ID,
      meta: { profile: [profileOf('Organization')!] },
      active: true,
      type: payer,
      name: site.agency,
      telecom: [phone(site.phone), email(site.email)],
      address: [{ country: 'US' }],
      endpoint: [reference('Endpoint', ENDPOINT_ID)],
    },
  },
  {
    resource: {
      resourceType: 'Organization',
      id: NETWORK_ID,
      meta: { profile: [profileOf('Network')!] },
      active: true,
      type: [concept(systems.organizationType, 'ntwk', 'Network')],
      name: `Enrolled with ${site.agency}`,
      partOf: reference('Organization', AGENCY_ID, site.agency),
    },
  },
  ...contractors.map((c) => ({
    resource: {
      resourceType: 'Organization' as const,
      id: contractorId(c.id),
      meta: { profile: [profileOf('Organization')!] },
      active: true,
      type: payer,
      name: c.name,
      telecom: [phone(c.phone), email(c.email)],
      address: [{ text: c.address, country: 'US' }],
      partOf: reference('Organization', AGENCY_ID, site.agency),
    },
  })),
  endpoint(site),
]
