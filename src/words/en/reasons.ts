/** English words of the reasons for an application. */
import type { ApplicationReason, ReasonFacts, Signers } from '#domain/application/reasons.ts'

export const reasonNames: Readonly<Record<ApplicationReason, string>> = {
  initial: 'New enrollment',
  change: 'Change of information',
  revalidation: 'Revalidation',
  reactivation: 'Reactivation',
  'reassignment-add': 'New reassignment',
  'reassignment-change': 'Change of a reassignment',
  'reassignment-end': 'End of a reassignment',
  'add-location': 'New practice location',
  'ownership-buyer': 'Change of ownership, as buyer',
  'ownership-seller': 'Change of ownership, as seller',
  merger: 'Acquisition or merger',
  consolidation: 'Consolidation',
  withdrawal: 'Voluntary withdrawal',
  'opt-out-renewal': 'Renewal of an opt-out',
  'opt-out-cancellation': 'Cancellation of an opt-out',
  'order-stop': 'Stop ordering and certifying',
}

/** What a person wants, as said on the page of an enrollment. */
export const reasonWishes: Readonly<Record<ApplicationReason, { readonly ask: string; readonly hint: string }>> = {
  initial: { ask: 'Enroll', hint: 'A new enrollment in a state.' },
  change: { ask: 'Change information', hint: 'You pick the parts that change. We ask only about these.' },
  revalidation: {
    ask: 'Revalidate',
    hint: 'Look at what is on file, confirm it, sign. If nothing changed, that is two minutes.',
  },
  reactivation: {
    ask: 'Reactivate',
    hint: 'Medicare stopped this enrollment. It starts again on the day we get this.',
  },
  'reassignment-add': { ask: 'Add a reassignment', hint: 'A group or a person will be paid for your work.' },
  'reassignment-change': { ask: 'Change a reassignment', hint: 'Such as the places where you work for a group.' },
  'reassignment-end': { ask: 'End a reassignment', hint: 'You leave a group. Give the last day.' },
  'add-location': { ask: 'Add a practice location', hint: 'Tell us within 30 days.' },
  'ownership-buyer': {
    ask: 'Report that you bought it',
    hint: 'The new owner files, not more than 90 days before the sale.',
  },
  'ownership-seller': { ask: 'Report that you sold it', hint: 'The old owner files too.' },
  merger: { ask: 'Report a merger', hint: 'Another provider takes this one over. Its number ends.' },
  consolidation: { ask: 'Report a consolidation', hint: 'Two or more become a new one.' },
  withdrawal: { ask: 'Leave Medicare', hint: 'This enrollment ends on the day you choose.' },
  'opt-out-renewal': { ask: 'Renew the opt-out', hint: 'It renews by itself too. Confirm your facts here.' },
  'opt-out-cancellation': {
    ask: 'Cancel the opt-out',
    hint: 'It then ends with this term, if we get this 30 days before.',
  },
  'order-stop': { ask: 'Stop ordering', hint: 'You will no longer order, refer or certify.' },
}

export const signerNames: Readonly<Record<Signers, string>> = {
  practitioner: 'The practitioner signs. Nobody else can.',
  'authorized-official': 'An authorized official signs.',
  'any-official': 'An authorized or a delegated official signs.',
  'practitioner-and-payee': 'The practitioner signs, and an official of the group that is paid.',
}

/** "Start ordering and certifying" says more than "New enrollment". */
const firstOf: Readonly<Record<string, string>> = {
  'CMS-855O': 'Start ordering and certifying',
  'OPT-OUT': 'First affidavit',
}

export const reasonWords = {
  /** The name of a reason on a form. */
  on: (form: string, reason: ApplicationReason): string =>
    (reason === 'initial' ? firstOf[form] : undefined) ?? reasonNames[reason],
  names: reasonNames,
  wishes: reasonWishes,
  signers: signerNames,
  fees: {
    due: 'The application fee is due.',
    none: 'No fee.',
    'by-type': 'The application fee is due, but not from groups of physicians or other practitioners.',
  } satisfies Record<ReasonFacts['fee'], string>,
}
