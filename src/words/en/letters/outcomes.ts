/** What an approval letter says first, and what to do next, by what the approval did. */
export const approvalOutcomes = [
  'enrolled',
  'changed',
  'confirmed',
  'ordering',
  'opted-out',
  'reactivated',
  'ended',
] as const
export type ApprovalOutcome = (typeof approvalOutcomes)[number]

interface OutcomeWords {
  readonly title: string
  readonly opening: (day: string) => string
  /** How the day was set; without it the rule of filing and first service is told. */
  readonly dateRule?: (received: string) => string
  /** In place of the advice on claims. */
  readonly next?: readonly string[]
}

const report =
  'Tell us of an adverse legal action within 30 days, and of other changes within 90 days. Sign in and report a change (42 CFR 424.516).'

export const outcomeWords: Readonly<Record<ApprovalOutcome, OutcomeWords>> = {
  enrolled: {
    title: 'Your Medicare enrollment is approved',
    opening: (day) =>
      `We approved your application to enroll in Medicare. You may bill Medicare for services from ${day}. These are the facts of your enrollment:`,
  },
  changed: {
    title: 'Your change of information is approved',
    opening: (day) =>
      `We approved the change that you reported. Your enrollment record shows it from ${day}. Your PTAN stays the same.`,
  },
  confirmed: {
    title: 'Your record is confirmed',
    opening: (day) =>
      `We approved what you confirmed. Your enrollment record shows it from ${day}. Your enrollment goes on without a gap, and your number stays the same.`,
  },
  ordering: {
    title: 'You may order and certify',
    opening: (day) =>
      `We approved your enrollment to order, refer and certify items and services for Medicare patients from ${day}. You may not bill Medicare.`,
    dateRule: (received) => `It is the day on which we received the application that we approved (${received}).`,
    next: [
      'Put your own NPI on orders, exactly as it stands in the registry. A group NPI does not work.',
      'Before you bill Medicare for your own work, file a CMS-855I.',
      'If no claim names you for 12 months, this right to order may be stopped (42 CFR 424.547).',
      report,
    ],
  },
  'opted-out': {
    title: 'Your opt-out is on record',
    opening: (day) =>
      `Your affidavit is accepted. You are opted out of Medicare from ${day}, for two years. The opt-out then goes on by itself, two years at a time.`,
    dateRule: (received) =>
      `We received the affidavit on ${received}. Who takes part in Medicare opts out with the first quarter that begins 30 days later; others opt out when it is filed, or on a later day that they name.`,
    next: [
      'Treat Medicare patients only under private contracts, but for emergency and urgent care.',
      'To end it, tell us in writing at least 30 days before a term of two years ends, and not more than 90 days before.',
      'In the first 90 days of a first opt-out you can undo it (42 CFR 405.445).',
    ],
  },
  reactivated: {
    title: 'Your enrollment is active again',
    opening: (day) =>
      `We reactivated your enrollment from ${day}. Services between the day on which it was stopped and this day cannot be paid.`,
    dateRule: (received) =>
      `It is the day on which we received the application that we approved (${received}). The law gives no earlier day.`,
  },
  ended: {
    title: 'Your enrollment ends',
    opening: (day) => `As you asked, your enrollment ends. Its last day is ${day}.`,
    dateRule: (received) =>
      `You gave the day, or the rule that is named here sets it. We received your request on ${received}.`,
    next: [
      'Send claims for services up to the last day within one year of each service.',
      'Keep the records of patients and orders for seven years (42 CFR 424.516(f)).',
      'To come back, enroll again. We cannot open an enrollment that you ended.',
    ],
  },
}
