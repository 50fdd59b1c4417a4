/**
 * The death file of the Social Security Administration: fixed columns without a header, as the (limited access) Death
 * Master File had them, or a CSV file with these names. The columns are from memory and unconfirmed; they are this one
 * table. The number is kept only as a keyed digest. Whoever loads it must be certified for it (15 CFR 1110).
 */
import type { Day } from '#domain/dates.ts'
import type { DeathRecord } from '#domain/party/death-record.ts'
import { deathKey } from '../exclusion-key.ts'
import type { FixedColumn, SourceLayout } from '../layout.ts'

export const deathColumns: readonly FixedColumn[] = [
  { name: 'CHANGE', from: 1, to: 1 },
  { name: 'SSN', from: 2, to: 10 },
  { name: 'LAST_NAME', from: 11, to: 30 },
  { name: 'SUFFIX', from: 31, to: 34 },
  { name: 'FIRST_NAME', from: 35, to: 49 },
  { name: 'MIDDLE_NAME', from: 50, to: 64 },
  { name: 'PROOF', from: 65, to: 65 },
  { name: 'DEATH_DATE', from: 66, to: 73 },
  { name: 'BIRTH_DATE', from: 74, to: 81 },
]

export const deathFile: SourceLayout<DeathRecord> = {
  source: 'death-file',
  fixed: deathColumns,
  required: ['SSN', 'LAST_NAME', 'FIRST_NAME', 'DEATH_DATE', 'BIRTH_DATE'],
  known: ['CHANGE', 'SUFFIX', 'MIDDLE_NAME', 'PROOF'],
  key: (row) => row.id,
  reader(find) {
    const ssn = find('SSN')
    const died = find('DEATH_DATE')
    const born = find('BIRTH_DATE')
    const texts = (
      [
        ['last', 'LAST_NAME'],
        ['suffix', 'SUFFIX'],
        ['first', 'FIRST_NAME'],
        ['middle', 'MIDDLE_NAME'],
      ] as const
    ).map(([part, name]) => [part, find(name)] as const)
    return (cells) => {
      const number = cells.required(ssn)
      if (number !== '' && !/^\d{9}$/.test(number)) cells.fault(ssn, 'not-a-code', number)
      const diedOn = cells.monthFirstDate(died)
      if (diedOn === undefined) cells.fault(died, 'missing')
      const row: { -readonly [K in keyof DeathRecord]: DeathRecord[K] } = {
        id: '',
        last: '',
        first: '',
        diedOn: diedOn as Day,
        ssn: number,
      }
      for (const [part, at] of texts) {
        const text = cells.text(at)
        if (text !== '') row[part] = text
      }
      if (row.last === '') cells.fault(find('LAST_NAME'), 'missing')
      const bornOn = cells.monthFirstDate(born)
      if (bornOn) row.bornOn = bornOn
      row.id = deathKey(row)
      return row
    }
  },
}
