/** The thirty columns whose reading is measured, by their place in the file. */
import { nppesAddress, nppesHeader, nppesPerson, taxonomySlots } from '#outside/sources/nppes-columns.ts'

/** What the study of the file's reading took: number, kind, names, practice place, days and the first specialty. */
export const neededFields = [
  ...['NPI', 'Entity Type Code', 'Provider Organization Name (Legal Business Name)'],
  ...Object.values(nppesPerson.legal),
  ...Object.values(nppesAddress.practice),
  ...Object.values(nppesPerson.official).slice(0, 3),
  ...['Provider Enumeration Date', 'Last Update Date', 'NPI Deactivation Date', 'NPI Reactivation Date'],
  ...['Provider Sex Code', 'Is Sole Proprietor'],
  ...Object.values(taxonomySlots[0]!),
].map((name) => nppesHeader.indexOf(name))
