/** Screening, development, decisions and deadlines in words. Every code of `src/domain/review` has its own here. */
import type { Delay } from '#domain/enrollment/effective-date.ts'
import type { ReportableEvent } from '#domain/enrollment/reporting-deadline.ts'
import type { SupplierType } from '#domain/enrollment/supplier-types.ts'
import type { Evidence } from '#domain/evidence.ts'
import type { AppealRights, DecisionKind } from '#domain/review/decision.ts'
import type { DenialReason, RejectionReason, ReturnReason } from '#domain/review/decision-reasons.ts'
import type { DevelopmentKind } from '#domain/review/development/development-request.ts'
import type { ClockName } from '#domain/review/queues/clocks.ts'
import type { Elevation, ScreeningLevel, ScreeningOccasion } from '#domain/review/screening/screening-level.ts'

const levels: Readonly<Record<ScreeningLevel, string>> = {
  limited: 'Limited: licenses and databases are checked',
  moderate: 'Moderate: a site visit is added',
  high: 'High: a site visit and fingerprints are added',
}

const occasions: Readonly<Record<ScreeningOccasion, string>> = {
  initial: 'First application',
  revalidation: 'Revalidation',
  'change-of-ownership': 'Change of ownership',
  'new-owner': 'New owner',
  'new-location': 'New practice location',
}

const elevations: Readonly<Record<Elevation, string>> = {
  'payment-suspension': 'Payments were suspended in the last ten years',
  'oig-exclusion': 'Was excluded by the Office of Inspector General',
  'earlier-revocation': 'Billing privileges were revoked in the last ten years',
  'medicaid-termination': 'Was terminated from Medicaid',
  'final-adverse-action': 'Had a final adverse action in the last ten years',
  'after-moratorium': 'Applies within six months after a moratorium',
}

const developmentKinds: Readonly<Record<DevelopmentKind, string>> = {
  correct: 'Correct an answer',
  explain: 'Explain an answer',
  document: 'Send a document',
  'sign-again': 'Sign again',
}

const decisions: Readonly<Record<DecisionKind, { readonly name: string; readonly means: string }>> = {
  approve: { name: 'Approve', means: 'The enrollment begins, and the provider gets a number.' },
  deny: { name: 'Deny', means: 'The provider does not qualify. The provider may appeal.' },
  return: { name: 'Return', means: 'The application should not have come, or not yet. It cannot be appealed.' },
  reject: { name: 'Reject', means: 'Something required did not arrive in time. It cannot be appealed.' },
}

const denialReasons: Readonly<Record<DenialReason, string>> = {
  noncompliance: 'Does not meet the requirements for enrollment',
  'excluded-or-debarred': 'The applicant, an owner or a manager is excluded or debarred',
  felony: 'A felony conviction in the last ten years that harms the program',
  'false-information': 'False or misleading information',
  'not-operational': 'A site visit found that the location does not operate',
  'medicare-debt': 'An overdue Medicare debt',
  'payment-suspension': 'Payments are suspended',
  'reserve-operating-funds': 'Not enough reserve funds (home health agencies)',
  'fee-not-paid': 'The application fee was not paid, and hardship was not granted',
  moratorium: 'A temporary moratorium on this type and place',
  'prescribing-authority': 'The authority to prescribe is suspended or revoked',
  'revoked-under-other-name': 'Revoked under another name, number or identity',
  'affiliation-undue-risk': 'An affiliation that poses an undue risk',
  'other-program-termination': 'Terminated or suspended by another program',
  'patient-harm': 'Harm to patients',
  'false-claims-act': 'A civil judgment under the False Claims Act',
  'supplier-standard': 'Does not meet a standard for suppliers of this type',
}

const returnReasons: Readonly<Record<ReturnReason, string>> = {
  'wrong-contractor': 'Sent on paper to a contractor that does not serve the location',
  'too-early': 'Received more than 60 days before the effective date asked for',
  'ownership-change-too-early': 'A change of ownership, received more than 90 days before the sale',
  'institution-too-early': 'A first application, received more than 180 days before the effective date',
  'not-needed': 'This application is not needed for what is asked',
  'revalidation-too-early': 'A revalidation, more than seven months before it is due',
  duplicate: 'The same application is pending or was decided',
  'outdated-paper-form': 'An outdated version of the paper form',
  'asked-to-withdraw': 'The applicant asked to withdraw it',
  'bar-still-runs': 'A bar to reapplying or reenrolling still runs',
}

const rejectionReasons: Readonly<Record<RejectionReason, string>> = {
  'information-not-given': 'Missing information was not given within 30 days of the request',
  'unsigned-or-undated': 'Not signed, or not dated',
  'signature-copied': 'The signature is copied or stamped',
  'signature-too-old': 'Signed more than 120 days before it was received',
  'signer-not-authorized': 'Signed by someone who may not sign',
  'wrong-form': 'The wrong CMS-855 form',
  'documents-not-given': 'Supporting documents were not given within 30 days of submitting',
  'fee-not-filed': 'Neither the fee nor a hardship request was filed',
}

const remedies: Readonly<Record<AppealRights['remedy'], string>> = {
  rebuttal: 'Send a rebuttal',
  reconsideration: 'Ask for reconsideration',
  'corrective-action-plan': 'Send a corrective action plan',
}

const delays: Readonly<Record<Delay, string>> = {
  none: 'Nothing kept the provider from enrolling earlier: no earlier days may be billed',
  circumstances: 'Circumstances kept the provider from enrolling earlier: up to 30 days back',
  'declared-disaster': 'A disaster declared by the President: up to 90 days back',
}

const events: Readonly<Record<ReportableEvent, string>> = {
  'ownership-or-control': 'Ownership or control',
  'adverse-legal-action': 'Final adverse legal action',
  'practice-location': 'Practice location added, moved or closed',
  'general-supervision': 'General supervision',
  officials: 'Authorized or delegated official',
  'license-action': 'License revoked or suspended',
  coaches: 'Coaches',
  other: 'Any other change',
}

const clockNames: Readonly<Record<ClockName, string>> = {
  development: 'To give the information asked for',
  'supporting-documents': 'To send supporting documents after submitting',
  'affiliations-applicant': 'To disclose affiliations while an application is under review',
  'affiliations-enrolled': 'To disclose affiliations while enrolled',
  'fee-hardship': 'To decide a request to be spared the fee',
  'fee-after-refusal': 'To pay the fee after such a request was refused',
  'fee-refund': 'To ask for a fee back, from its payment',
  'signature-age': 'Age of a signature on the day of receipt, at most',
  'idle-draft': 'Until a draft that nobody touches is deleted',
  'opened-for-corrections': 'Until an application opened for corrections is deleted',
  reopen: 'To reopen a rejected application',
  revalidation: 'To complete a revalidation',
  'deactivation-no-answer': 'Until an enrollment may be deactivated for want of an answer',
  stay: 'Length of a stay, at most',
  rebuttal: 'To rebut a stay or a deactivation',
  'reassignment-proposal': 'To sign a reassignment that was proposed',
  'revocation-effective': 'Until a revocation takes effect',
  reconsideration: 'To ask for reconsideration',
  'corrective-action-plan': 'To send a corrective action plan',
}

const evidence: Readonly<Record<Evidence, string>> = {
  A: 'Text of the regulation',
  B: 'Text of a government body',
  C: 'Quoted by a third party with its paragraph',
  D: 'Secondary source',
  none: 'Not confirmed',
  ours: 'Policy of this site',
}

const supplierTypes: Readonly<Record<SupplierType, string>> = {
  physician: 'Physician',
  'non-physician-practitioner': 'Non-physician practitioner',
  'physician-organization': 'Organization of physicians',
  'non-physician-practitioner-organization': 'Organization of non-physician practitioners',
  'ambulance-supplier': 'Ambulance supplier',
  'opioid-treatment-program': 'Opioid treatment program',
  'part-b-hospital-department': 'Part B hospital department',
  'clinical-laboratory': 'Clinical laboratory',
  'intensive-cardiac-rehabilitation': 'Intensive cardiac rehabilitation supplier',
  'mammography-center': 'Mammography center',
  'mass-immunizer-or-pharmacy': 'Mass immunizer or pharmacy',
  'radiation-therapy-center': 'Radiation therapy center',
  'home-infusion-therapy': 'Home infusion therapy supplier',
  'physical-therapist': 'Physical therapist',
  'occupational-therapist': 'Occupational therapist',
  'speech-language-pathologist': 'Speech-language pathologist',
  'dmepos-supplier': 'Supplier of durable medical equipment (DMEPOS)',
  idtf: 'Independent diagnostic testing facility',
  'mdpp-supplier': 'Medicare Diabetes Prevention Program supplier',
  'portable-x-ray': 'Portable X-ray supplier',
  'ambulatory-surgical-center': 'Ambulatory surgical center',
  'home-health-agency': 'Home health agency',
  hospice: 'Hospice',
  hospital: 'Hospital',
  'skilled-nursing-facility': 'Skilled nursing facility',
  'esrd-facility': 'End-stage renal disease facility',
  'federally-qualified-health-center': 'Federally qualified health center',
  'rural-health-clinic': 'Rural health clinic',
  'community-mental-health-center': 'Community mental health center',
  'outpatient-rehabilitation-facility': 'Comprehensive outpatient rehabilitation facility',
  'organ-procurement-organization': 'Organ procurement organization',
  'histocompatibility-laboratory': 'Histocompatibility laboratory',
  'religious-nonmedical-institution': 'Religious nonmedical health care institution',
}

export const review = {
  levels,
  occasions,
  elevations,
  developmentKinds,
  decisions,
  reasons: { deny: denialReasons, return: returnReasons, reject: rejectionReasons },
  remedies,
  delays,
  events,
  clocks: clockNames,
  evidence,
  supplierTypes,
  unconfirmed: 'unconfirmed',
  mayBeShorter: 'A rule of 2026 may have shortened this. Check the current text.',
}
