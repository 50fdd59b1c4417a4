/**
 * CMS certification numbers: six characters for a provider (state, then type and sequence), ten for a certified supplier
 * with a letter in the third place. Which state codes and ranges are in use is not judged. Pure. Unconfirmed: the letters.
 */
declare const brand: unique symbol
export type Ccn = string & { readonly [brand]: 'ccn' }

const PROVIDER = /^(\d{2}|[A-C]\d)[0-9A-Z]\d{3}$/
const SUPPLIER = /^(\d{2}|[A-C]\d)[A-Z]\d{7}$/

/** Without the hyphen and spaces that people write: "14-1234" is 141234. */
export const plainCcn = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase()

export const isCcn = (s: string): s is Ccn => PROVIDER.test(s) || SUPPLIER.test(s)
