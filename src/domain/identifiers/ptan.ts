/**
 * Provider transaction access numbers. Each contractor has its own shape (commonly 5 to 10 letters and
 * digits, for institutions the CCN), so that parsing is wide and only our own numbers are narrow:
 * two letters of the state and seven digits, "IL0000042". A PTAN is never shown publicly. Pure.
 */
import { isStateCode, type StateCode } from '../party/states.ts'

declare const ptanBrand: unique symbol
export type Ptan = string & { readonly [ptanBrand]: true }

/** As typed to as stored: upper case, no spaces or hyphens; undefined for what no contractor issues. */
export function parsePtan(typed: string): Ptan | undefined {
  const s = typed.replace(/[\s-]/g, '').toUpperCase()
  return /^(?=.*\d)[A-Z0-9]{5,10}$/.test(s) ? (s as Ptan) : undefined
}

/** One of our own numbers; throws RangeError for a sequence outside 0 to 9999999. */
export function formatPtan(state: StateCode, sequence: number): Ptan {
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 9_999_999)
    throw new RangeError(`sequence of a PTAN: ${sequence}`)
  return `${state}${String(sequence).padStart(7, '0')}` as Ptan
}

/** Did we issue it? Then the state it was issued for. */
export function stateOfPtan(ptan: Ptan): StateCode | undefined {
  const state = ptan.slice(0, 2)
  return /^..\d{7}$/.test(ptan) && isStateCode(state) ? state : undefined
}
