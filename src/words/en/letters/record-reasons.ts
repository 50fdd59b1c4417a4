/** The sentence of every reason for a decision on an enrollment, as a letter says it to the provider. */
import type { RecordDecisionKind } from '#domain/decisions/kinds.ts'

const late = 'You did not answer our request to revalidate in time.'
const location = 'When we came, the place was not operational: open, staffed and ready to see patients.'

export const recordReasonWords: Readonly<Record<RecordDecisionKind, Readonly<Record<string, string>>>> = {
  revoke: {
    noncompliance: 'You do not meet a requirement of enrollment.',
    'revalidation-not-answered': late,
    'license-lost': 'The license or certification that your enrollment needs was lost, suspended or given up.',
    'excluded-or-debarred':
      'You, or somebody who must be named in your record, is excluded from federal health care programs or debarred.',
    felony: 'You, an owner or a managing employee was convicted of a felony within the last ten years.',
    'false-information': 'Your application or record certified something as true that is false or misleading.',
    'not-operational': location,
    'screening-requirements': 'A screening requirement, such as the application fee, was not met.',
    'number-misused': 'You let somebody else use your billing number.',
    'billing-abuse': 'You billed for services that cannot have been given, or again and again against the rules.',
    'failure-to-report': 'You did not report a change in the time that the rules give.',
    'no-documents': 'You did not keep documents, or did not let us see them.',
    'reserve-operating-funds': 'The home health agency did not show its initial reserve operating funds.',
    'other-program-termination': 'Medicaid or another federal program ended your participation.',
    'prescribing-authority': 'Your authority to prescribe, such as the DEA certificate, was suspended or revoked.',
    'improper-prescribing': 'Your prescribing of Part B or Part D drugs is abusive or endangers patients.',
    'false-claims-act': 'There is a civil judgment under the False Claims Act in the last ten years.',
    'debt-to-treasury': 'You have a debt that was referred to the Department of the Treasury.',
    'revoked-under-other-name': 'You are revoked under another name, number or business identity.',
    'affiliation-undue-risk': 'You have an affiliation that poses an undue risk to Medicare.',
    'noncompliant-location': 'You billed for services from a place that does not meet the requirements.',
    'abusive-ordering': 'Your orders, referrals, certifications or prescriptions are abusive.',
    'patient-harm': 'A state oversight board acted against you because of harm to patients.',
    'supplier-standard': 'A standard or condition for your type of provider or supplier is not met.',
  },
  deactivate: {
    'not-billing': 'You sent no Medicare claim for six calendar months in a row.',
    'change-not-reported': 'You did not report a change in the time that the rules give.',
    'revalidation-not-answered': late,
    noncompliance: 'You do not meet a requirement of enrollment.',
    'not-operational': location,
    deceased: 'We were told that the practitioner has died.',
    voluntary: 'You asked us to end billing.',
    'ownership-change': 'The agency was sold in a change of ownership.',
    'not-named-on-claims': 'No Medicare claim named you as ordering, certifying or referring for twelve months.',
  },
  stay: {
    noncompliance: 'You do not meet a requirement of enrollment, and a form can correct it.',
    'revalidation-not-answered': late,
    'change-not-reported': 'Your record differs from what we found, and you can report the change.',
  },
  reactivate: {
    recertified: 'You certified that your record is right and that you meet all requirements.',
    'information-given': 'You sent what was missing.',
    'stay-lifted': 'What the stay was for is corrected.',
  },
  bar: {
    circumvented: 'You tried to enroll under another name or number while you may not enroll.',
    'second-revocation': 'You were revoked a second time.',
  },
  'effective-date': {
    'wrong-receipt': 'The day on which we received your application was noted wrongly.',
    'wrong-first-service': 'The day on which you first saw patients there was noted wrongly.',
    'wrong-survey': 'The day of the survey or accreditation was noted wrongly.',
  },
  rescind: {
    error: 'The decision was made in error.',
    'now-complies': 'You have shown that you meet the requirement now.',
    'new-evidence': 'There is evidence that was not known when we decided.',
    appeal: 'Your appeal was right.',
  },
}
