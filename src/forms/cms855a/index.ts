/**
 * The CMS-855A for institutional providers, with the CMS-588 that goes with it. Nursing facilities leave sections 5
 * and 6 out and fill Attachment 1. Sections 9, 10, 11 and 14 are blank or the law; 17 is documents.
 */
import { withoutNursing } from '#domain/enrollment/organization-types.ts'
import { form, type Task } from '../kit/form.ts'
import { adverseActions, hasAdverseActions } from '../shared/adverse-legal-action.ts'
import { billingAgency as agency } from '../shared/billing-agency.ts'
import { contactPersons } from '../shared/contact-person.ts'
import * as mail from '../shared/correspondence.ts'
import * as license from '../shared/organization/credentials.ts'
import * as who from '../shared/organization/identity.ts'
import * as at from '../shared/organization/locations.ts'
import * as official from '../shared/organization/officials.ts'
import * as opioid from '../shared/organization/opioid-treatment.ts'
import { ownerInterests } from '../shared/organization/owner-interests.ts'
import * as own from '../shared/organization/owners.ts'
import { ownershipChange as change } from '../shared/organization/ownership-change.ts'
import * as money from '../shared/payments.ts'
import { priorEnrollment } from '../shared/prior-enrollment.ts'
import * as records from '../shared/record-storage.ts'
import { chain, chainAdministrator, chainHomeOffice } from './chain.ts'
import { acquisition, consolidated, consolidation, enrollment } from './enrollment.ts'
import { homeHealthAreas, homeHealthFunds, nurseRegistry } from './home-health.ts'
import {
  disclosableParties,
  facilityLegalActions,
  facilityLegalHistory,
  facilityOwners,
  facilityPeople,
  partyMembers,
} from './nursing-facility.ts'
import { hospital, providerNumbers } from './provider.ts'

const treatsOpioidUse = { section: 'enrollment', question: 'provider', is: 'opioid-treatment' } as const
const notNursing = { section: 'enrollment', question: 'provider', is: withoutNursing } as const

export const tasks855a = [
  {
    id: 'enrollment',
    sections: [
      enrollment,
      priorEnrollment('1A'),
      change('2F', { section: 'enrollment', question: 'how', is: 'ownership-change' }),
      acquisition,
      consolidation,
      consolidated,
    ],
  },
  { id: 'organization', sections: [who.identity('2B'), who.structure('2B'), providerNumbers, hospital] },
  {
    id: 'credentials',
    sections: [
      license.credentials('2B'),
      license.organizationLicenses('2B'),
      license.organizationCertifications('2B'),
      license.accreditations('2E'),
    ],
  },
  { id: 'mail', sections: [mail.correspondence('2C'), mail.recordsCorrespondence('2D')] },
  {
    id: 'legal',
    sections: [
      hasAdverseActions('legal-history', '3'),
      adverseActions('legal-actions', '3', { section: 'legal-history', question: 'any', is: true }),
    ],
  },
  {
    id: 'locations',
    sections: [
      at.practiceLocations('4A', [
        'main',
        'branch',
        'sub-unit',
        'provider-based',
        'hospice-location',
        'therapy-extension',
        'mobile',
        'other',
      ]),
      at.mobile('4D'),
      at.basesOfOperations('4D'),
      at.vehicles('4D'),
      homeHealthAreas,
      records.recordStorage('4C'),
      records.recordStores('4C'),
    ],
  },
  {
    id: 'owners',
    sections: [
      own.anyOwners('5', notNursing),
      own.ownerOrganizations('5A'),
      ownerInterests('5A', { section: 'owners', question: 'any', is: true }),
      own.ownersLegalHistory('5B'),
      own.ownersLegalActions('5B'),
    ],
  },
  {
    id: 'people',
    sections: [
      own.individuals('6A', notNursing),
      own.individualsLegalHistory('6B', notNursing),
      own.individualsLegalActions('6B'),
    ],
  },
  {
    id: 'facility',
    sections: [
      facilityPeople,
      facilityOwners,
      disclosableParties,
      partyMembers,
      facilityLegalHistory,
      facilityLegalActions,
    ],
  },
  { id: 'chain', sections: [chain, chainHomeOffice, chainAdministrator] },
  {
    id: 'money',
    sections: [money.payments('4B'), money.electronicPayment(), agency('billing-agency', '8')],
  },
  { id: 'home-health', sections: [homeHealthFunds, nurseRegistry] },
  {
    id: 'opioid',
    sections: [opioid.opioidProgram('Att. 2', treatsOpioidUse), opioid.opioidPersonnel('Att. 2', treatsOpioidUse)],
  },
  { id: 'contacts', sections: [contactPersons('contact-persons', '13')] },
  { id: 'officials', sections: [official.authorizedOfficial('15'), official.delegatedOfficials('16')] },
] as const satisfies readonly Task[]

export const cms855a = form({ id: 'CMS-855A', edition: '09/24', tasks: tasks855a })
