/**
 * Wordings with which analysts ask for more information, each with its authority. Plain first: what is wrong and
 * what to send. They are a beginning; the analyst may change every word.
 */
export interface Wording {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly cite: string
}

const INFORMATION = '42 CFR 424.525(a)(1)'
const DOCUMENTS = '42 CFR 424.525(a)(2)'
const COMPLETE = '42 CFR 424.510(d)(1)'

export const developmentLibrary: readonly Wording[] = [
  {
    id: 'differs-from-registry',
    label: 'Differs from the NPI registry',
    text: 'This differs from the NPI registry. Correct it here, or correct the registry and tell us that you did.',
    cite: INFORMATION,
  },
  {
    id: 'unclear',
    label: 'Unclear or incomplete',
    text: 'This answer is not clear or not complete. Please answer it again in full.',
    cite: INFORMATION,
  },
  {
    id: 'license',
    label: 'License not found at the board',
    text: 'We could not find this license at the state board. Check the number and the state, or send a copy of the license.',
    cite: '42 CFR 424.510(d)(2)',
  },
  {
    id: 'location',
    label: 'Practice location cannot be confirmed',
    text: 'We could not confirm this practice location. Give the full street address with suite, and the day on which you first see patients there.',
    cite: '42 CFR 424.510(d)(2)',
  },
  {
    id: 'bank',
    label: 'Bank account',
    text: 'The name on the bank account must be your legal name or that of your practice. Correct it, or send a letter from the bank.',
    cite: COMPLETE,
  },
  {
    id: 'adverse-action',
    label: 'Adverse legal action',
    text: 'Tell us of every final adverse legal action, also of those that were appealed or expunged, and send the papers.',
    cite: '42 CFR 424.516',
  },
  {
    id: 'affiliations',
    label: 'Affiliations',
    text: 'List every affiliation of the last five years that you, or anybody named as an owner or manager, has or had with a Medicare, Medicaid or CHIP provider that owes a debt, had its payments suspended, was excluded, or had its enrollment denied, revoked or ended. Say who, with whom, from when until when, and what happened.',
    cite: '42 CFR 424.519(b)',
  },
  {
    id: 'document',
    label: 'Document missing or unreadable',
    text: 'The document is missing or cannot be read. Send it again.',
    cite: DOCUMENTS,
  },
  {
    id: 'explain',
    label: 'Please explain',
    text: 'Please explain this answer in a sentence or two.',
    cite: INFORMATION,
  },
]
