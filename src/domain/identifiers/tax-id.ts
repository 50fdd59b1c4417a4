/**
 * Social security and employer identification numbers.
 * Shape rules only: nobody but SSA and IRS can say that a number was issued.
 * The synthetic ranges (SSN area 9xx; EIN prefix 07, 08, 09) were never issued, so demo data uses
 * them and production refuses them.
 */
declare const ssnBrand: unique symbol
declare const einBrand: unique symbol
/** Nine digits, no hyphens. */
export type Ssn = string & { readonly [ssnBrand]: true }
/** Nine digits, no hyphen. */
export type Ein = string & { readonly [einBrand]: true }

export const digitsOf = (typed: string): string => typed.replace(/[\s-]/g, '')

export function isSsn(s: string): s is Ssn {
  return /^\d{9}$/.test(s) && !/^(000|666)/.test(s) && s.slice(3, 5) !== '00' && s.slice(5) !== '0000'
}

export function isEin(s: string): s is Ein {
  return /^\d{9}$/.test(s) && !/^(00|17|18|19|28|29|49|69|70|78|79|89|96|97)/.test(s)
}

export const isSyntheticSsn = (s: string): boolean => s.startsWith('9')
export const isSyntheticEin = (s: string): boolean => /^0[789]/.test(s)

/** "•••-••-1234": what a page or a log may show of a tax id. */
export const maskTaxId = (s: string): string => (s.length < 4 ? '••••' : `•••-••-${s.slice(-4)}`)
