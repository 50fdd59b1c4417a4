/** English words of the CMS-855I: money. */
import type * as sections from '#forms/cms855i/money.ts'
import type { payments as paymentsSection } from '#forms/cms855i/payments.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { addressWords, mailLine } from '../shared/address.ts'

export const payments = {
  title: 'Payment notices',
  questions: {
    sentTo: {
      ask: 'Where should paper notices and special payments go?',
      options: {
        practice: 'To my first practice location',
        correspondence: 'To the address where you write to me',
        elsewhere: 'Somewhere else',
      },
    },
    ...addressWords('', mailLine),
  },
} satisfies WordsFor<typeof paymentsSection>

export const electronicPayment = {
  title: 'Your bank account',
  intro:
    'Medicare pays by electronic transfer. The account must be in your name, or in the legal name of your company.',
  questions: {
    accountName: { ask: 'Name on the account', hint: 'It must match your legal name or the legal business name' },
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
} satisfies WordsFor<typeof sections.electronicPayment>

export const participation = {
  title: 'Taking part in Medicare',
  questions: {
    participates: {
      ask: 'Do you want to be a participating practitioner?',
      hint: 'Participating means you accept the amount Medicare sets as full payment every time.',
      why: 'If you say no, you may choose for each claim, but the amount Medicare pays is lower. You have 90 days after approval to change your mind, and each year again.',
    },
  },
} satisfies WordsFor<typeof sections.participation>

export const billingAgency = {
  title: 'Billing agency',
  questions: {
    uses: { ask: 'Does another company prepare or send your claims?', hint: 'You stay responsible for what it sends.' },
    name: { ask: 'What is its legal name?' },
    ein: { ask: 'What is its EIN?', hint: 'Nine digits' },
    ...addressWords(''),
    phone: { ask: 'Phone number' },
    email: { ask: 'E-mail address' },
  },
} satisfies WordsFor<typeof sections.billingAgency>
