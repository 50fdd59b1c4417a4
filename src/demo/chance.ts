/** Chance that hangs on nothing but an NPI and a question, so that a second run decides the same. Not for secrets. */
import { createHash } from 'node:crypto'

/** A number in [0, 1) that is always the same for the same NPI and question. */
export const chance = (npi: string, question: string): number =>
  createHash('sha256').update(`${npi} ${question}`).digest().readUInt32BE(0) / 2 ** 32

/** A whole number from `low` to `high`, both included. */
export const between = (npi: string, question: string, low: number, high: number): number =>
  low + Math.floor(chance(npi, question) * (high - low + 1))

export const pick = <T>(npi: string, question: string, from: readonly T[]): T =>
  from[Math.floor(chance(npi, question) * from.length)]!

/** So many invented digits. */
export const digits = (npi: string, question: string, count: number): string =>
  String(Math.floor(chance(npi, question) * 10 ** count)).padStart(count, '0')

/** Half of the invented registry is enrolled when the demonstration begins; the other half may apply. */
export const enrolledAtStart = (npi: string): boolean => chance(npi, 'enrolled') < 0.5
