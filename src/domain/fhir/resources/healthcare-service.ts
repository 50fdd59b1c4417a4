/** HealthcareService (Plan-Net): what an organization is enrolled to furnish, one for each enrollment. Pure. */
import { concept, enrollmentIdentifier, phones, reference, specialties } from '../elements.ts'
import type { DirectoryParty, DirectorySite } from '../party.ts'
import { list, type Published } from '../resource.ts'
import { ownSystems, profileOf, systems } from '../systems.ts'
import { locationId } from './location.ts'
import { kindOfOrganization } from './organization-kind.ts'

export function healthcareServices(p: DirectoryParty, site: DirectorySite): readonly Published[] {
  const own = ownSystems(site.origin)
  return p.enrollments.map((e) => ({
    resource: {
      resourceType: 'HealthcareService' as const,
      id: e.id,
      meta: { profile: [profileOf('HealthcareService')!] },
      identifier: [enrollmentIdentifier(own.enrollment, e.id)],
      active: true,
      providedBy: reference('Organization', p.npi, p.name),
      category: [concept(systems.serviceCategory, ...kindOfOrganization(e.specialty).category)],
      specialty: specialties(p.registry?.taxonomies ?? [], {
        system: own.specialty,
        code: e.specialty,
        name: e.specialtyName,
      }),
      location: list(e.locations.map((l) => reference('Location', locationId(e.id, l.itemId), l.name))),
      name: e.specialtyName,
      telecom: phones(e.locations[0]?.address),
    },
    standing: { npi: p.npi, enrollmentId: e.id },
  }))
}
