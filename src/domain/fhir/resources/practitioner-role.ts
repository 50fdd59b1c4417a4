/**
 * PractitionerRole (Plan-Net): one for an enrollment itself, and one for each group that is paid for the work.
 * Its organization is a link only when that group is enrolled here. Pure.
 */
import { isSpecialtyCode, specialties as medicare } from '../../enrollment/specialties.ts'
import {
  concept,
  enrolledPeriod,
  enrollmentIdentifier,
  npiIdentifier,
  phones,
  reference,
  span,
  specialties,
} from '../elements.ts'
import type { DirectoryEnrollment, DirectoryParty, DirectoryReassignment, DirectorySite } from '../party.ts'
import { type FhirElement, fhirId, list, type Published } from '../resource.ts'
import { networkExtension, newPatientsExtension, ownSystems, profileOf, systems } from '../systems.ts'
import { locationId } from './location.ts'
import { NETWORK_ID } from './site-resources.ts'

export function practitionerRoles(p: DirectoryParty, site: DirectorySite): readonly Published[] {
  return p.enrollments.flatMap((e) => [roleOf(p, e, site), ...e.reassignments.map((r) => roleOf(p, e, site, r))])
}

function roleOf(p: DirectoryParty, e: DirectoryEnrollment, site: DirectorySite, r?: DirectoryReassignment): Published {
  const own = ownSystems(site.origin)
  return {
    resource: {
      resourceType: 'PractitionerRole',
      id: r ? fhirId(e.id, r.toNpi) : e.id,
      meta: { profile: [profileOf('PractitionerRole')!] },
      extension: [
        { url: networkExtension, valueReference: reference('Organization', NETWORK_ID) },
        ...newPatients(e.attestation?.acceptsNewPatients),
      ],
      identifier: [enrollmentIdentifier(own.enrollment, e.id)],
      active: true,
      period: r ? span(r.from, r.to) : enrolledPeriod(e.periods),
      practitioner: reference('Practitioner', p.npi, p.name),
      organization: r && groupOf(r),
      code: [roleCode(e.specialty)],
      specialty: specialties(p.registry?.taxonomies ?? [], {
        system: own.specialty,
        code: e.specialty,
        name: e.specialtyName,
      }),
      location: list(e.locations.map((l) => reference('Location', locationId(e.id, l.itemId), l.name))),
      healthcareService: r?.toEnrollmentId ? [reference('HealthcareService', r.toEnrollmentId)] : undefined,
      telecom: phones(e.locations[0]?.address),
    },
    standing: {
      npi: p.npi,
      enrollmentId: e.id,
      ...(r && { payee: r.toNpi, from: r.from, ...(r.to && { to: r.to }) }),
    },
  }
}

/** Only where the application said it. */
const newPatients = (accepts: boolean | undefined): readonly FhirElement[] =>
  accepts === undefined
    ? []
    : [
        {
          url: newPatientsExtension,
          extension: [
            {
              url: 'acceptingPatients',
              valueCodeableConcept: accepts
                ? concept(systems.acceptingPatients, 'newpt', 'Accepting')
                : concept(systems.acceptingPatients, 'nopt', 'Not Accepting'),
            },
          ],
        },
      ]

const groupOf = (r: DirectoryReassignment) =>
  r.toEnrollmentId
    ? reference('Organization', r.toNpi, r.toName)
    : { type: 'Organization', identifier: npiIdentifier(r.toNpi), display: r.toName }

/** ProviderRoleCS by Medicare specialty; physicians are one code there. */
const codes: Readonly<Record<string, readonly [string, string]>> = {
  '15': ['sp', 'Speech Language Pathologist'],
  '19': ['de', 'Dentist'],
  '35': ['ch', 'Chiropractor'],
  '41': ['oo', 'Optometrist'],
  '42': ['cnw', 'Certified Nurse Midwife'],
  '48': ['po', 'Podiatrist'],
  '50': ['crnp', 'Certified Registered Nurse Practitioner'],
  '62': ['py', 'Psychologist'],
  '64': ['au', 'Audiologist'],
  '65': ['pt', 'Physical Therapist'],
  '67': ['ot', 'Occupational Therapist'],
  '68': ['py', 'Psychologist'],
  '71': ['dn', 'Dietary and Nutritional Service Provider'],
  '80': ['sw', 'Social Worker'],
  '97': ['pa', 'Physician Assistant'],
  E1: ['mt', 'Marriage/Family Therapist'],
  E2: ['co', 'Counselor'],
}

function roleCode(providerType: string) {
  const code = providerType.replace(/^14-/, '')
  const kind = isSpecialtyCode(code) ? medicare[code].kind : 'non-physician'
  const role = codes[code] ?? (kind === 'physician' ? ['ph', 'Physician'] : ['os', 'Other Service Provider'])
  return concept(systems.providerRole, role[0]!, role[1])
}
