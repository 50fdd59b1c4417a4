/**
 * The product's own words of approvals and of requests for more information; a person may put others in their place.
 * Placeholders in braces. How a day was set is told by the rule that set it, and is not theirs to change.
 */
import type { ApprovalOutcome } from '#domain/decisions/worded-letters.ts'
import type { Wording } from '#domain/decisions/wording.ts'

const report =
  'Tell us of an adverse legal action within 30 days, and of other changes within 90 days. Sign in and report a change (42 CFR 424.516).'
const billing = [
  'Put your NPI on claims. Never put your PTAN on a claim, and keep it to yourself: it proves who you are when you call us.',
  'Tell us of a new, moved or closed practice location and of an adverse legal action within 30 days. Sign in and report a change (42 CFR 424.516).',
]

export const approvalWordings: Readonly<Record<`approval-${ApprovalOutcome}` | 'development', Wording>> = {
  'approval-enrolled': {
    title: 'Your Medicare enrollment is approved',
    opening:
      'We approved your application to enroll in Medicare. You may bill Medicare for services from {billFrom}. These are the facts of your enrollment:',
    means: [],
    next: [
      ...billing,
      'We ask you to revalidate about every five years. Expect it by {revalidateBy} (42 CFR 424.515). We write to you before.',
    ],
  },
  'approval-changed': {
    title: 'Your change of information is approved',
    opening:
      'We approved the change that you reported. Your enrollment record shows it from {effective}. Your PTAN stays the same.',
    means: [],
    next: billing,
  },
  'approval-confirmed': {
    title: 'Your record is confirmed',
    opening:
      'We approved what you confirmed. Your enrollment record shows it from {effective}. Your enrollment goes on without a gap, and your number stays the same.',
    means: [],
    next: billing,
  },
  'approval-ordering': {
    title: 'You may order and certify',
    opening:
      'We approved your enrollment to order, refer and certify items and services for Medicare patients from {effective}. You may not bill Medicare.',
    means: [],
    next: [
      'Put your own NPI on orders, exactly as it stands in the registry. A group NPI does not work.',
      'Before you bill Medicare for your own work, file a CMS-855I.',
      'If no claim names you for 12 months, this right to order may be stopped (42 CFR 424.547).',
      report,
    ],
  },
  'approval-opted-out': {
    title: 'Your opt-out is on record',
    opening:
      'Your affidavit is accepted. You are opted out of Medicare from {effective}, for two years. The opt-out then goes on by itself, two years at a time.',
    means: [],
    next: [
      'Treat Medicare patients only under private contracts, but for emergency and urgent care.',
      'To end it, tell us in writing at least 30 days before a term of two years ends, and not more than 90 days before.',
      'In the first 90 days of a first opt-out you can undo it (42 CFR 405.445).',
    ],
  },
  'approval-reactivated': {
    title: 'Your enrollment is active again',
    opening:
      'We reactivated your enrollment from {effective}. Services between the day on which it was stopped and this day cannot be paid.',
    means: [],
    next: billing,
  },
  'approval-ended': {
    title: 'Your enrollment ends',
    opening: 'As you asked, your enrollment ends. Its last day is {effective}.',
    means: [],
    next: [
      'Send claims for services up to the last day within one year of each service.',
      'Keep the records of patients and orders for seven years (42 CFR 424.516(f)).',
      'To come back, enroll again. We cannot open an enrollment that you ended.',
    ],
  },
  development: {
    title: 'We need more information about your application',
    opening:
      'To go on with your application we need the answers below. Please answer by {due}. Sign in, open the application, and answer each item.',
    means: [
      'If we do not have complete answers by {due}, we may reject the application. You would then have to send a new one, and its day of receipt would count anew (42 CFR 424.525(a)(1)).',
    ],
    next: [],
  },
}

/** How the day was set, where the rule of filing and first service does not set it. `received` comes already said. */
export const dateRules: Readonly<Partial<Record<ApprovalOutcome, (received: string) => string>>> = {
  ordering: (received) => `It is the day on which we received the application that we approved (${received}).`,
  'opted-out': (received) =>
    `We received the affidavit on ${received}. Who takes part in Medicare opts out with the first quarter that begins 30 days later; others opt out when it is filed, or on a later day that they name.`,
  reactivated: (received) =>
    `It is the day on which we received the application that we approved (${received}). The law gives no earlier day.`,
  ended: (received) =>
    `You gave the day, or the rule that is named here sets it. We received your request on ${received}.`,
}
