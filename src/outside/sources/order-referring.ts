/** CMS "Order and Referring" file: who may order and refer what, by NPI. Files before 2024 have no HOSPICE column. */
import type { OrderReferring } from '#domain/party/order-referring.ts'
import type { Cells, Column } from './cells.ts'
import type { SourceLayout } from './layout.ts'

export const orderReferringHeader = ['NPI', 'LAST_NAME', 'FIRST_NAME', 'PARTB', 'DME', 'HHA', 'PMD', 'HOSPICE'] as const

export const orderReferring: SourceLayout<OrderReferring> = {
  source: 'order-referring',
  required: orderReferringHeader.filter((n) => n !== 'HOSPICE'),
  known: ['HOSPICE'],
  key: (row) => row.npi,
  reader(find) {
    const npi = find('NPI')
    const last = find('LAST_NAME')
    const first = find('FIRST_NAME')
    const partB = find('PARTB')
    const dme = find('DME')
    const hha = find('HHA')
    const pmd = find('PMD')
    const hospice = find('HOSPICE')
    return (cells) => ({
      npi: cells.npi(npi),
      last: cells.text(last),
      first: cells.text(first),
      partB: yes(cells, partB),
      dme: yes(cells, dme),
      hha: yes(cells, hha),
      pmd: yes(cells, pmd),
      hospice: yes(cells, hospice),
    })
  },
}

const yes = (cells: Cells, column: Column): boolean => cells.choice(column, 'Y', 'N') === 'Y'
