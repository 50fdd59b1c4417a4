/** The two code lists of a demonstration, written from our own tables in the layouts that CMS publishes. */
import { crosswalkSeed } from '#domain/enrollment/taxonomy-crosswalk.ts'
import { specialtyWords } from '#words/en/reference/specialties.ts'

const line = (cells: readonly string[]): string => `${cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')}\n`

/** Which taxonomy codes stand behind a specialty. */
export const taxonomyCrosswalkFile = (): string =>
  [
    line(['MEDICARE SPECIALTY CODE', 'MEDICARE PROVIDER/SUPPLIER TYPE DESCRIPTION', 'PROVIDER TAXONOMY CODE']),
    ...crosswalkSeed.map(([taxonomy, specialty]) => line([specialty, specialtyWords[specialty], taxonomy])),
  ].join('')

/** Provider types of practitioners: application family 14 and the specialty. */
export const providerTypesFile = (): string =>
  [
    line(['PROVIDER_TYPE_CD', 'PROVIDER_TYPE_DESC', 'MEDICARE_SPECIALTY_CODE']),
    ...Object.entries(specialtyWords).map(([code, name]) =>
      line([`14-${code}`, `PRACTITIONER - ${name.toUpperCase()}`, code]),
    ),
  ].join('')
