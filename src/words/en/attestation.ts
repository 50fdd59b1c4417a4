/**
 * What the practitioner or official certifies by signing. Frozen into the signed document together with its version:
 * a change of one word is a new version, and the old one stays what was signed. The English text governs.
 */
import type { ApplicationReason } from '#domain/application/reasons.ts'
import { attestation855o, attestationOptOut } from './attestations-orders.ts'

export interface Attestation {
  /** "855i-2026-01": unique, and never given to other words. */
  readonly version: string
  readonly title: string
  /** What it means, in plain words, shown above the statement. */
  readonly summary: readonly string[]
  /** The statement itself, one paragraph each. */
  readonly statement: readonly string[]
  readonly penalties: readonly { readonly cite: string; readonly says: string }[]
  /** The words beside the box that has to be ticked. */
  readonly agree: string
}

export const attestation855i: Attestation = {
  version: '855i-2026-01',
  title: 'Certification by the practitioner',
  summary: [
    'You say that everything in this application is true and complete.',
    'You promise to follow the rules of Medicare and to tell us when something changes.',
    'You sign for yourself. Nobody else can sign this for you.',
  ],
  statement: [
    'I have read this whole application. What it says is true, correct and complete. If I learn that something in it is not, I will tell the Medicare contractor without delay.',
    'I will report a change of ownership, a change of practice location and any final adverse legal action within 30 days, and every other change within 90 days (42 CFR 424.516).',
    'I allow the Medicare contractor to check what I have stated with other agencies, boards and records, before and after it enrolls me.',
    'I will follow the laws, regulations and program instructions of Medicare that apply to me. I understand that payment of a claim depends on the claim, and what lies behind it, keeping those rules, among them the Federal anti-kickback statute (42 U.S.C. 1320a-7b(b)) and the physician self-referral law (42 U.S.C. 1395nn).',
    'Neither I nor any managing employee named in this application is now excluded, suspended or debarred from a Federal health care program, or otherwise barred from supplying services to one.',
    'If I am paid more than is due, I will return the money. I will not knowingly present a false claim, or cause one to be presented, and I will not ignore or avoid learning whether a claim is true.',
    'I have made this application myself or have read what another person prepared for me, and I sign it for myself. If I own the company named in it, I sign for that company too. I understand that I may not hand this signature to anyone.',
  ],
  penalties: [
    {
      cite: '18 U.S.C. 1001',
      says: 'A false statement to a Federal agency, or hiding a fact from it, can bring a fine and prison of up to five years.',
    },
    {
      cite: '18 U.S.C. 1035',
      says: 'A false statement in a matter of a health care benefit program can bring a fine and prison of up to five years.',
    },
    {
      cite: '18 U.S.C. 1347',
      says: 'Cheating a health care benefit program can bring a fine and prison of up to ten years, longer if someone is hurt.',
    },
    {
      cite: '31 U.S.C. 3729',
      says: 'The False Claims Act: a false claim costs a penalty for each claim and three times the damage to the Government.',
    },
    {
      cite: '42 U.S.C. 1320a-7a',
      says: 'A false or improper claim to a Federal health care program can bring civil penalties and exclusion.',
    },
    {
      cite: '42 U.S.C. 1320a-7b',
      says: 'A false statement in an application for payment, a kickback, or a bribe in a Federal health care program is a crime.',
    },
    {
      cite: '42 CFR 424.530(a)(4), 424.535(a)(4)',
      says: 'False or misleading information can lead to denial of this application or to losing the enrollment.',
    },
  ],
  agree: 'I have read this certification, I understand it, and I sign this application electronically.',
}

/** What an authorized official certifies for an organization (42 CFR 424.510(d)(3)). */
export const attestationOfficial: Attestation = {
  version: 'official-2026-01',
  title: 'Certification by the authorized official',
  summary: [
    'You say, for the organization, that everything in this application is true and complete.',
    'You bind the organization to the rules of Medicare, and to tell us when something changes.',
    'You sign as yourself. Nobody else can use your signature.',
  ],
  statement: [
    'I have read this whole application. What it says is true, correct and complete. If I learn that something in it is not, I will tell the Medicare contractor without delay.',
    'I have been appointed by this organization, and I have the legal power to enroll it in Medicare, to change its enrollment and to bind it to the laws, regulations and program instructions of Medicare (42 CFR 424.502).',
    'The organization will report a change of ownership or control, a change of practice location and any final adverse legal action within 30 days, and every other change within 90 days (42 CFR 424.516), unless a rule for its type gives less time.',
    'I allow the Medicare contractor to check what I have stated with other agencies, boards and records, before and after it enrolls the organization.',
    'I understand that payment of a claim depends on the claim, and what lies behind it, keeping those rules, among them the Federal anti-kickback statute (42 U.S.C. 1320a-7b(b)) and the physician self-referral law (42 U.S.C. 1395nn).',
    'Neither the organization, nor any owner, partner, officer, director or managing employee named in this application, is now excluded, suspended or debarred from a Federal health care program, or otherwise barred from supplying services to one.',
    'If the organization is paid more than is due, it will return the money. It will not knowingly present a false claim, or cause one to be presented, and it will not ignore or avoid learning whether a claim is true.',
  ],
  penalties: attestation855i.penalties,
  agree: 'I have read this certification, I understand it, and I sign this application electronically.',
}

/** What is signed under the form; an organization's official signs unless the form says otherwise. */
export const attestationFor = (form: string, reason?: ApplicationReason): Attestation =>
  // Who ends an opt-out promises nothing of it.
  reason === 'opt-out-cancellation' ? attestation855i : (byForm[form] ?? attestationOfficial)
const ownPenalties = { penalties: attestation855i.penalties }
const byForm: Readonly<Record<string, Attestation>> = {
  'CMS-855I': attestation855i,
  'CMS-855O': { ...attestation855o, ...ownPenalties },
  'OPT-OUT': { ...attestationOptOut, ...ownPenalties },
}

/** Every version ever signed under, the newest last. */
export const attestations: readonly Attestation[] = [...Object.values(byForm), attestationOfficial]
