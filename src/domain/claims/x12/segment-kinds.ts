/**
 * Which segments a claim file may hold and which of them say something about enrollment. A segment is
 * looked up by its two or three letters in one table, on the hot path of every file. Pure.
 */
import { PROVIDER_PART, qualifier } from '../provider-places.ts'

/** What the reader does with a segment; UNKNOWN is not of an 837, SKIP says nothing about providers. */
export const UNKNOWN = 0
export const SKIP = 1
export const ISA = 2
export const GS = 3
export const ST = 4
export const BHT = 5
export const HL = 6
export const NM1 = 7
export const CLM = 8
export const DTP = 9
export const SBR = 10
export const LX = 11
export const SE = 12
export const GE = 13
export const IEA = 14

/** NM101 of whoever sends the file. */
export const SUBMITTER = qualifier('41')

const read: Readonly<Record<string, number>> = { ISA, GS, ST, BHT, HL, NM1, CLM, DTP, SBR, LX, SE, GE, IEA }

/** Segments of 004010 and 005010 837P, 837I and 837D that are counted and passed over. */
const passed =
  'TA1 REF N1 N2 N3 N4 PER PRV CUR PAT DMG CL1 PWK CN1 AMT K3 NTE CR1 CR2 CR3 CR4 CR5 CR6 CR7 CR8 CRC HI HCP QTY HSD ' +
  'CAS OI MIA MOA SV1 SV2 SV3 SV4 SV5 SV6 SV7 PS1 MEA CTP LIN LQ FRM TOO DN1 DN2 SVD DSB UR IMM SRV LUI LS LE OOI'

/** Few enough to stay in the first cache together with what is read. */
const SLOTS = 256
/** The letters packed into a number, the first one highest; a two-letter name has no third byte. */
const packed = (id: string): number => [...id].reduce((n, c) => (n << 8) | c.charCodeAt(0), 0)
/** Spreads packed names over the table; the factor was searched for, and no two names may meet. */
const slotOf = (code: number): number => Math.imul(code, 0x4b907f63) >>> 24
/** Name and kind in one word. */
const TABLE = new Int32Array(SLOTS)

for (const id of [...Object.keys(read), ...passed.split(' ')]) {
  const slot = slotOf(packed(id))
  if (TABLE[slot] !== 0) throw new Error(`two segment names in one slot: ${id}`)
  TABLE[slot] = (packed(id) << 5) | (read[id] ?? SKIP)
}

/** The kind of a segment by its packed name. */
export function kindOfName(code: number): number {
  const word = TABLE[slotOf(code)]!
  return word >>> 5 === code ? word & 31 : UNKNOWN
}

/** By qualifier of an NM1, whether a claim check reads it: providers, and the submitter. */
const named = PROVIDER_PART.slice()
named[SUBMITTER] = 1

/**
 * Whether the segment whose name ends before `i` says nothing that is read, told by its first element: people and
 * payers among the NM1, dates of anything but service, statement and admission.
 */
export function isPassedOver(kind: number, b: Uint8Array, i: number, element: number): boolean {
  if (kind === SKIP) return true
  if (kind === NM1) return b[i + 3] === element && named[(b[i + 1]! << 8) | b[i + 2]!] === 0
  return kind === DTP && b[i + 1] !== 52
}
