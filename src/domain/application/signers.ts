/**
 * Who signs an application, by form and reason, as one table. Pure.
 * 42 CFR 424.510(d)(3) and 424.502: an authorized official signs a first application and whatever opens or transfers an
 * enrollment; a delegated official may report changes. Both sides of a reassignment confirm it apart (42 CFR 424.80).
 */
import { type ApplicationReason, reasonOf, type Signers } from './reasons.ts'

export const signatureRoles = ['practitioner', 'authorized-official', 'delegated-official'] as const
export type SignatureRole = (typeof signatureRoles)[number]

const bySigners: Readonly<Record<Signers, readonly SignatureRole[]>> = {
  practitioner: ['practitioner'],
  'practitioner-and-payee': ['practitioner'],
  'authorized-official': ['authorized-official'],
  'any-official': ['authorized-official', 'delegated-official'],
}

/** One of these signs. */
export const signersOf = (a: { readonly form: string; readonly reason: ApplicationReason }): readonly SignatureRole[] =>
  bySigners[reasonOf(a).signers]

/** Days after the request on which the signer is reminded. Ours. */
export const signatureReminders = [3, 7, 14, 30] as const
