/**
 * SAM.gov exclusions, Public Extract V2: 31 columns by name. Individuals have their name in parts, everybody else in
 * "Name". Vessels and aircraft are no party and are set aside. Dates MM/DD/YYYY; "Indefinite" has no end.
 */
import type { Day } from '#domain/dates.ts'
import type { Exclusion } from '#domain/party/exclusion.ts'
import { exclusionKey } from '../exclusion-key.ts'
import type { SourceLayout } from '../layout.ts'

export const samHeader = [
  'Classification',
  'Name',
  'Prefix',
  'First',
  'Middle',
  'Last',
  'Suffix',
  'Address 1',
  'Address 2',
  'Address 3',
  'Address 4',
  'City',
  'State / Province',
  'Country',
  'Zip Code',
  'Open Data Flag',
  'Blank (Deprecated)',
  'Unique Entity ID',
  'Exclusion Program',
  'Excluding Agency',
  'CT Code',
  'Exclusion Type',
  'Additional Comments',
  'Active Date',
  'Termination Date',
  'Record Status',
  'Cross-Reference',
  'SAM Number',
  'CAGE',
  'NPI',
  'Creation_Date',
] as const

const needed = [
  'Classification',
  'Name',
  'First',
  'Last',
  'City',
  'State / Province',
  'Zip Code',
  'Exclusion Type',
  'Active Date',
  'Termination Date',
  'SAM Number',
  'NPI',
] as const

export const sam: SourceLayout<Exclusion> = {
  source: 'sam',
  required: needed,
  known: samHeader.filter((n) => !(needed as readonly string[]).includes(n)),
  key: (row) => row.id,
  reader(find) {
    const classification = find('Classification')
    const active = find('Active Date')
    const created = find('Creation_Date')
    const ends = find('Termination Date')
    const npi = find('NPI')
    const name = find('Name')
    const texts = (
      [
        ['last', 'Last'],
        ['first', 'First'],
        ['middle', 'Middle'],
        ['suffix', 'Suffix'],
        ['business', 'Name'],
        ['address', 'Address 1'],
        ['city', 'City'],
        ['state', 'State / Province'],
        ['zip', 'Zip Code'],
        ['general', 'Classification'],
        ['specialty', 'Excluding Agency'],
        ['alsoKnownAs', 'Cross-Reference'],
        ['number', 'SAM Number'],
      ] as const
    ).map(([part, column]) => [part, find(column)] as const)
    const kind = find('Exclusion Type')
    return (cells) => {
      const excludedOn = cells.slashDate(active) ?? cells.compactDate(created)
      if (excludedOn === undefined) cells.fault(active, 'missing')
      const row: { -readonly [K in keyof Exclusion]: Exclusion[K] } = {
        id: '',
        list: 'SAM',
        authority: cells.text(kind) || cells.required(classification),
        excludedOn: excludedOn as Day,
      }
      for (const [part, at] of texts) {
        const text = cells.text(at)
        if (text !== '') row[part] = text
      }
      if (/^(vessel|aircraft)$/i.test(cells.text(classification))) cells.fault(classification, 'not-a-choice', 'vessel')
      if (row.last === undefined && row.business === undefined) cells.fault(name, 'missing')
      const number = cells.text(npi)
      if (number !== '' && !/^\d{10}$/.test(number)) cells.fault(npi, 'not-an-npi', number)
      else if (number !== '' && number !== '0000000000') row.npi = number
      if (!/^(indefinite)?$/i.test(cells.text(ends))) {
        const until = cells.slashDate(ends)
        if (until) row.until = until
      }
      // SAM numbers every record; without the number the entry is known by what it says.
      row.id = row.number ? `sam-${row.number}` : exclusionKey(row)
      return row
    }
  },
}
