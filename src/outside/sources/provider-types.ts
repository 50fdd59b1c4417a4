/** PECOS provider type list: code, name, and the Medicare specialty behind it. Column names vary with the publisher. */
import type { ProviderType } from '#domain/party/provider-type.ts'
import type { SourceLayout } from './layout.ts'
import { specialtyCode } from './specialty-code.ts'

const specialty = ['MEDICARE_SPECIALTY_CODE', 'MEDICARE SPECIALTY CODE'] as const
// "SPECIALITY" is how the published file spells it.
const specialtyName = ['MEDICARE_SPECIALITY_CODE_DESC', 'MEDICARE_SPECIALTY_CODE_DESC'] as const

export const providerTypes: SourceLayout<ProviderType> = {
  source: 'provider-types',
  required: ['PROVIDER_TYPE_CD', 'PROVIDER_TYPE_DESC', specialty],
  known: [...specialtyName, 'ID'],
  key: (row) => row.code,
  reader(find) {
    const column = {
      code: find('PROVIDER_TYPE_CD'),
      name: find('PROVIDER_TYPE_DESC'),
      specialty: find(...specialty),
      specialtyName: find(...specialtyName),
    }
    return (cells) => {
      const code = cells.required(column.code)
      if (code !== '' && !/^\d{2}-\w{2,3}$/.test(code)) cells.fault(column.code, 'not-a-code', code)
      const name = cells.required(column.name)
      const given = cells.text(column.specialty)
      const behind = given === '' ? undefined : specialtyCode(given)
      if (given !== '' && behind === undefined) cells.fault(column.specialty, 'not-a-code', given)
      const behindName = cells.optional(column.specialtyName)
      return {
        code,
        family: code.slice(0, 2),
        name,
        ...(behind && { specialtyCode: behind }),
        ...(behindName && { specialtyName: behindName }),
      }
    }
  },
}
