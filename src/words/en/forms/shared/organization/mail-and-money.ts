/** English words of an organization's mail, payment, legal actions and contacts. */
import type { WordsFor } from '#forms/kit/words.ts'
import type { adverseActions, hasAdverseActions } from '#forms/shared/adverse-legal-action.ts'
import type { billingAgency as agencySection } from '#forms/shared/billing-agency.ts'
import type { contactPersons as contactSection } from '#forms/shared/contact-person.ts'
import type * as mail from '#forms/shared/correspondence.ts'
import type * as money from '#forms/shared/payments.ts'
import { addressWords, mailLine } from '../address.ts'
import { actionItem, actionQuestions, anyActionWords } from '../adverse-legal-action.ts'

export const correspondence = {
  title: 'Where we write to the organization',
  intro:
    'We must be able to reach the organization directly. This cannot be the address of a billing agency or a management company.',
  questions: {
    attention: { ask: 'Attention', hint: 'A person or department, if mail needs one' },
    ...addressWords('', mailLine),
    phone: { ask: 'Phone number' },
    fax: { ask: 'Fax number' },
    email: { ask: 'E-mail address', why: 'We send notices here. The mails never hold private details.' },
  },
} satisfies WordsFor<ReturnType<typeof mail.correspondence>>

export const recordsCorrespondence = {
  title: 'Where we ask for medical records',
  questions: {
    same: { ask: 'May requests for medical records go to the same address?' },
    attention: { ask: 'Attention', hint: 'A person or department, if mail needs one' },
    ...addressWords('', mailLine),
    phone: { ask: 'Phone number' },
    email: { ask: 'E-mail address' },
  },
} satisfies WordsFor<ReturnType<typeof mail.recordsCorrespondence>>

export const legalHistory = {
  title: 'Adverse legal actions',
  intro:
    'These are convictions in the last 10 years, and any action against a license, an accreditation or the right to take part in a federal or state program.',
  questions: anyActionWords('Has a final adverse legal action ever been taken against the organization?'),
} satisfies WordsFor<ReturnType<typeof hasAdverseActions>>

export const legalActions = {
  title: 'Actions taken against the organization',
  intro: 'Add each one. You will be asked for the papers that show it and how it ended.',
  item: actionItem,
  questions: actionQuestions,
} satisfies WordsFor<ReturnType<typeof adverseActions>>

export const payments = {
  title: 'Payment notices',
  questions: {
    sentTo: {
      ask: 'Where should paper notices and special payments go?',
      options: {
        practice: 'To the first practice location',
        correspondence: 'To the address where you want our mail',
        elsewhere: 'Somewhere else',
      },
    },
    ...addressWords('', mailLine),
  },
} satisfies WordsFor<ReturnType<typeof money.payments>>

export const electronicPayment = {
  title: 'Bank account',
  intro: 'Medicare pays by electronic transfer. The account must be in the legal business name.',
  questions: {
    accountName: { ask: 'Name on the account', hint: 'It must match the legal business name' },
    bank: { ask: 'Name of the bank' },
    bankPhone: { ask: "The bank's phone number" },
    accountType: { ask: 'What kind of account is it?', options: { checking: 'Checking', savings: 'Savings' } },
    routing: {
      ask: 'Routing number',
      hint: 'Nine digits, at the bottom left of a check',
      why: 'It says which bank to pay. It is encrypted.',
    },
    account: {
      ask: 'Account number',
      hint: 'Up to 17 letters or digits',
      why: 'It says which account to pay. It is encrypted and not shown again.',
    },
  },
} satisfies WordsFor<ReturnType<typeof money.electronicPayment>>

export const participation = {
  title: 'Taking part in Medicare',
  questions: {
    participates: {
      ask: 'Does the organization want to be a participating supplier?',
      hint: 'Participating means it accepts the amount Medicare sets as full payment every time.',
      why: 'If it says no, it may choose for each claim, but the amount Medicare pays is lower. It has 90 days after approval to change its mind, and each year again.',
    },
  },
} satisfies WordsFor<ReturnType<typeof money.participation>>

export const billingAgency = {
  title: 'Billing agency',
  questions: {
    uses: {
      ask: 'Does another company prepare or send your claims?',
      hint: 'The organization stays responsible for what it sends.',
    },
    name: { ask: 'What is its legal name?' },
    ein: { ask: 'What is its EIN?', hint: 'Nine digits' },
    ...addressWords(''),
    phone: { ask: 'Phone number' },
    email: { ask: 'E-mail address' },
  },
} satisfies WordsFor<ReturnType<typeof agencySection>>

export const contacts = {
  title: 'People we may call about this application',
  intro: 'If you add no one, we will ask the authorized official.',
  item: { one: 'contact person', many: 'contact persons' },
  questions: {
    first: { ask: 'First name' },
    last: { ask: 'Last name' },
    relation: {
      ask: 'How do they work with the organization?',
      options: {
        staff: 'They work in it',
        credentialing: 'They handle enrollment for it',
        'billing-agency': 'They work for its billing agency',
        lawyer: 'They are its lawyer',
        other: 'In another way',
      },
    },
    phone: { ask: 'Phone number' },
    email: { ask: 'E-mail address' },
    ...addressWords('', mailLine),
  },
} satisfies WordsFor<ReturnType<typeof contactSection>>
