/**
 * OrganizationAffiliation (Plan-Net): an organization's enrollment with the contractor that administers it, and
 * each group to which it reassigns its payments. Pure.
 */
import { concept, enrolledPeriod, enrollmentIdentifier, reference, span, specialties } from '../elements.ts'
import type { DirectoryEnrollment, DirectoryParty, DirectoryReassignment, DirectorySite } from '../party.ts'
import { fhirId, list, type Published } from '../resource.ts'
import { ownSystems, profileOf, systems } from '../systems.ts'
import { locationId } from './location.ts'
import { kindOfOrganization } from './organization-kind.ts'
import { contractorId, NETWORK_ID } from './site-resources.ts'

export const organizationAffiliations = (p: DirectoryParty, site: DirectorySite): readonly Published[] =>
  p.enrollments.flatMap((e) => [
    affiliationOf(p, e, site),
    ...e.reassignments.filter((r) => r.toEnrollmentId).map((r) => affiliationOf(p, e, site, r)),
  ])

function affiliationOf(
  p: DirectoryParty,
  e: DirectoryEnrollment,
  site: DirectorySite,
  r?: DirectoryReassignment,
): Published {
  const own = ownSystems(site.origin)
  return {
    resource: {
      resourceType: 'OrganizationAffiliation',
      id: r ? fhirId(e.id, r.toNpi) : e.id,
      meta: { profile: [profileOf('OrganizationAffiliation')!] },
      identifier: [enrollmentIdentifier(own.enrollment, e.id)],
      active: true,
      period: r ? span(r.from, r.to) : enrolledPeriod(e.periods),
      organization: r
        ? reference('Organization', r.toNpi, r.toName)
        : reference('Organization', contractorId(e.contractorId)),
      participatingOrganization: reference('Organization', p.npi, p.name),
      network: [reference('Organization', NETWORK_ID)],
      code: [concept(systems.affiliationRole, ...kindOfOrganization(e.specialty).role)],
      specialty: specialties(p.registry?.taxonomies ?? [], {
        system: own.specialty,
        code: e.specialty,
        name: e.specialtyName,
      }),
      location: list(e.locations.map((l) => reference('Location', locationId(e.id, l.itemId), l.name))),
      healthcareService: [reference('HealthcareService', e.id)],
    },
    standing: {
      npi: p.npi,
      enrollmentId: e.id,
      ...(r && { payee: r.toNpi, from: r.from, ...(r.to && { to: r.to }) }),
    },
  }
}
