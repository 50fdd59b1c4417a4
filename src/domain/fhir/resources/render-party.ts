/** Everything the directory publishes of one NPI. Nothing of an NPI without an enrollment. Pure. */
import type { DirectoryParty, DirectorySite } from '../party.ts'
import type { Published } from '../resource.ts'
import { healthcareServices } from './healthcare-service.ts'
import { locations } from './location.ts'
import { organization } from './organization.ts'
import { organizationAffiliations } from './organization-affiliation.ts'
import { practitioner } from './practitioner.ts'
import { practitionerRoles } from './practitioner-role.ts'
import { verificationResults } from './verification-result.ts'

export function renderParty(p: DirectoryParty, site: DirectorySite): readonly Published[] {
  if (p.enrollments.length === 0) return []
  const own =
    p.kind === 'individual'
      ? [practitioner(p), ...practitionerRoles(p, site)]
      : [organization(p), ...healthcareServices(p, site), ...organizationAffiliations(p, site)]
  return [...own, ...locations(p), ...verificationResults(p, site)]
}
