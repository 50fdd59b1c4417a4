/**
 * The CMS-20134 for suppliers of the Medicare Diabetes Prevention Program, with the CMS-588 that goes with it.
 * Unconfirmed: the numbers of boxes from 5 on.
 */
import { form, type Task } from '../kit/form.ts'
import { adverseActions, hasAdverseActions } from '../shared/adverse-legal-action.ts'
import { billingAgency as agency } from '../shared/billing-agency.ts'
import { contactPersons } from '../shared/contact-person.ts'
import * as mail from '../shared/correspondence.ts'
import * as who from '../shared/organization/identity.ts'
import * as at from '../shared/organization/locations.ts'
import * as official from '../shared/organization/officials.ts'
import { ownerInterests } from '../shared/organization/owner-interests.ts'
import * as own from '../shared/organization/owners.ts'
import * as money from '../shared/payments.ts'
import { priorEnrollment } from '../shared/prior-enrollment.ts'
import { coaches, enrollment, recognition } from './program.ts'

export const tasks20134 = [
  { id: 'enrollment', sections: [enrollment, priorEnrollment('1A')] },
  { id: 'organization', sections: [who.identity('2B1'), who.structure('2B1'), recognition] },
  { id: 'mail', sections: [mail.correspondence('2B3'), mail.recordsCorrespondence('2B3')] },
  {
    id: 'legal',
    sections: [
      hasAdverseActions('legal-history', '3'),
      adverseActions('legal-actions', '3', { section: 'legal-history', question: 'any', is: true }),
    ],
  },
  { id: 'locations', sections: [at.practiceLocations('4', ['administrative', 'community'])] },
  {
    id: 'owners',
    sections: [
      own.anyOwners('5'),
      own.ownerOrganizations('5'),
      ownerInterests('5', { section: 'owners', question: 'any', is: true }),
      own.ownersLegalHistory('5'),
      own.ownersLegalActions('5'),
    ],
  },
  {
    id: 'people',
    sections: [own.individuals('6'), own.individualsLegalHistory('6'), own.individualsLegalActions('6')],
  },
  { id: 'coaches', sections: [coaches] },
  { id: 'money', sections: [money.payments('4'), money.electronicPayment(), agency('billing-agency', '8')] },
  { id: 'contacts', sections: [contactPersons('contact-persons', '13')] },
  { id: 'officials', sections: [official.authorizedOfficial('15'), official.delegatedOfficials('16')] },
] as const satisfies readonly Task[]

export const cms20134 = form({ id: 'CMS-20134', edition: '11/21', tasks: tasks20134 })
