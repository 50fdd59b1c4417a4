/** What a state's board says of its licenses, as a CSV file with these columns; boards publish none in common. */
import { type BoardLicense, isBoardStanding } from '#domain/party/board-license.ts'
import type { SourceLayout } from '../layout.ts'

export const licenseHeader = [
  'STATE',
  'NUMBER',
  'LAST_NAME',
  'FIRST_NAME',
  'NPI',
  'TYPE',
  'STATUS',
  'EXPIRES_ON',
  'ACTION',
] as const

export const licenseBoard: SourceLayout<BoardLicense> = {
  source: 'license-board',
  required: ['STATE', 'NUMBER', 'LAST_NAME', 'STATUS', 'EXPIRES_ON'],
  known: ['FIRST_NAME', 'NPI', 'TYPE', 'ACTION'],
  key: (row) => `${row.state} ${row.number} ${row.type ?? ''}`,
  reader(find) {
    const [state, number, last, status, expires] = [
      find('STATE'),
      find('NUMBER'),
      find('LAST_NAME'),
      find('STATUS'),
      find('EXPIRES_ON'),
    ]
    const [first, npi, type, action] = [find('FIRST_NAME'), find('NPI'), find('TYPE'), find('ACTION')]
    return (cells) => {
      const said = cells.required(status).toLowerCase()
      if (!isBoardStanding(said)) cells.fault(status, 'not-a-choice', said)
      const where = cells.required(state).toUpperCase()
      if (!/^[A-Z]{2}$/.test(where)) cells.fault(state, 'not-a-code', where)
      const expiresOn = cells.looseDate(expires)
      const id = cells.text(npi)
      return {
        state: where,
        number: cells.required(number),
        last: cells.required(last),
        standing: said as BoardLicense['standing'],
        ...(cells.text(first) !== '' && { first: cells.text(first) }),
        ...(/^\d{10}$/.test(id) && { npi: id }),
        ...(cells.text(type) !== '' && { type: cells.text(type) }),
        ...(cells.text(action) !== '' && { action: cells.text(action) }),
        ...(expiresOn && { expiresOn }),
      }
    }
  },
}
