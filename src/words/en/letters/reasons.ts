/** Why an application is denied, returned or rejected, said to the enrollee. Exhaustive over the tables. */
import type { DenialReason, RejectionReason, ReturnReason } from '#domain/review/decision-reasons.ts'

export const denialWords: Readonly<Record<DenialReason, string>> = {
  noncompliance: 'You do not meet a requirement for enrollment.',
  'excluded-or-debarred': 'You, or somebody named in the application, are excluded or debarred from federal programs.',
  felony: 'You, or somebody named in the application, were convicted of a felony in the last ten years.',
  'false-information': 'The application has information that is false or misleading.',
  'not-operational': 'We visited the practice location and it was not operational.',
  'medicare-debt': 'There is a debt to Medicare that is not paid.',
  'payment-suspension': 'A Medicare payment suspension is in force.',
  'reserve-operating-funds': 'The initial reserve operating funds were not shown.',
  'fee-not-paid': 'The application fee was not paid and no hardship exception was granted.',
  moratorium: 'New enrollments of this type are closed in this area for now.',
  'prescribing-authority': 'Your DEA registration or your authority to prescribe is suspended or revoked.',
  'revoked-under-other-name': 'You are revoked from Medicare under another name, number or business.',
  'affiliation-undue-risk': 'An affiliation that you have is an undue risk to the program.',
  'other-program-termination': 'Another program has terminated or suspended you.',
  'patient-harm': 'A board or court found that patients were harmed.',
  'false-claims-act': 'There is a civil judgment against you under the False Claims Act.',
  'supplier-standard': 'A standard or condition for your type of supplier is not met.',
}

export const returnWords: Readonly<Record<ReturnReason, string>> = {
  'wrong-contractor': 'It was sent to a contractor that does not serve your state.',
  'too-early': 'It came more than 60 days before the effective date that it asks for.',
  'ownership-change-too-early': 'It reports a sale more than 90 days ahead.',
  'institution-too-early': 'It came more than 180 days before the effective date that it asks for.',
  'not-needed': 'What you want to do does not need this application.',
  'revalidation-too-early': 'It is a revalidation more than seven months before the due date.',
  duplicate: 'It repeats an application that we already have.',
  'outdated-paper-form': 'It is on an edition of the paper form that is no longer accepted.',
  'asked-to-withdraw': 'You asked to withdraw it.',
  'bar-still-runs': 'A bar on enrolling or applying again still runs.',
}

export const rejectionWords: Readonly<Record<RejectionReason, string>> = {
  'information-not-given': 'Information that we asked for did not arrive in 30 days.',
  'unsigned-or-undated': 'It was not signed or not dated.',
  'signature-copied': 'The signature was copied or stamped.',
  'signature-too-old': 'The signature was more than 120 days old when we received it.',
  'signer-not-authorized': 'The person who signed may not sign it.',
  'wrong-form': 'It is on the wrong CMS-855 form.',
  'documents-not-given': 'Papers that belong to it did not arrive within 30 days after you submitted it.',
  'fee-not-filed': 'The application fee or a hardship request was not filed with it.',
}
