/**
 * The CMS-855S for suppliers of medical equipment (DMEPOS), with the CMS-588 that goes with it. Edition 12/23.
 * The order of sections 4 to 15 is partly from memory: unconfirmed. 12 is documents, 13 penalties and standards.
 */
import { form, type Task } from '../kit/form.ts'
import { yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { adverseActions, hasAdverseActions } from '../shared/adverse-legal-action.ts'
import { billingAgency as agency } from '../shared/billing-agency.ts'
import { contactPersons } from '../shared/contact-person.ts'
import { correspondence as mail, recordsCorrespondence as recordsMail } from '../shared/correspondence.ts'
import { licenses as licensesOf } from '../shared/license.ts'
import { ownerInterests } from '../shared/organization/owner-interests.ts'
import { electronicPayment as payment } from '../shared/payments.ts'
import { bond, insurance, standards } from './assurance.ts'
import { enrollment, identifiers, organization } from './organization.ts'
import {
  authorizedOfficial,
  owningIndividuals,
  owningOrganizations,
  peopleLegalActions,
  peopleLegalHistory,
} from './people.ts'
import { hours, place } from './place.ts'
import { accreditation, products, supplierType } from './supplies.ts'

export const credentials = section({
  id: 'credentials',
  questions: { licensed: { kind: yesNo, paper: '2C', sensitivity: 'internal' } },
})
export const licenses = licensesOf('licenses', '2C', { section: 'credentials', question: 'licensed', is: true })
export const legalHistory = hasAdverseActions('legal-history', '7')
export const legalActions = adverseActions('legal-actions', '7', {
  section: 'legal-history',
  question: 'any',
  is: true,
})
export const billingAgency = agency('billing-agency', '10')
export const contacts = contactPersons('contact-persons', '11')

export const electronicPayment = payment()
export const correspondence = mail('4')
export const recordsCorrespondence = recordsMail('4')

export const tasks855s = [
  { id: 'business', sections: [enrollment, organization, identifiers] },
  { id: 'place', sections: [place, hours, credentials, licenses] },
  { id: 'supplies', sections: [supplierType, products, accreditation] },
  { id: 'mail', sections: [correspondence, recordsCorrespondence] },
  { id: 'assurance', sections: [insurance, bond] },
  { id: 'legal', sections: [legalHistory, legalActions] },
  {
    id: 'people',
    sections: [owningOrganizations, ownerInterests('8'), owningIndividuals, peopleLegalHistory, peopleLegalActions],
  },
  { id: 'money', sections: [electronicPayment, billingAgency] },
  { id: 'contacts', sections: [contacts] },
  { id: 'standards', sections: [standards, authorizedOfficial] },
] as const satisfies readonly Task[]

export const cms855s = form({ id: 'CMS-855S', edition: '12/23', tasks: tasks855s })
