/**
 * The OIG List of Excluded Individuals/Entities: UPDATED.csv and the monthly supplements, 18 columns, by name.
 * NPI 0000000000 means unknown, 00000000 means no date. Authority: OIG LEIE record layout.
 */

import type { Day } from '#domain/dates.ts'
import type { Exclusion } from '#domain/party/exclusion.ts'
import { exclusionKey } from './exclusion-key.ts'
import type { SourceLayout } from './layout.ts'

export const leieHeader = [
  'LASTNAME',
  'FIRSTNAME',
  'MIDNAME',
  'BUSNAME',
  'GENERAL',
  'SPECIALTY',
  'UPIN',
  'NPI',
  'DOB',
  'ADDRESS',
  'CITY',
  'STATE',
  'ZIP',
  'EXCLTYPE',
  'EXCLDATE',
  'REINDATE',
  'WAIVERDATE',
  'WVRSTATE',
] as const

export const leie: SourceLayout<Exclusion> = {
  source: 'leie',
  required: leieHeader.filter((n) => n !== 'UPIN'),
  known: ['UPIN'],
  key: (row) => row.id,
  reader(find) {
    const column = {
      last: find('LASTNAME'),
      npi: find('NPI'),
      born: find('DOB'),
      authority: find('EXCLTYPE'),
      excluded: find('EXCLDATE'),
      reinstated: find('REINDATE'),
      waiver: find('WAIVERDATE'),
    }
    const texts = (
      [
        ['last', 'LASTNAME'],
        ['first', 'FIRSTNAME'],
        ['middle', 'MIDNAME'],
        ['business', 'BUSNAME'],
        ['general', 'GENERAL'],
        ['specialty', 'SPECIALTY'],
        ['address', 'ADDRESS'],
        ['city', 'CITY'],
        ['state', 'STATE'],
        ['zip', 'ZIP'],
        ['waiverState', 'WVRSTATE'],
      ] as const
    ).map(([part, name]) => [part, find(name)] as const)

    return (cells) => {
      const excludedOn = cells.compactDate(column.excluded)
      if (excludedOn === undefined) cells.fault(column.excluded, 'missing')
      const row: { -readonly [K in keyof Exclusion]: Exclusion[K] } = {
        id: '',
        list: 'LEIE',
        authority: cells.required(column.authority),
        excludedOn: excludedOn as Day,
      }
      for (const [part, at] of texts) {
        const text = cells.text(at)
        if (text !== '') row[part] = text
      }
      if (row.last === undefined && row.business === undefined) cells.fault(column.last, 'missing')
      const npi = cells.text(column.npi)
      // The list is evidence as OIG published it: an NPI whose check digit fails stays, it just matches nobody.
      if (npi !== '' && !/^\d{10}$/.test(npi)) cells.fault(column.npi, 'not-an-npi', npi)
      else if (npi !== '' && npi !== '0000000000') row.npi = npi
      const bornOn = cells.compactDate(column.born, excludedOn)
      if (bornOn) row.bornOn = bornOn
      const reinstatedOn = cells.compactDate(column.reinstated)
      if (reinstatedOn) row.reinstatedOn = reinstatedOn
      const waiverOn = cells.compactDate(column.waiver)
      if (waiverOn) row.waiverOn = waiverOn
      row.id = exclusionKey(row)
      return row
    }
  },
}
