/**
 * The words by which the NPI registry API and the public look-up ("w:VEGA") find a provider, written as a tsvector and
 * as tsqueries over it. A word is its kind and its key ("pc:AUSTIN"); keys have letters, digits and blanks only, so
 * nothing in them is syntax. Pure.
 */
import type { Address } from '../party/address.ts'
import { nameKey } from '../party/name-key.ts'
import { isActive, type RegistryProvider } from '../party/registry-provider.ts'
import { nameWords } from './name-words.ts'
import type { AskedWord, NppesCriteria } from './nppes-criteria.ts'

export const zipKey = (zip: string): string =>
  /^[0-9]*$/.test(zip) ? zip : zip.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
export const countryOf = (a: Address): string => (a.country ?? 'US').toUpperCase()

/**
 * A tsvector as text; empty for a number that is not in use, so that nothing finds it. `words` are its `nameWords`.
 * Made for every provider of a nation: one text that grows, and no sets but of what may be said twice.
 */
export function searchTerms(p: RegistryProvider, words: readonly string[] = nameWords(p)): string {
  if (!isActive(p) || p.entityType === undefined) return ''
  let terms = `'k:${p.entityType}'`
  const add = (kind: string, key: string): void => {
    if (key !== '') terms += ` '${kind}:${key}'`
  }
  const once = (kind: string, keys: readonly string[]): void => {
    for (const [i, key] of keys.entries()) if (keys.indexOf(key) === i) add(kind, key)
  }
  add('l', nameKey(p.person?.last ?? ''))
  add('f', nameKey(p.person?.first ?? ''))
  add('al', nameKey(p.authorizedOfficial?.last ?? ''))
  add('af', nameKey(p.authorizedOfficial?.first ?? ''))
  const organization = nameKey(p.organization ?? '')
  const others = p.otherNames
  once('o', [organization, ...others.filter((n) => typeof n === 'string').map(nameKey)])
  add('b', organization)
  if (others.length > 0) {
    const people = others.filter((n) => typeof n !== 'string')
    once(
      'ol',
      people.map((n) => nameKey(n.last)),
    )
    once(
      'of',
      people.map((n) => nameKey(n.first)),
    )
  }
  for (const word of words) add('w', word)
  once(
    't',
    p.taxonomies.map((t) => nameKey(t.code)),
  )
  if (p.practice) address('p', p.practice)
  if (p.mailing) address('m', p.mailing)
  return terms

  function address(side: 'p' | 'm', a: Address): void {
    add(`${side}c`, nameKey(a.city))
    add(`${side}s`, nameKey(a.state))
    add(`${side}z`, zipKey(a.zip))
    add(`${side}n`, nameKey(countryOf(a)))
  }
}

/** What one of the statements that together answer a search asks. */
export interface SearchLeg {
  readonly terms: string
  /** The provider has another name so in the side file. */
  readonly otherName?: AskedWord
  /** The provider has a further practice location so in the side file. */
  readonly location?: NonNullable<NppesCriteria['place']>
}

/** The statements whose results, together, answer the criteria. `codes` are the taxonomy codes that were meant. */
export function searchLegs(c: NppesCriteria, codes: readonly string[] | undefined): readonly SearchLeg[] {
  const kind = c.entityType ? word('k', { key: String(c.entityType) }) : "('k:1' | 'k:2')"
  const common = [kind, ...(codes ? [any(codes.map((code) => word('t', { key: nameKey(code) })))] : []), ...personOf(c)]
  const named = c.organization
    ? [{ terms: [word('o', c.organization)] }, { terms: [], otherName: c.organization }]
    : [{ terms: [] }]
  const placed = placesOf(c)
  return named.flatMap((n) =>
    placed.map(({ terms, ...p }) => ({
      ...('otherName' in n && { otherName: n.otherName }),
      ...p,
      terms: [...common, ...n.terms, ...terms].join(' & '),
    })),
  )
}

const word = (kind: string, { key, prefix }: AskedWord): string => `'${kind}:${key}'${prefix ? ':*' : ''}`
const any = (terms: readonly string[]): string => (terms.length === 1 ? terms[0]! : `(${terms.join(' | ')})`)
const all = (terms: readonly string[]): string => (terms.length === 1 ? terms[0]! : `(${terms.join(' & ')})`)

/** First and last name of the same name: the legal one, another one, or the authorized official's. */
function personOf(c: NppesCriteria): readonly string[] {
  if (!c.last && !c.first) return []
  const kinds = c.namePurpose === 'AO' ? ['a'] : c.namePurpose === 'PROVIDER' ? ['', 'o'] : ['', 'o', 'a']
  return [
    any(
      kinds.map((k) =>
        all([
          ...(c.last ? [word(`${k}l`, c.last)] : []),
          ...(c.first ? [any(c.first.map((f) => word(`${k}f`, f)))] : []),
        ]),
      ),
    ),
  ]
}

/** City, state, ZIP code and country of one and the same address. */
function placesOf(
  c: NppesCriteria,
): readonly { terms: readonly string[]; location?: NonNullable<NppesCriteria['place']> }[] {
  const { place } = c
  if (!place) return [{ terms: [] }]
  const side = (s: 'p' | 'm') =>
    all([
      ...(place.city ? [word(`${s}c`, place.city)] : []),
      ...(place.state ? [word(`${s}s`, { key: place.state })] : []),
      ...(place.zip ? [word(`${s}z`, place.zip)] : []),
      ...(place.country ? [word(`${s}n`, { key: place.country })] : []),
    ])
  const further = { terms: [], location: place }
  switch (c.addressPurpose) {
    case 'MAILING':
      return [{ terms: [side('m')] }]
    case 'PRIMARY':
      return [{ terms: [side('p')] }]
    case 'SECONDARY':
      return [further]
    case 'LOCATION':
      return [{ terms: [side('p')] }, further]
    default:
      return [{ terms: [any([side('p'), side('m')])] }, further]
  }
}
