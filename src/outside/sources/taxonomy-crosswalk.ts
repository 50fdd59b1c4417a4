/** CMS "Medicare Provider and Supplier Taxonomy Crosswalk": which NUCC codes stand behind a Medicare specialty. */
import type { TaxonomyCrosswalkEntry } from '#domain/party/provider-type.ts'
import type { SourceLayout } from './layout.ts'
import { specialtyCode } from './specialty-code.ts'

const taxonomyName = 'PROVIDER TAXONOMY DESCRIPTION: TYPE CLASSIFICATION SPECIALIZATION'

export const taxonomyCrosswalk: SourceLayout<TaxonomyCrosswalkEntry> = {
  source: 'taxonomy-crosswalk',
  required: ['MEDICARE SPECIALTY CODE', 'MEDICARE PROVIDER/SUPPLIER TYPE DESCRIPTION', 'PROVIDER TAXONOMY CODE'],
  known: [taxonomyName, /^PROVIDER TAXONOMY DESCRIPTION/i],
  key: (row) => `${row.taxonomy}|${row.specialtyCode}|${row.providerType}`,
  reader(find) {
    const column = {
      specialty: find('MEDICARE SPECIALTY CODE'),
      providerType: find('MEDICARE PROVIDER/SUPPLIER TYPE DESCRIPTION'),
      taxonomy: find('PROVIDER TAXONOMY CODE'),
      name: find(taxonomyName),
    }
    return (cells) => {
      const taxonomy = cells.required(column.taxonomy)
      if (taxonomy !== '' && !/^[0-9A-Z]{9}X$/.test(taxonomy)) cells.fault(column.taxonomy, 'not-a-code', taxonomy)
      const given = cells.required(column.specialty)
      const code = specialtyCode(given)
      if (given !== '' && code === undefined) cells.fault(column.specialty, 'not-a-code', given)
      const taxonomyText = cells.optional(column.name)
      return {
        taxonomy,
        specialtyCode: code ?? '',
        providerType: cells.required(column.providerType),
        ...(taxonomyText && { taxonomyName: taxonomyText }),
      }
    }
  },
}
