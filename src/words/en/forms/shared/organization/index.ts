/** The words of the sections that every form of an organization has, by section id. */

import * as who from './identity.ts'
import * as money from './mail-and-money.ts'
import { ownerInterests } from './owner-interests.ts'
import * as own from './owners.ts'

export const organizationSections = {
  'prior-enrollment': who.priorEnrollment,
  organization: who.organization,
  structure: who.structure,
  correspondence: money.correspondence,
  'records-correspondence': money.recordsCorrespondence,
  'legal-history': money.legalHistory,
  'legal-actions': money.legalActions,
  owners: own.owners,
  'owner-organizations': own.ownerOrganizations,
  'owner-interests': ownerInterests,
  'owners-legal-history': own.ownersLegalHistory,
  'owners-legal-actions': own.ownersLegalActions,
  individuals: own.individuals,
  'individuals-legal-history': own.individualsLegalHistory,
  'individuals-legal-actions': own.individualsLegalActions,
  payments: money.payments,
  'electronic-payment': money.electronicPayment,
  'billing-agency': money.billingAgency,
  'contact-persons': money.contacts,
  'authorized-official': own.authorizedOfficial,
  'delegated-officials': own.delegatedOfficials,
} as const

export const organizationTasks = {
  organization: { title: 'Say who the organization is' },
  mail: { title: 'Say where we write to you' },
  legal: { title: 'Report adverse legal actions' },
  locations: { title: 'Add your practice locations' },
  owners: { title: 'Name organizations that own or manage it' },
  people: { title: 'Name people who own, direct or manage it', hint: 'At least one managing employee' },
  money: { title: 'Set up payment' },
  contacts: { title: 'Name people we may call', hint: 'You do not have to name anyone' },
  officials: { title: 'Name the official who signs' },
} as const
