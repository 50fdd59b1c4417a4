/** What an NM1 says of a provider or a submitter: name, kind, NPI. Elements as the segment reader places them. Pure. */
import type { Envelopes } from './envelopes.ts'
import type { NamedProvider } from './named-provider.ts'
import { latin } from './x12/delimiters.ts'
import { nameKeyAt, npiKeyAt } from './x12/fields.ts'

/** NM102: 1 is a person. */
export const isPerson = (b: Uint8Array, at: Int32Array): boolean => b[at[2]!] === 49

export function readNamed(p: NamedProvider, b: Uint8Array, at: Int32Array, last: number): void {
  p.name =
    isPerson(b, at) && last >= 3
      ? nameKeyAt(b, at[3]!, at[4]! - 1, last >= 4 ? at[4]! : 0, last >= 4 ? at[5]! - 1 : 0)
      : -1
  p.key = -2
  // XX says that what follows is an NPI; tax numbers and numbers of payers stand here as well.
  if (last < 9 || at[9]! - at[8]! !== 3 || b[at[8]!] !== 88 || b[at[8]! + 1] !== 88) return
  const from = at[9]!
  const to = at[10]! - 1
  if (to === from) return
  p.key = npiKeyAt(b, from, to)
  if (p.key < 0) p.text = latin(b, from, Math.min(to, from + 12))
}

export function readSubmitter(log: Envelopes, b: Uint8Array, at: Int32Array, last: number): void {
  const text = (k: number): string => (last >= k ? latin(b, at[k]!, at[k + 1]! - 1) : '')
  log.submitter(text(3), text(9), isPerson(b, at))
}
