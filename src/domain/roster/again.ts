/** A roster that was checked before is checked again, and what differs is told field by field. Pure. */
import { npiKey } from '../eligibility/packing.ts'
import type { Snapshot } from '../eligibility/snapshot.ts'
import { rosterStanding } from './standing.ts'
import { rosterColumns, rowWriter } from './write-row.ts'

/** What an answer says of a provider: the columns between the NPI and the problem. */
export type RosterField = Exclude<(typeof rosterColumns)[number], 'line' | 'npi' | 'problem'>
const fields = rosterColumns.slice(2, -1) as readonly RosterField[]

export interface RosterDifference {
  readonly npi: string
  readonly field: RosterField
  /** Empty where there was, or is, nothing. */
  readonly was: string
  readonly now: string
}

export type RosterRow = Readonly<Record<(typeof rosterColumns)[number], string>>

/** One line of answers by column. A cell that was quoted has no comma: it held an NPI, or what stood in its place. */
export function rowOf(line: string): RosterRow {
  const quoted = /^(\d+),"((?:[^"]|"")*)"(.*)$/.exec(line)
  const cells = quoted
    ? [quoted[1]!, quoted[2]!.replaceAll('""', '"'), ...quoted[3]!.split(',').slice(1)]
    : line.split(',')
  return Object.fromEntries(rosterColumns.map((name, i) => [name, cells[i] ?? ''])) as RosterRow
}

export const linesOf = (answers: string): readonly string[] => answers.split('\n').filter((l) => l !== '')

/** `answers` are lines as `scanRoster` wrote them. A difference is told once an NPI, however often it is listed. */
export function checkAgain(
  s: Snapshot,
  on: number,
  answers: string,
): { readonly answers: string; readonly differences: readonly RosterDifference[] } {
  const decoder = new TextDecoder()
  const writer = rowWriter()
  const differences: RosterDifference[] = []
  const told = new Set<string>()
  const lines = linesOf(answers).map((line) => {
    const was = rowOf(line)
    if (was.problem !== '') return line
    writer.clear()
    writer.row(Number(was.line), Number(was.npi), rosterStanding(s, npiKey(was.npi), on))
    const text = decoder.decode(writer.bytes()).trimEnd()
    if (text !== line && !told.has(was.npi)) {
      told.add(was.npi)
      differences.push(...differencesOf(was, rowOf(text)))
    }
    return text
  })
  return { answers: lines.map((l) => `${l}\n`).join(''), differences }
}

const differencesOf = (was: RosterRow, now: RosterRow): readonly RosterDifference[] =>
  fields.flatMap((field) =>
    was[field] === now[field] ? [] : [{ npi: was.npi, field, was: was[field], now: now[field] }],
  )
