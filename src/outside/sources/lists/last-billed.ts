/**
 * The last claim of each provider, as a CSV file of the claims system with these columns; nobody publishes such a file, so
 * the columns are ours. One row an NPI, a PTAN, or both. Every row says up to which day and from which day on its claims
 * are counted: who is missing has no claim known since then, and no more.
 */
import type { Day } from '#domain/dates.ts'
import type { LastBilled } from '#domain/party/last-billed.ts'
import type { Cells, ColumnFinder } from '../cells.ts'
import type { SourceLayout } from '../layout.ts'

export const lastBilledHeader = ['NPI', 'PTAN', 'LAST_CLAIM_ON', 'AS_OF', 'COVERS_FROM'] as const

/** The same of who orders, refers or certifies: the last day of a claim that names them. */
export const lastNamedHeader = ['NPI', 'LAST_NAMED_ON', 'AS_OF', 'COVERS_FROM'] as const
export const lastNamed: SourceLayout<LastBilled> = {
  source: 'last-named',
  required: lastNamedHeader,
  known: [],
  key: (row) => row.npi,
  statedOn: (row) => row.asOf,
  reader: (find) => reader(find, 'LAST_NAMED_ON'),
}

export const lastBilled: SourceLayout<LastBilled> = {
  source: 'last-billed',
  required: [['NPI', 'PTAN'], 'LAST_CLAIM_ON', 'AS_OF', 'COVERS_FROM'],
  known: ['NPI', 'PTAN'],
  key: (row) => `${row.npi} ${row.ptan}`,
  statedOn: (row) => row.asOf,
  reader: (find) => reader(find, 'LAST_CLAIM_ON'),
}

function reader(find: ColumnFinder, lastColumn: string): (cells: Cells) => LastBilled {
  const [npi, ptan, last, asOf, from] = [
    find('NPI'),
    find('PTAN'),
    find(lastColumn),
    find('AS_OF'),
    find('COVERS_FROM'),
  ]
  return (cells) => {
    const number = cells.text(ptan).toUpperCase()
    if (number !== '' && !/^[A-Z0-9]{4,15}$/.test(number)) cells.fault(ptan, 'not-a-code', number)
    const id = cells.text(npi) === '' && number !== '' ? '' : cells.npi(npi)
    const day = (column: typeof last): Day => {
      const said = cells.looseDate(column)
      if (said === undefined) cells.fault(column, 'missing')
      return said as Day
    }
    const row = { npi: id, ptan: number, lastClaimOn: day(last), asOf: day(asOf), coversFrom: day(from) }
    if (row.lastClaimOn > row.asOf) cells.fault(last, 'after-its-file', row.lastClaimOn)
    if (row.coversFrom > row.asOf) cells.fault(from, 'after-its-file', row.coversFrom)
    return row
  }
}
