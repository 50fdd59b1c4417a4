/** Types of facilities for which CMS publishes an All-Owners file each, with the words by which its name is known. Pure. */

export const publishedFacilities = ['snf', 'hospital', 'hha', 'hospice', 'rhc', 'fqhc'] as const
export type PublishedFacility = (typeof publishedFacilities)[number]

const names: Readonly<Record<PublishedFacility, RegExp>> = {
  snf: /(^|[^a-z])snf|skilled/i,
  hospital: /hospital/i,
  hha: /(^|[^a-z])hha|home.?health/i,
  hospice: /hospice/i,
  rhc: /(^|[^a-z])rhc|rural/i,
  fqhc: /fqhc|federally/i,
}

/** "SNF_All_Owners_2026.01.02.csv" is of nursing homes; undefined for a name that does not say. */
export const facilityOfFile = (fileName: string): PublishedFacility | undefined =>
  publishedFacilities.find((f) => names[f].test(fileName))
