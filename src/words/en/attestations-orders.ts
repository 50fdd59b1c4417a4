/**
 * What is certified by one who only orders, and sworn by one who opts out (42 CFR 424.507, 405.420). A change of one
 * word is a new version, and the old one stays what was signed.
 */
import type { Attestation } from './attestation.ts'

type Signed = Omit<Attestation, 'penalties'>

export const attestation855o: Signed = {
  version: '855o-2026-01',
  title: 'Certification by the person who orders',
  summary: [
    'You say that everything in this application is true and complete.',
    'You enroll to order, refer and certify. You cannot send Medicare a bill.',
    'You sign for yourself. Nobody else can sign this for you.',
  ],
  statement: [
    'I have read this whole application. What it says is true, correct and complete. If I learn that something in it is not, I will tell the Medicare contractor without delay.',
    'I apply only to order, refer and certify items and services for Medicare patients (42 CFR 424.507). I understand that this gives me no right to bill Medicare, and that I must file a CMS-855I before I do.',
    'I will report a final adverse legal action within 30 days, and every other change within 90 days (42 CFR 424.516).',
    'I allow the Medicare contractor to check what I have stated with other agencies, boards and records, before and after it enrolls me.',
    'I will follow the laws, regulations and program instructions of Medicare that apply to orders and referrals, among them the Federal anti-kickback statute (42 U.S.C. 1320a-7b(b)) and the physician self-referral law (42 U.S.C. 1395nn), and I will keep the papers of each order for seven years (42 CFR 424.516(f)).',
    'I am not now excluded, suspended or debarred from a Federal health care program, or otherwise barred from supplying services to one.',
    'I have made this application myself or have read what another person prepared for me, and I sign it for myself. I understand that I may not hand this signature to anyone.',
  ],
  agree: 'I have read this certification, I understand it, and I sign this application electronically.',
}

export const attestationOptOut: Signed = {
  version: 'opt-out-2026-01',
  title: 'Affidavit',
  summary: [
    'You promise to treat Medicare patients only under private contracts while the opt-out lasts.',
    'You promise not to send Medicare a bill, except for emergency or urgent care without a contract.',
    'You sign for yourself. Nobody else can sign this for you.',
  ],
  statement: [
    'Except for emergency or urgent care services, during the opt-out period I will provide services to Medicare patients only through private contracts that meet 42 CFR 405.415.',
    'I will not submit a claim to Medicare for any service given to a Medicare patient during the opt-out period, nor permit any entity acting on my behalf to submit one, except for emergency or urgent care services (42 CFR 405.440).',
    'During the opt-out period I may receive no direct or indirect Medicare payment for services that I give to Medicare patients with whom I have privately contracted, whether as an individual, an employee of an organization, a partner, under a reassignment of benefits, or as payment for a service to a patient under Medicare Advantage.',
    'I acknowledge that, during the opt-out period, my services are not covered under Medicare and that no Medicare payment may be made to any entity for my services, directly or on a capitated basis.',
    'I promise to be bound, during the opt-out period, by the terms of this affidavit and of the private contracts that I have entered into.',
    'I acknowledge that the terms of this affidavit apply to all Medicare-covered items and services given by me during the opt-out period, except emergency or urgent care services to patients with whom I had no private contract, without regard to any payment arrangement that I may make.',
    'If I signed a Part B participation agreement, I acknowledge that it ends on the effective date of this affidavit.',
    'I acknowledge that a patient who has not entered into a private contract, and who needs emergency or urgent care services, may not be asked to enter into one (42 CFR 405.440).',
    'I identify myself in this affidavit so that the contractor can ensure that no payment is made to me during the opt-out period. If I am enrolled in Medicare, I give my number; if not, the facts needed to give me one.',
    'I understand that the opt-out period is two years, that it goes on by itself for two years at a time, and that I can end it by telling every contractor with which I filed, at least 30 days before a period ends (42 CFR 405.400, 405.445).',
  ],
  agree: 'I have read this affidavit, I understand it, and I sign it electronically.',
}
