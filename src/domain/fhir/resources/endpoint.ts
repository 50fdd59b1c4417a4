/** Endpoint (Plan-Net): the address of this directory, which is the only one the record knows for certain. Pure. */
import { concept, reference } from '../elements.ts'
import { type DirectorySite, fhirBase } from '../party.ts'
import type { Published } from '../resource.ts'
import { profileOf, systems } from '../systems.ts'

export const ENDPOINT_ID = 'directory'

export const endpoint = (site: DirectorySite): Published => ({
  resource: {
    resourceType: 'Endpoint',
    id: ENDPOINT_ID,
    meta: { profile: [profileOf('Endpoint')!] },
    status: 'active',
    connectionType: { system: systems.connectionType, code: 'hl7-fhir-rest', display: 'HL7 FHIR' },
    name: `${site.product} directory`,
    managingOrganization: reference('Organization', 'agency', site.agency),
    contact: [{ system: 'email', value: site.email }],
    payloadType: [concept(systems.payloadType, 'NA', 'Not Applicable')],
    payloadMimeType: ['application/fhir+json'],
    address: fhirBase(site),
  },
})
