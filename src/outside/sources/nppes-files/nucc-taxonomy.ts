/** The code set of the Health Care Provider Taxonomy as NUCC publishes it twice a year; its names only are read. */
import type { TaxonomyName } from '#domain/registry/side-rows.ts'
import type { SourceLayout } from '../layout.ts'

export const nuccTaxonomy: SourceLayout<TaxonomyName> = {
  source: 'nucc-taxonomy',
  required: ['Code', 'Grouping', 'Classification', 'Specialization'],
  known: ['Definition', 'Notes', 'Display Name', 'Section'],
  key: (row) => row.code,
  reader(find) {
    const code = find('Code')
    const classification = find('Classification')
    const specialization = find('Specialization')
    return (cells) => {
      const text = cells.required(code)
      if (text !== '' && !/^\w{9}X$/.test(text)) cells.fault(code, 'not-a-code', text)
      const special = cells.text(specialization)
      return {
        code: text,
        classification: cells.required(classification),
        ...(special && { specialization: special }),
      }
    }
  },
}
