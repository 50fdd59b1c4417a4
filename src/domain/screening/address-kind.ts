/**
 * What kind of place an address line names, as far as the line itself tells: a post office box, a private mailbox
 * at a mail receiving agency, a street. Whether people live there no line tells: that is "unknown", never "no".
 * 42 CFR 424.516(e), 424.57(c)(7). Pure.
 */
import type { Address } from '../party/address.ts'
import { isPoBox } from '../party/po-box.ts'

export const addressKinds = ['post-office-box', 'private-mailbox', 'street'] as const
export type AddressKind = (typeof addressKinds)[number]

/** "PMB 12" is what the Postal Service prescribes for a box at a commercial mail receiving agency (DMM 508.1.8). */
const PRIVATE = /\b(?:PMB|private\s+mail\s*box|mail\s*stop|mail\s+drop|the\s+ups\s+store|mail\s*boxes?\s+etc)\b/i

export interface AddressFinding {
  readonly kind: AddressKind
  /** Nobody has told us; a site visit or a deed does. */
  readonly residential: 'unknown'
}

export function addressKind({ line1, line2 }: Pick<Address, 'line1' | 'line2'>): AddressFinding {
  const lines = [line1, line2 ?? '']
  const kind = lines.some(isPoBox)
    ? 'post-office-box'
    : lines.some((l) => PRIVATE.test(l))
      ? 'private-mailbox'
      : 'street'
  return { kind, residential: 'unknown' }
}
