/**
 * Why an application may be denied, returned or rejected: one table each, with the paragraph where it is
 * known and how well. A reason without a confirmed number is cited by its section only. Pure data.
 */
import type { Evidence } from '../evidence.ts'

export interface Reason {
  readonly cite: string
  readonly evidence: Evidence
}

const at = (section: string, paragraph: string, evidence: Evidence): Reason => ({
  cite: `42 CFR ${section}${paragraph}`,
  evidence,
})
const deny = (paragraph: string, evidence: Evidence): Reason => at('424.530', `(a)${paragraph}`, evidence)
const send = (paragraph: string, evidence: Evidence): Reason => at('424.526', `(a)${paragraph}`, evidence)
const reject = (paragraph: string, evidence: Evidence): Reason => at('424.525', `(a)${paragraph}`, evidence)

/** 424.530(a). Numbers of those graded "none" are from memory and not cited. */
export const denialReasons = {
  noncompliance: deny('(1)', 'A'),
  'excluded-or-debarred': deny('(2)', 'A'),
  felony: deny('(3)', 'A'),
  'false-information': deny('', 'C'),
  'not-operational': deny('(5)', 'D'),
  'medicare-debt': deny('', 'none'),
  'payment-suspension': deny('', 'none'),
  'reserve-operating-funds': deny('', 'none'),
  'fee-not-paid': deny('', 'none'),
  moratorium: deny('(10)', 'D'),
  'prescribing-authority': deny('', 'none'),
  'revoked-under-other-name': deny('', 'none'),
  'affiliation-undue-risk': deny('', 'none'),
  'other-program-termination': deny('', 'none'),
  'patient-harm': deny('', 'none'),
  'false-claims-act': deny('', 'none'),
  'supplier-standard': deny('', 'none'),
} as const satisfies Record<string, Reason>

/** 424.526(a): thirteen reasons; those whose text was not seen at all are left out. */
export const returnReasons = {
  'wrong-contractor': send('(1)', 'A'),
  'too-early': send('(2)', 'A'),
  'ownership-change-too-early': send('(3)', 'A'),
  'institution-too-early': send('(4)', 'A'),
  'not-needed': send('(7)', 'C'),
  'revalidation-too-early': send('(8)', 'C'),
  duplicate: send('', 'C'),
  'outdated-paper-form': send('', 'C'),
  'asked-to-withdraw': send('', 'C'),
  'bar-still-runs': send('', 'none'),
} as const satisfies Record<string, Reason>

/** 424.525(a). */
export const rejectionReasons = {
  'information-not-given': reject('(1)', 'A'),
  'unsigned-or-undated': reject('(1)(ii)', 'C'),
  'signature-copied': reject('(1)(iii)', 'C'),
  'signature-too-old': reject('(1)(iv)', 'C'),
  'signer-not-authorized': reject('(1)(v)', 'C'),
  'wrong-form': reject('(1)(x)', 'C'),
  'documents-not-given': reject('(2)', 'A'),
  'fee-not-filed': reject('(3)', 'A'),
} as const satisfies Record<string, Reason>

export type DenialReason = keyof typeof denialReasons
export type ReturnReason = keyof typeof returnReasons
export type RejectionReason = keyof typeof rejectionReasons
