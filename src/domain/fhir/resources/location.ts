/** Location (Plan-Net): a public practice location of an enrollment. Homes are not given to this file. Pure. */
import { addressOf, phones, reference } from '../elements.ts'
import type { DirectoryParty } from '../party.ts'
import { fhirId, type Published } from '../resource.ts'
import { profileOf } from '../systems.ts'

export const locationId = (enrollmentId: string, itemId: string): string => fhirId(enrollmentId, itemId)

export const locations = (p: DirectoryParty): readonly Published[] =>
  p.enrollments.flatMap((e) =>
    e.locations.map((l) => ({
      resource: {
        resourceType: 'Location' as const,
        id: locationId(e.id, l.itemId),
        meta: { profile: [profileOf('Location')!] },
        status: 'active',
        name: l.name ?? p.name,
        telecom: phones(l.address),
        address: addressOf(l.address),
        managingOrganization: p.kind === 'organization' ? reference('Organization', p.npi, p.name) : undefined,
      },
      standing: { npi: p.npi, enrollmentId: e.id, from: l.from, ...(l.to && { to: l.to }) },
    })),
  )
