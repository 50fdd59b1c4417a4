/** Words of the application fee: due or not and why, paying, being spared it, getting it back. */

import type { FeeReason } from '#domain/fee/fee-due.ts'
import type { FeeState, PaymentStatus } from '#domain/fee/fee-states.ts'
import type { RefundRule } from '#domain/fee/refund-rules.ts'
import { worded } from '../mail-texts/index.ts'

/** 75000 cents are "$750". */
export const dollars = (cents: number): string =>
  cents % 100 === 0
    ? `$${(cents / 100).toLocaleString('en-US')}`
    : `$${(cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`

const states: Readonly<Record<FeeState, string>> = {
  'not-due': 'Not due',
  pending: 'To be paid',
  paid: 'Paid',
  waived: 'Waived',
  refunded: 'Given back',
}

const why: Readonly<Record<FeeReason, string>> = {
  'practitioner-form': 'Physicians and other practitioners pay no fee for their own application.',
  'prevention-program': 'Suppliers of the diabetes prevention program pay no fee.',
  'reason-pays-none':
    'No fee is charged for this reason. A fee is due only for a first application, a revalidation, and a place that is added.',
  'practitioner-group': 'Groups of physicians or other practitioners pay no fee.',
  'no-place-added': 'Reporting a change is free, as long as it adds no practice location.',
  institution: 'Organizations of this type pay a fee for a first application and for each revalidation.',
  'institution-unlisted':
    'Everybody who files this form pays, except groups of physicians or other practitioners. Your contractor does not name your type among those who pay; if it turns out that nothing was due, the fee goes back to you.',
  'place-added': 'Organizations of this type pay a fee when they add a practice location.',
}

const payments: Readonly<Record<PaymentStatus, string>> = {
  begun: 'Begun, not finished',
  paid: 'Paid',
  failed: 'Did not go through',
  cancelled: 'Canceled',
  expired: 'Not finished in time',
  late: 'Came too late; it will be given back',
  'charged-back': 'Taken back by the bank',
  refunded: 'Given back',
}

const refundRules: Readonly<Record<RefundRule, string>> = {
  'not-required': 'No fee is due for this application',
  'hardship-granted': 'You were spared the fee',
  'ended-before-review': 'The application ended before anybody reviewed it',
  moratorium: 'It was denied because of a moratorium',
  'paid-twice': 'The payment came too late to count',
  'never-sent': 'The application was never sent',
}

export const fee = {
  title: 'Application fee',
  states,
  why,
  payments,
  refundRules,
  state: 'Status',
  amount: 'Amount',
  amountFor: (cents: number, year: number) => `${dollars(cents)}, for applications sent in ${year}`,
  amountUnknown: (year: number) => `The amount for ${year} was not entered here yet, so that nobody can pay it now`,
  reason: 'Why',
  authority: 'Rule',
  by: 'Pay by',
  byDay: (due: string) => `${due}, or the application may be rejected`,
  once: 'One fee for this application. However often you press the button, you are charged once.',
  pay: (cents: number) => `Pay ${dollars(cents)}`,
  goOn: 'Go on to the payment page',
  elsewhere: 'You pay on a page outside of this portal and come back. Card numbers never reach us.',
  demoPage: 'This demonstration has its own payment page. No money moves.',
  off: 'Fees cannot be paid online here yet. Call the help desk.',
  beforeSigning: 'It is due before anybody signs.',
  amountOnly: dollars,
  historyCaption: 'Payments',
  when: 'When',
  result: 'Result',
  reference: 'Number of the payment page',
  receiptLink: 'Receipt',
  receiptTitle: 'Receipt',
  receiptNumber: 'Receipt number',
  receiptFor: 'For',
  receiptOf: (form: string, reason: string, state: string) => `${form}, ${reason.toLowerCase()}, ${state}`,
  paidBy: 'Organization or person',
  paidOn: 'Paid on',
  printHint: 'Print this page with your browser, or save it as a PDF.',
  backToFee: 'Back to the fee',
  hardshipTitle: 'Ask to be spared the fee',
  hardshipIntro:
    'If the fee would be a hardship, you can ask to be spared it. Add papers that prove it; saying so alone is not enough. You can sign the application as soon as you have asked. The contractor decides within 60 days. If the answer is no, you have 30 days to pay.',
  hardshipPapers: (n: number) => (n === 1 ? 'You added 1 paper.' : `You added ${n} papers.`),
  hardshipAddPaper: 'Add a paper that proves it',
  hardshipAsk: 'Why is the fee a hardship?',
  hardshipHint: 'For example: what you earn and owe, who depends on you, what changed this year',
  hardshipSend: 'Ask to be spared the fee',
  hardshipLink: 'The fee is a hardship',
  hardshipAsked: (day: string, by: string) => `You asked on ${day} to be spared the fee. It is decided by ${by}.`,
  hardshipGranted: 'Your request was granted: nothing is to be paid.',
  hardshipRefused: 'Your request was refused.',
  hardshipNote: (note: string) => `Reason given: ${note}`,
  refundTitle: 'Get the fee back',
  refundIntro: (rules: string) => `This payment can go back to you: ${rules}.`,
  refundAsk: 'Ask for the fee back',
  refundAsked: (day: string) => `You asked for it on ${day}. The contractor decides.`,
  refundRefused: 'The contractor did not give it back.',
  returnTitle: 'Payment not recorded',
  returnBack: 'Back to your dashboard',
  row: 'Application fee',
  rowHint: { open: 'Due before anybody signs', settled: 'Nothing to do now' },
  hardshipWaits: 'Asked to be spared',
  preflightOpen: 'The application fee is still to be paid.',
  preflightSettled: (state: string) => `Application fee: ${state.toLowerCase()}.`,
  see: 'See the fee',
  happened: {
    paid: 'The fee was paid',
    'charged-back': 'The bank took the payment back',
    'hardship-asked': 'Asked to be spared the fee',
    'hardship-granted': 'The fee was waived',
    'hardship-refused': 'The request to be spared the fee was refused',
    'refund-asked': 'Asked for the fee back',
    refunded: 'The fee was given back',
    'refund-refused': 'The fee was not given back',
  } as Readonly<Record<string, string>>,
  desk: {
    nothing: 'Nothing is to be decided about the fee.',
    hardship: 'Request to be spared the fee',
    asked: 'Asked on',
    decideBy: 'Decide by',
    explanation: 'What they wrote',
    papers: 'The papers are under “Documents and explanations”.',
    note: 'Reason, said to the provider',
    decision: 'Decision',
    grant: 'Waive the fee',
    refuse: 'Refuse; they have 30 days to pay',
    decide: 'Record the decision',
    refund: 'Payment to give back',
    rule: 'By which rule',
    giveBack: 'Give it back',
    keep: 'Keep it',
    refundNote: 'Note',
    refundIntro: (amount: string, receipt: string) =>
      `${amount}, receipt ${receipt}. Order it at the payment page first, then record it here.`,
  },
  cli: {
    about: 'The application fee of each calendar year',
    list: 'Show the amounts and their notices',
    set: 'Enter the amount of a year from its notice',
    dollars: 'amount in dollars, like 760',
    cite: 'the notice, like "91 FR 12345"',
    none: 'not entered',
  },
  simulator: {
    title: 'Payment page of the demonstration',
    intro: 'This stands for the hosted payment page of an agency. Nothing is charged.',
    amount: 'Amount',
    application: 'Application',
    until: 'Open until',
    pay: 'Pay',
    fail: 'Let it fail',
    cancel: 'Cancel',
    quiet: 'Pay, and do not go back',
    late: 'Pay after the time is over',
    altered: 'Pay, and change the amount on the way back',
    chargeBack: 'Take the payment back',
    wrong: 'This request is not signed by the portal, so it is refused.',
    told: 'The portal was told.',
    back: 'Back to the portal',
  },
}

export const feeMails = {
  feeMoved: (what: 'paid' | 'charged-back' | 'hardship-granted' | 'hardship-refused', link: string) =>
    worded(what === 'paid' || what === 'charged-back' ? `fee-${what}` : 'fee-hardship', { link }),
}
