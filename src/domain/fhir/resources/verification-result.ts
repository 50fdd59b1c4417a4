/**
 * VerificationResult (as NDH shapes it): who attested, who verified, against which list of which date, when. One for
 * the NPI against the registry, and one for each enrollment that was approved on an application. Checks that found
 * something are not published. Pure.
 */
import { concept, reference } from '../elements.ts'
import type { AskedSource, DirectoryEnrollment, DirectoryParty, DirectorySite } from '../party.ts'
import { type FhirElement, fhirId, list, type Published } from '../resource.ts'
import { ownSystems, systems } from '../systems.ts'
import { AGENCY_ID, contractorId } from './site-resources.ts'

export function verificationResults(p: DirectoryParty, site: DirectorySite): readonly Published[] {
  const enrollments = p.enrollments.flatMap((e) => (e.attestation ? [ofEnrollment(p, e, site)] : []))
  return p.registry && p.registrySource ? [ofNpi(p, p.registrySource, site), ...enrollments] : enrollments
}

const who = (p: DirectoryParty) => reference(p.kind === 'individual' ? 'Practitioner' : 'Organization', p.npi, p.name)

function ofNpi(p: DirectoryParty, source: AskedSource, site: DirectorySite): Published {
  return {
    resource: {
      resourceType: 'VerificationResult',
      id: fhirId('npi', p.npi),
      target: [who(p)],
      targetLocation: ['identifier', 'name', 'address'].map((e) => `${who(p).type}.${e}`),
      ...facts('periodic', source.asOf),
      primarySource: [primarySource(source, source.asOf, site)],
      validator: [{ organization: reference('Organization', AGENCY_ID, site.agency) }],
    },
    standing: { npi: p.npi },
  }
}

function ofEnrollment(p: DirectoryParty, e: DirectoryEnrollment, site: DirectorySite): Published {
  const { at, checks } = e.attestation!
  const last = new Date(Math.max(at.getTime(), ...checks.map((c) => c.ranAt.getTime())))
  const target = p.kind === 'individual' ? 'PractitionerRole' : 'HealthcareService'
  return {
    resource: {
      resourceType: 'VerificationResult',
      id: e.id,
      target: [reference(target, e.id), who(p)],
      ...facts('initial', last.toISOString()),
      primarySource: list(checks.map((c) => primarySource(c, c.ranAt.toISOString(), site))),
      attestation: {
        who: who(p),
        communicationMethod: concept(systems.communicationMethod, 'portal', 'Portal'),
        date: at.toISOString().slice(0, 10),
      },
      validator: [{ organization: reference('Organization', contractorId(e.contractorId)) }],
    },
    standing: { npi: p.npi },
  }
}

const facts = (need: 'periodic' | 'initial', on: string): FhirElement => ({
  need: concept(systems.need, need, need === 'periodic' ? 'Periodic' : 'Initial'),
  status: 'validated',
  statusDate: on,
  validationType: concept(systems.validationType, 'primary', 'Primary Source'),
  validationProcess: [concept(systems.validationProcess, 'primary', 'primary source')],
  lastPerformed: on,
  failureAction: concept(systems.failureAction, 'fatal', 'Fatal'),
})

const primarySource = (s: AskedSource, on: string, site: DirectorySite): FhirElement => ({
  extension: [{ url: ownSystems(site.origin).sourceAsOf, valueDate: s.asOf }],
  who: {
    type: 'Organization',
    identifier: { system: ownSystems(site.origin).source, value: s.source },
    display: s.name,
  },
  type: [concept(systems.primarySourceType, 'auth-source', 'Authoritative Source')],
  validationStatus: concept(systems.validationStatus, 'successful', 'Successful'),
  validationDate: on,
})
