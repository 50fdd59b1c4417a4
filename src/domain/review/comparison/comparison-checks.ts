/**
 * One function a check: what the application says against what the registry record says. Comparison is
 * normalized; what is shown is the original of both sides. Pure.
 */

import { isEin, isSsn, maskTaxId } from '../../identifiers/tax-id.ts'
import { type Address, addressLine } from '../../party/address.ts'
import { isPoBox } from '../../party/po-box.ts'
import { isActive, type RegistryName, type RegistryProvider, registryName } from '../../party/registry-provider.ts'
import { compareAddresses } from '../names/address-match.ts'
import { matchParties, type Party } from '../names/name-match.ts'
import { plain } from '../names/name-parts.ts'
import type { ComparisonFacts, ComparisonFinding, Fact, PersonName } from './comparison.ts'

type Row = ComparisonFinding
type Registry = RegistryProvider

const NPPES = '45 CFR 162.410(a)(4)'
const ENROLLMENT = '42 CFR 424.510(d)'

export const personLine = (n: PersonName): string =>
  `${n.last}, ${[n.first, n.middle, n.suffix].filter(Boolean).join(' ')}`

export const nameLine = (name: ComparisonFacts['name']['said']): string =>
  'organization' in name ? name.organization : personLine(name)

export const partyOf = (name: PersonName | RegistryName | { readonly organization: string }): Party =>
  'organization' in name
    ? { organization: name.organization }
    : {
        last: name.last,
        first: name.first,
        ...(name.middle ? { middle: name.middle } : {}),
        ...(name.suffix ? { suffix: name.suffix } : {}),
      }

/** The legal name; another name of the registry that fits is close, with a note. */
export function compareName({ name }: ComparisonFacts, r: Registry): Row {
  const theirs = registryName(r)
  const row = {
    id: 'name',
    check: 'name',
    field: name.field,
    ours: nameLine(name.said),
    theirs,
    cite: ENROLLMENT,
  } as const
  const legal: Party =
    r.organization !== undefined ? { organization: r.organization } : r.person ? partyOf(r.person) : {}
  const ours = partyOf(name.said)
  const why = new Set(matchParties(ours, legal).because)
  if (why.has('organization-equal') || (why.has('last-equal') && why.has('first-equal') && !why.has('names-swapped'))) {
    const spoiled = why.has('middle-differs') || why.has('suffix-differs') || sameButForLegalForm(ours, legal)
    return spoiled ? { ...row, verdict: 'close', fixAt: 'here' } : { ...row, verdict: 'same' }
  }
  if (why.has('names-swapped')) return { ...row, verdict: 'close', note: 'name-order-swapped', fixAt: 'here' }
  const other = r.otherNames.map((o) => (typeof o === 'string' ? { organization: o } : partyOf(o)))
  if (other.some((o) => matchParties(ours, o).because.every((reason) => reason.endsWith('-equal')))) {
    return { ...row, verdict: 'close', note: 'name-other-name', fixAt: 'nppes' }
  }
  const near = !why.has('last-differs') && !why.has('first-differs') && !why.has('organization-differs') && why.size > 0
  return { ...row, verdict: near ? 'close' : 'different', fixAt: 'nppes' }
}

/** The legal business name must agree letter for letter; "Inc" against "LLC" is not the same. */
const sameButForLegalForm = (a: Party, b: Party): boolean =>
  a.organization !== undefined && b.organization !== undefined && plain(a.organization) !== plain(b.organization)

export function compareStatus({ npi }: ComparisonFacts, r: Registry): Row {
  const row = {
    id: 'npi-status',
    check: 'npi-status',
    field: npi.field,
    ours: npi.said,
    theirs: r.npi,
    cite: NPPES,
  } as const
  return isActive(r)
    ? { ...row, verdict: 'same', note: 'npi-active' }
    : { ...row, verdict: 'alert', note: 'npi-deactivated', fixAt: 'nppes' }
}

export function compareEntity({ npi, entityType }: ComparisonFacts, r: Registry): Row {
  const row = {
    id: 'entity-type',
    check: 'entity-type',
    field: npi.field,
    ours: String(entityType),
    cite: ENROLLMENT,
  } as const
  if (r.entityType === undefined) return { ...row, verdict: 'unavailable', note: 'entity-not-stated' }
  const said = {
    ...row,
    theirs: String(r.entityType),
    note: r.entityType === 1 ? 'entity-person' : 'entity-organization',
  } as const
  return r.entityType === entityType ? { ...said, verdict: 'same' } : { ...said, verdict: 'different', fixAt: 'here' }
}

export function compareTaxonomy({ specialty }: ComparisonFacts, r: Registry): readonly Row[] {
  if (!specialty) return []
  const theirs = r.taxonomies.map((t) => t.code).join(', ')
  const row = {
    id: 'taxonomy',
    check: 'taxonomy',
    field: specialty.field,
    ours: specialty.said,
    theirs,
    cite: NPPES,
  } as const
  if (!specialty.taxonomies) return [{ ...row, verdict: 'unavailable', note: 'crosswalk-not-loaded' }]
  const fits = r.taxonomies.filter((t) => specialty.taxonomies?.includes(t.code))
  if (fits.some((t) => t.primary)) return [{ ...row, verdict: 'same' }]
  const note = fits.length > 0 ? 'taxonomy-not-primary' : 'taxonomy-not-listed'
  return [{ ...row, verdict: fits.length > 0 ? 'close' : 'different', note, fixAt: 'nppes' }]
}

/** An address of the application against one of the registry's. A practice location must not be a post office box. */
export function compareAddress(
  check: 'practice-address' | 'correspondence-address',
  id: string,
  { field, said }: Fact<Address>,
  theirs: Address | undefined,
): Row {
  const row = {
    id,
    check,
    field,
    ours: addressLine(said),
    cite: check === 'practice-address' ? '42 CFR 424.502, 424.517' : NPPES,
  }
  if (check === 'practice-address' && [said.line1, said.line2 ?? ''].some(isPoBox)) {
    return {
      ...row,
      ...(theirs ? { theirs: addressLine(theirs) } : {}),
      verdict: 'alert',
      note: 'address-po-box',
      fixAt: 'here',
    }
  }
  if (!theirs) return { ...row, verdict: 'unavailable', note: 'registry-has-none' }
  const shown = { ...row, theirs: addressLine(theirs) }
  const { verdict, apart } = compareAddresses(said, theirs)
  if (verdict === 'same') return { ...shown, verdict }
  const note = apart === 'unit' ? 'address-differs-in-unit' : apart === 'zip4' ? 'address-differs-in-zip4' : undefined
  return { ...shown, verdict, ...(note ? { note } : {}), fixAt: 'nppes' }
}

const bare = (license: string): string => plain(license).replaceAll(' ', '').replace(/^0+/, '')

export function compareLicense(
  id: string,
  license: NonNullable<ComparisonFacts['licenses']>[number],
  r: Registry,
): Row {
  const { field, said } = license
  const row = { id, check: 'license', field, ours: `${said.number} ${said.state}`, cite: ENROLLMENT } as const
  const theirs = r.taxonomies.filter((t) => t.license)
  if (theirs.length === 0) return { ...row, verdict: 'unavailable', note: 'registry-has-none' }
  const equal = theirs.filter((t) => bare(t.license ?? '') === bare(said.number))
  const shown = {
    ...row,
    theirs: [
      ...new Set((equal.length > 0 ? equal : theirs).map((t) => `${t.license} ${t.licenseState ?? ''}`.trim())),
    ].join(', '),
  }
  if (equal.some((t) => t.licenseState === said.state)) return { ...shown, verdict: 'same' }
  if (equal.length > 0) return { ...shown, verdict: 'close', note: 'license-other-state', fixAt: 'here' }
  return {
    ...shown,
    verdict: 'different',
    note: 'license-not-listed',
    fixAt: theirs.some((t) => t.licenseState === said.state) ? 'licensing-board' : 'nppes',
  }
}

/** Shape only: whether the number was issued, and to whom, only SSA and IRS can say. */
export function checkTaxId({ taxId }: ComparisonFacts): readonly Row[] {
  if (!taxId) return []
  const right = taxId.kind === 'ssn' ? isSsn(taxId.said) : isEin(taxId.said)
  const row = {
    id: 'tax-id',
    check: 'tax-id',
    field: taxId.field,
    ours: maskTaxId(taxId.said),
    cite: '42 CFR 424.510(d)',
  } as const
  return [
    right
      ? { ...row, verdict: 'same', note: 'tax-id-shape-right' }
      : { ...row, verdict: 'different', note: 'tax-id-shape-wrong', fixAt: 'here' },
  ]
}
