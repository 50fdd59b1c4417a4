/**
 * Enrollment ids while a snapshot is built: read without an object, and found again without a Map. A number
 * of up to 37 bits stands for an id: its opening day, its type, its sequence. Pure.
 */
import type { Day } from '../dates.ts'
import { isDay } from '../dates.ts'
import { spread } from './columns.ts'
import { dayNumber } from './packing.ts'

const SEQUENCES = 2 ** 20
const DAY = SEQUENCES * 2

/** The number of an id; -1 for what is none. */
export function idNumber(id: string): number {
  if (id.length !== 15) return -1
  const type = id.charCodeAt(0)
  if (type !== 73 && type !== 79) return -1
  let sequence = 0
  for (let i = 1; i < 15; i++) {
    const digit = id.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return -1
    if (i > 8) sequence = sequence * 10 + digit
  }
  const opened = openingDay(id.slice(1, 9))
  return opened < 0 ? -1 : opened * DAY + (type === 79 ? SEQUENCES : 0) + sequence
}

const days = new Map<string, number>()

function openingDay(digits: string): number {
  let number = days.get(digits)
  if (number === undefined) {
    const written = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
    number = isDay(written) ? dayNumber(written as Day) : -1
    if (number > 65_534) number = -1
    if (days.size < 50_000) days.set(digits, number)
  }
  return number
}

export const openedOn = (id: number): number => Math.trunc(id / DAY)
export const isOrganizationId = (id: number): boolean => Math.trunc(id / SEQUENCES) % 2 === 1
export const sequenceOf = (id: number): number => id % SEQUENCES

/** Rows by id: open addressing over the numbers themselves. */
export function rowsById(ids: readonly number[]): (id: number) => number {
  let bits = 4
  while (2 ** bits < ids.length * 1.6) bits++
  const mask = 2 ** bits - 1
  const table = new Int32Array(mask + 1)
  const home = (id: number): number =>
    spread((id % 4_294_967_296) ^ Math.imul(openedOn(id), 0x85ebca6b)) >>> (32 - bits)
  ids.forEach((id, row) => {
    let at = home(id)
    while (table[at] !== 0) at = (at + 1) & mask
    table[at] = row + 1
  })
  return (id) => {
    for (let at = home(id); ; at = (at + 1) & mask) {
      const row = table[at]! - 1
      if (row < 0 || ids[row] === id) return row
    }
  }
}
