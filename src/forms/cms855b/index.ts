/**
 * The CMS-855B for clinics, groups and other suppliers, with the CMS-588 and CMS-460 that go with it.
 * Sections 7, 9, 10, 11 and 14 are blank or the law; 12 is documents, 15 and 16 are the officials.
 */
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
import * as areas from '../shared/service-areas.ts'
import { ambulance, ambulanceAreas, ambulanceVehicles } from './ambulance.ts'
import { enrollment } from './enrollment.ts'
import { idtfInsurance, idtfInterpreters, idtfSupervisors, idtfTechnicians, idtfTests } from './idtf.ts'
import { hospitalDepartment, supplierNumbers, therapyGroup } from './supplier-details.ts'

const treatsOpioidUse = { section: 'enrollment', question: 'supplier', is: 'opioid-treatment' } as const

export const tasks855b = [
  {
    id: 'enrollment',
    sections: [
      enrollment,
      priorEnrollment('1A'),
      change('2F', { section: 'enrollment', question: 'how', is: 'ownership-change' }),
    ],
  },
  {
    id: 'organization',
    sections: [who.identity('2A'), who.structure('2A'), supplierNumbers, hospitalDepartment, therapyGroup],
  },
  {
    id: 'credentials',
    sections: [
      license.credentials('2D'),
      license.organizationLicenses('2D'),
      license.organizationCertifications('2D'),
      license.accreditations('2D'),
    ],
  },
  { id: 'mail', sections: [mail.correspondence('2A'), mail.recordsCorrespondence('2A')] },
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
      at.practiceLocations('4A', ['office', 'hospital', 'nursing-facility', 'laboratory', 'mobile', 'other']),
      areas.homeVisits('4D'),
      areas.homeVisitAreas('4D'),
      at.mobile('4E'),
      at.basesOfOperations('4E'),
      at.vehicles('4F'),
      records.recordStorage('4C'),
      records.recordStores('4C'),
    ],
  },
  {
    id: 'owners',
    sections: [
      own.anyOwners('5'),
      own.ownerOrganizations('5A'),
      ownerInterests('5A', { section: 'owners', question: 'any', is: true }),
      own.ownersLegalHistory('5B'),
      own.ownersLegalActions('5B'),
    ],
  },
  {
    id: 'people',
    sections: [own.individuals('6A'), own.individualsLegalHistory('6B'), own.individualsLegalActions('6B')],
  },
  {
    id: 'money',
    sections: [money.payments('4B'), money.electronicPayment(), money.participation(), agency('billing-agency', '8')],
  },
  { id: 'ambulance', sections: [ambulance, ambulanceAreas, ambulanceVehicles] },
  { id: 'idtf', sections: [idtfInsurance, idtfTests, idtfInterpreters, idtfTechnicians, idtfSupervisors] },
  {
    id: 'opioid',
    sections: [opioid.opioidProgram('Att. 3', treatsOpioidUse), opioid.opioidPersonnel('Att. 3', treatsOpioidUse)],
  },
  { id: 'contacts', sections: [contactPersons('contact-persons', '13')] },
  { id: 'officials', sections: [official.authorizedOfficial('15'), official.delegatedOfficials('16')] },
] as const satisfies readonly Task[]

export const cms855b = form({ id: 'CMS-855B', edition: '12/2025', tasks: tasks855b })
