/** A postal address as sources and applications give it. */
export interface Address {
  readonly line1: string
  readonly line2?: string
  readonly city: string
  readonly state: string
  /** ZIP5, ZIP9 or with a hyphen, as given. */
  readonly zip: string
  readonly country?: string
  readonly phone?: string
  readonly fax?: string
}

/** One line of words, for a page or a letter. */
export const addressLine = (a: Address): string =>
  [a.line1, a.line2, a.city, [a.state, formatZip(a.zip)].filter(Boolean).join(' ')].filter(Boolean).join(', ')

export const formatZip = (zip: string): string => zip.replace(/^(\d{5})-?(\d{4})$/, '$1-$2')
