/**
 * Reads the parameters of the NPI registry API, version 2.1, and refuses what it refuses, in its words and numbers.
 * Authority: npiregistry.cms.hhs.gov/api-page; the errors 03 to 07, 09 and 17 as they were recorded. Empty and unknown
 * parameters count for nothing, as there. Unconfirmed: the words for a limit or a skip that is no number. Pure.
 */
import { nameKey } from '../party/name-key.ts'
import { nicknamesOf } from '../review/names/nicknames.ts'
import type { AskedWord, NppesCriteria, NppesError } from './nppes-criteria.ts'
import { zipKey } from './search-terms.ts'

export const NPPES_VERSION = '2.1'
export const MAX_LIMIT = 200
export const MAX_SKIP = 1000
const MAX_LENGTH = 150

type Given = ReadonlyMap<string, string>
type Read = { readonly criteria: NppesCriteria } | { readonly errors: readonly NppesError[] }

const descriptions = {
  '03': () => 'Wildcards require at least two leading characters',
  '04': () => 'No valid search criteria provided',
  '05': () => 'Field contains special character(s) or wrong number of characters',
  '06': () => 'NPI must be 10 digits',
  '07': (field: string) => `Field ${field} requires additional search criteria`,
  '09': () => 'enumeration_type requires additional search criteria',
  '17': () => 'Unsupported Version',
} as const
const error = (number: keyof typeof descriptions, field: string): NppesError => ({
  description: descriptions[number](field),
  field,
  number,
})

/** `given` has each parameter once, by its lower-case name. */
export function readNppesRequest(given: Given): Read {
  if (value(given, 'version') !== NPPES_VERSION) return { errors: [error('17', 'version')] }
  const errors: NppesError[] = []
  const no = (number: keyof typeof descriptions, field: string): undefined => {
    errors.push(error(number, field))
  }
  const oneOf = <T extends string>(field: string, ...choices: readonly T[]): T | undefined => {
    const text = value(given, field).toUpperCase()
    return text === '' ? undefined : (choices.find((c) => c.toUpperCase() === text) ?? no('05', field))
  }
  const words = (field: string, keyOf = nameKey): AskedWord | undefined => {
    const text = value(given, field)
    if (text === '') return undefined
    if (text.length > MAX_LENGTH || !PLAIN.test(text)) return no('05', field)
    const prefix = text.endsWith('*')
    const key = keyOf(prefix ? text.slice(0, -1) : text)
    if (prefix && key.length < 2) return no('03', field)
    return key === '' ? no('05', field) : { key, ...(prefix && { prefix }) }
  }
  const letters = (field: string): string | undefined => {
    const text = value(given, field).toUpperCase()
    return text === '' ? undefined : /^[A-Z]{2}$/.test(text) ? text : no('05', field)
  }
  const count = (field: string, least: number, most: number): number | undefined => {
    const text = value(given, field)
    if (text === '') return undefined
    return /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : no('05', field)
  }

  const number = value(given, 'number')
  if (number !== '' && !/^\d{10}$/.test(number)) no('06', 'number')
  const entity = oneOf('enumeration_type', 'NPI-1', 'NPI-2')
  const taxonomy = words('taxonomy_description')
  const namePurpose = oneOf('name_purpose', 'AO', 'PROVIDER')
  const first = words('first_name')
  const aliases = oneOf('use_first_name_alias', 'TRUE', 'FALSE') !== 'FALSE'
  const last = words('last_name')
  const organization = words('organization_name')
  const addressPurpose = oneOf('address_purpose', 'LOCATION', 'MAILING', 'PRIMARY', 'SECONDARY')
  const city = words('city')
  const state = letters('state')
  const zip = zipOf(words('postal_code', zipKey))
  const country = letters('country_code')
  // More than the most is cut to it, as there.
  const limit = Math.min(count('limit', 1, Number.MAX_SAFE_INTEGER) ?? 10, MAX_LIMIT)
  const skip = count('skip', 0, MAX_SKIP) ?? 0
  if (errors.length > 0) return { errors }

  if (!number && !taxonomy && !first && !last && !organization && !city && !zip && (!country || country === 'US'))
    return { errors: lonely(state, country, entity) }
  const place = { ...(city && { city }), ...(state && { state }), ...(zip && { zip }), ...(country && { country }) }
  return {
    criteria: {
      ...(number && { number }),
      ...(entity && { entityType: entity === 'NPI-1' ? 1 : 2 }),
      ...(taxonomy && { taxonomy }),
      ...(namePurpose && { namePurpose }),
      ...(first && { first: aliases && !first.prefix ? [first, ...nicknames(first)] : [first] }),
      ...(last && { last }),
      ...(organization && { organization }),
      ...(addressPurpose && { addressPurpose }),
      ...(Object.keys(place).length > 0 && { place }),
      limit,
      skip,
    },
  }
}

/** Punctuation that the API's own page allows, and one wildcard at the end. */
const PLAIN = /^[\p{L}\p{M}\p{N} &'’`:,/().#";@+_-]+\*?$/u

const value = (given: Given, field: string): string => (given.get(field) ?? '').trim()

/** What is not enough by itself, each with its own error. */
function lonely(state: string | undefined, country: string | undefined, entity: string | undefined) {
  const errors = [
    ...(state ? [error('07', 'state')] : []),
    ...(country ? [error('07', 'country_code')] : []),
    ...(entity ? [error('09', 'enumeration_type')] : []),
  ]
  return errors.length > 0 ? errors : [error('04', 'generic')]
}

/** Five digits mean every ZIP+4 of them. */
const zipOf = (zip: AskedWord | undefined): AskedWord | undefined =>
  zip && /^\d{5}$/.test(zip.key) ? { ...zip, prefix: true } : zip

const nicknames = ({ key }: AskedWord): readonly AskedWord[] =>
  [...new Set(nicknamesOf(key))].filter((n) => n !== key).map((n) => ({ key: n }))
