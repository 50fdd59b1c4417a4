/** CMS revocation extract: who was revoked, why, from when, and until which day a new enrollment is barred (424.535(c)). */
import type { Day } from '#domain/dates.ts'
import type { Exclusion } from '#domain/party/exclusion.ts'
import { exclusionKey } from '../exclusion-key.ts'
import type { SourceLayout } from '../layout.ts'

export const revocationHeader = [
  'ENRLMT_ID',
  'NPI',
  'FIRST_NAME',
  'MDL_NAME',
  'LAST_NAME',
  'ORG_NAME',
  'MULTIPLE_NPI_FLAG',
  'STATE_CD',
  'PROVIDER_TYPE_DESC',
  'REVOCATION_RSN',
  'REVOCATION_EFCTV_DT',
  'REENROLLMENT_BAR_EXPRTN_DT',
] as const

export const revocations: SourceLayout<Exclusion> = {
  source: 'revocations',
  required: revocationHeader.filter((n) => n !== 'MULTIPLE_NPI_FLAG'),
  known: ['MULTIPLE_NPI_FLAG'],
  key: (row) => row.id,
  reader(find) {
    const npi = find('NPI')
    const reason = find('REVOCATION_RSN')
    const from = find('REVOCATION_EFCTV_DT')
    const bar = find('REENROLLMENT_BAR_EXPRTN_DT')
    const last = find('LAST_NAME')
    const texts = (
      [
        ['number', 'ENRLMT_ID'],
        ['first', 'FIRST_NAME'],
        ['middle', 'MDL_NAME'],
        ['last', 'LAST_NAME'],
        ['business', 'ORG_NAME'],
        ['state', 'STATE_CD'],
        ['specialty', 'PROVIDER_TYPE_DESC'],
      ] as const
    ).map(([part, name]) => [part, find(name)] as const)
    return (cells) => {
      const excludedOn = cells.looseDate(from)
      if (excludedOn === undefined) cells.fault(from, 'missing')
      const row: { -readonly [K in keyof Exclusion]: Exclusion[K] } = {
        id: '',
        list: 'REVOCATION',
        authority: cells.required(reason),
        excludedOn: excludedOn as Day,
      }
      for (const [part, at] of texts) {
        const text = cells.text(at)
        if (text !== '') row[part] = text
      }
      if (row.last === undefined && row.business === undefined) cells.fault(last, 'missing')
      row.npi = cells.npi(npi)
      const until = cells.looseDate(bar)
      if (until) row.until = until
      row.id = exclusionKey({ ...row, city: row.number ?? '' })
      return row
    }
  },
}
