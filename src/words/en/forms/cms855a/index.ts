/** The English catalog of the CMS-855A: it does not compile while a task, section, question or option lacks words. */
import type { tasks855a } from '#forms/cms855a/index.ts'
import type { FormWordsFor } from '#forms/kit/words.ts'
import * as license from '../shared/organization/credentials.ts'
import { ownershipChange } from '../shared/organization/identity.ts'
import { organizationSections, organizationTasks } from '../shared/organization/index.ts'
import * as at from '../shared/organization/locations.ts'
import * as opioid from '../shared/organization/opioid-treatment.ts'
import * as facility from './nursing-facility.ts'
import * as provider from './provider.ts'

export const cms855aEn: FormWordsFor<typeof tasks855a> = {
  title: 'Medicare enrollment for institutional providers',
  short: 'CMS-855A',
  tasks: {
    ...organizationTasks,
    enrollment: { title: 'Say what enrolls', hint: 'Your answers decide what we ask later' },
    credentials: { title: 'Add licenses, certificates and accreditations' },
    facility: { title: 'Disclose who is behind the nursing facility' },
    chain: { title: 'Say whether it belongs to a chain' },
    'home-health': { title: 'Tell us about your home health agency' },
    opioid: { title: 'Tell us about your opioid treatment program' },
  },
  sections: {
    ...organizationSections,
    enrollment: provider.enrollment,
    'ownership-change': ownershipChange,
    acquisition: provider.acquisition,
    consolidation: provider.consolidation,
    consolidated: provider.consolidated,
    'provider-numbers': provider.providerNumbers,
    hospital: provider.hospital,
    credentials: license.credentials,
    licenses: license.licenses,
    certifications: license.certifications,
    accreditations: license.accreditations,
    'practice-locations': provider.practiceLocations,
    mobile: at.mobile,
    'bases-of-operations': at.basesOfOperations,
    vehicles: at.vehicles,
    'home-health-areas': provider.homeHealthAreas,
    'record-storage': at.recordStorage,
    'record-stores': at.recordStores,
    'facility-people': facility.facilityPeople,
    'facility-owners': facility.facilityOwners,
    'disclosable-parties': facility.disclosableParties,
    'party-members': facility.partyMembers,
    'facility-legal-history': facility.facilityLegalHistory,
    'facility-legal-actions': facility.facilityLegalActions,
    chain: provider.chain,
    'chain-home-office': provider.chainHomeOffice,
    'chain-administrator': provider.chainAdministrator,
    'home-health-funds': provider.homeHealthFunds,
    'nurse-registry': provider.nurseRegistry,
    'opioid-program': opioid.opioidProgram,
    'opioid-personnel': opioid.opioidPersonnel,
  },
}
