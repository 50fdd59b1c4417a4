/**
 * Which segments a claim file may hold and which of them say something about enrollment. A segment is
 * looked up by its two or three letters in one table, on the hot path of every file. Pure.
 */

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

const read: Readonly<Record<string, number>> = { ISA, GS, ST, BHT, HL, NM1, CLM, DTP, SBR, LX, SE, GE, IEA }

/** Segments of 004010 and 005010 837P, 837I and 837D that are counted and passed over. */
const passed =
  'TA1 REF N1 N2 N3 N4 PER PRV CUR PAT DMG CL1 PWK CN1 AMT K3 NTE CR1 CR2 CR3 CR4 CR5 CR6 CR7 CR8 CRC HI HCP QTY HSD ' +
  'CAS OI MIA MOA SV1 SV2 SV3 SV4 SV5 SV6 SV7 PS1 MEA CTP LIN LQ FRM TOO DN1 DN2 SVD DSB UR IMM SRV LUI LS LE OOI'

const SLOTS = 8192
/** The letters packed into a number, the first one highest; a two-letter name has no third byte. */
const packed = (id: string): number => [...id].reduce((n, c) => (n << 8) | c.charCodeAt(0), 0)
/** Spreads packed names over the table; the table refuses to be built when two of ours meet. */
export const slotOf = (code: number): number => (Math.imul(code, 0x9e3779b1) >>> 19) & (SLOTS - 1)

export const CODES = new Int32Array(SLOTS)
export const KINDS = new Uint8Array(SLOTS)

for (const id of [...Object.keys(read), ...passed.split(' ')]) {
  const slot = slotOf(packed(id))
  if (CODES[slot] !== 0) throw new Error(`two segment names in one slot: ${id}`)
  CODES[slot] = packed(id)
  KINDS[slot] = read[id] ?? SKIP
}
