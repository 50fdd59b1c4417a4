/** The English catalog of the CMS-855S: it does not compile while a task, section, question or option lacks words. */
import type { tasks855s } from '#forms/cms855s/index.ts'
import type { FormWordsFor } from '#forms/kit/words.ts'
import { contacts } from '../cms855i/contacts.ts'
import { licenses } from '../cms855i/credentials.ts'
import * as mail from '../cms855i/mail.ts'
import * as money from '../cms855i/money.ts'
import { actionItem, actionQuestions, anyActionWords } from '../shared/adverse-legal-action.ts'
import { ownerInterests } from '../shared/organization/owner-interests.ts'
import * as assurance from './assurance.ts'
import * as people from './people.ts'
import * as place from './place.ts'
import * as supplies from './supplies.ts'

export const cms855sEn: FormWordsFor<typeof tasks855s> = {
  title: 'Medicare enrollment for suppliers of medical equipment',
  short: 'CMS-855S',
  tasks: {
    business: { title: 'Tell us about the business' },
    place: { title: 'Describe the location', hint: 'Each location needs its own application' },
    supplies: { title: 'Say what you supply' },
    mail: { title: 'Say where we write to you' },
    assurance: { title: 'Show your insurance and bond' },
    legal: { title: 'Report adverse legal actions' },
    people: { title: 'Name the owners and managers' },
    money: { title: 'Set up payment' },
    contacts: { title: 'Name people we may call', hint: 'You do not have to name anyone' },
    standards: { title: 'Confirm the supplier standards' },
  },
  sections: {
    enrollment: place.enrollment,
    organization: place.organization,
    identifiers: place.identifiers,
    'business-location': place.place,
    'open-hours': place.hours,
    credentials: place.credentials,
    licenses,
    'supplier-type': supplies.supplierType,
    products: supplies.products,
    accreditation: supplies.accreditation,
    correspondence: mail.correspondence,
    'records-correspondence': mail.recordsCorrespondence,
    'liability-insurance': assurance.insurance,
    'surety-bond': assurance.bond,
    'legal-history': {
      title: 'Adverse legal actions',
      questions: anyActionWords('Has a final adverse legal action ever been taken against the business?'),
    },
    'legal-actions': { title: 'Actions taken against the business', item: actionItem, questions: actionQuestions },
    'owning-organizations': people.owningOrganizations,
    'owner-interests': ownerInterests,
    'owning-individuals': people.owningIndividuals,
    'people-legal-history': {
      title: 'Adverse legal actions against owners and managers',
      questions: anyActionWords('Has a final adverse legal action ever been taken against any of them?'),
    },
    'people-legal-actions': {
      title: 'Actions taken against owners and managers',
      item: actionItem,
      questions: {
        who: { ask: 'Who was it taken against?', hint: 'The name of the person or company' },
        ...actionQuestions,
      },
    },
    'electronic-payment': { ...money.electronicPayment, title: 'The bank account' },
    'billing-agency': money.billingAgency,
    'contact-persons': contacts,
    standards: assurance.standards,
    'authorized-official': people.authorizedOfficial,
  },
}
