/** PECOS provider types and what taxonomy codes may stand behind them, as CMS publishes both. */

export interface ProviderType {
  /** "14-08": two digits of the family, two of the type; some types have a letter. */
  readonly code: string
  /** "14" practitioner, "12" part B supplier, "00" part A provider; others exist. */
  readonly family: string
  readonly name: string
  /** Medicare specialty code, "08"; absent for types without one. */
  readonly specialtyCode?: string
  readonly specialtyName?: string
}

export interface TaxonomyCrosswalkEntry {
  /** NUCC code. */
  readonly taxonomy: string
  /** Medicare specialty code without the footnote that the published file carries, two characters. */
  readonly specialtyCode: string
  readonly providerType: string
  readonly taxonomyName?: string
}
