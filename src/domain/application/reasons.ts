/**
 * Why an application is made, as one table by form: what it asks, who signs, whether a fee is due, and what an
 * approval does to the record. Pure, no words (src/words/en/reasons.ts).
 * Signers: 42 CFR 424.510(d)(3) and .502; fee: 424.514. That a reactivation and a change of ownership reported as a
 * change pay no fee, and that a CMS-20134 pays none, is unconfirmed.
 */
export const applicationReasons = [
  'initial',
  'change',
  'revalidation',
  'reactivation',
  'reassignment-add',
  'reassignment-change',
  'reassignment-end',
  'add-location',
  'ownership-buyer',
  'ownership-seller',
  'merger',
  'consolidation',
  'withdrawal',
  'opt-out-renewal',
  'opt-out-cancellation',
  'order-stop',
] as const
export type ApplicationReason = (typeof applicationReasons)[number]
export const isApplicationReason = (s: string): s is ApplicationReason =>
  (applicationReasons as readonly string[]).includes(s)

export const formIds = ['CMS-855A', 'CMS-855B', 'CMS-855I', 'CMS-855O', 'CMS-855S', 'CMS-20134', 'OPT-OUT'] as const
export type FormId = (typeof formIds)[number]

/** Questions that belong to the reason and not to the form: src/forms/reasons. */
export const reasonSections = ['confirmation', 'withdrawal', 'transfer', 'reactivation', 'cancellation'] as const
export type ReasonSection = (typeof reasonSections)[number]

export type Signers = 'practitioner' | 'authorized-official' | 'any-official' | 'practitioner-and-payee'

export interface ReasonFacts {
  /** The whole form, the tasks that the person picks, some tasks, or nothing but the reason's own questions. */
  readonly asks: 'everything' | 'chosen' | 'nothing' | readonly string[]
  readonly own?: ReasonSection
  readonly signers: Signers
  /** By type: groups of physicians and of other practitioners pay none (42 CFR 424.502, institutional provider). */
  readonly fee: 'due' | 'none' | 'by-type'
  /** What an approval does: opens a record, writes a new version, begins a period again, or ends it. */
  readonly record: 'opens' | 'changes' | 'reactivates' | 'ends'
  /** May be signed although nothing differs from the record. */
  readonly same?: true
  readonly cite: string
}

type Reasons = Readonly<Partial<Record<ApplicationReason, ReasonFacts>>>

/** The reasons that every form has in common; `signs` for the weighty ones, `reports` for changes. */
const common = (signs: Signers, reports: Signers, fee: ReasonFacts['fee']) =>
  ({
    initial: { asks: 'everything', signers: signs, fee, record: 'opens', cite: '42 CFR 424.510' },
    change: { asks: 'chosen', signers: reports, fee: 'none', record: 'changes', cite: '42 CFR 424.516' },
    revalidation: {
      asks: 'everything',
      own: 'confirmation',
      signers: signs,
      fee,
      record: 'changes',
      same: true,
      cite: '42 CFR 424.515',
    },
    reactivation: {
      asks: 'everything',
      own: 'reactivation',
      signers: signs,
      fee: 'none',
      record: 'reactivates',
      same: true,
      cite: '42 CFR 424.540(b)',
    },
    withdrawal: {
      asks: 'nothing',
      own: 'withdrawal',
      signers: reports,
      fee: 'none',
      record: 'ends',
      cite: '42 CFR 424.540(a)(7)',
    },
  }) as const satisfies Reasons

const addsPlace = (signers: Signers, fee: ReasonFacts['fee'], task: string): ReasonFacts => ({
  asks: [task],
  signers,
  fee,
  record: 'changes',
  cite: '42 CFR 424.516(d)',
})
const reassigns = (signers: Signers): ReasonFacts => ({
  asks: ['reassignments'],
  signers,
  fee: 'none',
  record: 'changes',
  cite: '42 CFR 424.80',
})
const transfers = (asks: ReasonFacts['asks'], record: ReasonFacts['record']): ReasonFacts => ({
  asks,
  own: 'transfer',
  signers: 'authorized-official',
  fee: 'none',
  record,
  cite: '42 CFR 489.18, 424.550',
})

const institution = common('authorized-official', 'any-official', 'due')
const practitioner = common('practitioner', 'practitioner', 'none')

export const reasonsByForm: Readonly<Record<FormId, Reasons>> = {
  'CMS-855I': {
    ...practitioner,
    'reassignment-add': reassigns('practitioner-and-payee'),
    'reassignment-change': reassigns('practitioner-and-payee'),
    // Either side may end it (42 CFR 424.80(d)); this form is the practitioner's side.
    'reassignment-end': reassigns('practitioner'),
    'add-location': addsPlace('practitioner', 'none', 'locations'),
  },
  'CMS-855O': {
    initial: practitioner.initial,
    change: practitioner.change,
    reactivation: { ...practitioner.reactivation, cite: '42 CFR 424.547(b)' },
    'order-stop': { ...practitioner.withdrawal, cite: '42 CFR 424.507' },
  },
  'CMS-855B': {
    ...common('authorized-official', 'any-official', 'by-type'),
    'add-location': addsPlace('any-official', 'by-type', 'locations'),
    'ownership-buyer': transfers('everything', 'changes'),
    'ownership-seller': transfers('nothing', 'ends'),
  },
  'CMS-855A': {
    ...institution,
    'add-location': addsPlace('any-official', 'due', 'locations'),
    'ownership-buyer': transfers('everything', 'changes'),
    'ownership-seller': transfers('nothing', 'ends'),
    merger: transfers('nothing', 'ends'),
    consolidation: transfers('everything', 'changes'),
  },
  // Every location of an equipment supplier is an enrollment of its own, so that none is added.
  'CMS-855S': institution,
  'CMS-20134': {
    ...common('authorized-official', 'any-official', 'none'),
    'add-location': addsPlace('any-official', 'none', 'locations'),
  },
  'OPT-OUT': {
    initial: { ...practitioner.initial, cite: '42 CFR 405.410, 405.420' },
    change: { ...practitioner.change, cite: '42 CFR 405.420' },
    'opt-out-renewal': {
      asks: 'everything',
      own: 'confirmation',
      signers: 'practitioner',
      fee: 'none',
      record: 'changes',
      same: true,
      cite: '42 CFR 405.400',
    },
    'opt-out-cancellation': {
      asks: 'nothing',
      own: 'cancellation',
      signers: 'practitioner',
      fee: 'none',
      record: 'ends',
      cite: '42 CFR 405.445',
    },
  },
}

const isFormId = (form: string): form is FormId => (formIds as readonly string[]).includes(form)

/** The facts of a reason, if the form has it. */
export const reasonFacts = (form: string, reason: ApplicationReason): ReasonFacts | undefined =>
  isFormId(form) ? reasonsByForm[form][reason] : undefined

/** The same, for a stored application. Throws for a pair that cannot be stored. */
export function reasonOf(a: { readonly form: string; readonly reason: ApplicationReason }): ReasonFacts {
  const facts = reasonFacts(a.form, a.reason)
  if (!facts) throw new Error(`the ${a.form} is not filed for ${a.reason}`)
  return facts
}

/** What its approval does to the record: who buys without an enrollment of their own has one opened (42 CFR 489.18). */
export function effectOf(a: {
  readonly form: string
  readonly reason: ApplicationReason
  readonly enrollmentId: string | undefined
}): ReasonFacts['record'] {
  const { record } = reasonOf(a)
  return a.reason === 'ownership-buyer' && a.enrollmentId === undefined ? 'opens' : record
}

/** The reasons for which a form is filed by somebody who is enrolled, in the order of the table. */
export const laterReasons = (form: string): readonly ApplicationReason[] =>
  applicationReasons.filter((r) => r !== 'initial' && reasonFacts(form, r) !== undefined)

/** Does the application start from the record, and so show what differs from it? */
export const startsFromRecord = (reason: ApplicationReason): boolean => reason !== 'initial'

/** The same, for a stored application: a buyer may have no record to start from. */
export const isAboutRecord = (a: {
  readonly reason: ApplicationReason
  readonly enrollmentId: string | undefined
}): boolean => startsFromRecord(a.reason) && a.enrollmentId !== undefined
