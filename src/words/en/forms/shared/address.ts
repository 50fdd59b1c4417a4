/** The words of an address, spread into a section's catalog under the same prefix as its questions. */
import { type AddressPart, addressParts, type Prefixed, prefixed } from '#forms/shared/address.ts'

const parts = {
  line1: { ask: 'Street address' },
  line2: { ask: 'Suite, floor or unit', hint: 'Leave empty if there is none' },
  city: { ask: 'City' },
  state: { ask: 'State or territory' },
  zip: { ask: 'ZIP code', hint: 'Five digits, or nine if you know them' },
} as const satisfies Record<AddressPart, { ask: string; hint?: string }>

type Own = Partial<Record<AddressPart, { readonly ask?: string; readonly hint?: string }>>

/** `own` replaces the words of single parts, such as "Street address or P.O. box". */
export const addressWords = <const P extends string>(prefix: P, own: Own = {}) =>
  Object.fromEntries(addressParts.map((part) => [prefixed(prefix, part), { ...parts[part], ...own[part] }])) as {
    readonly [N in AddressPart as Prefixed<P, N>]: { readonly ask: string; readonly hint?: string }
  }

export const mailLine = { line1: { ask: 'Street address or P.O. box' } } as const
