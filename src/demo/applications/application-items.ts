/** The parts of an invented application that come as items: licenses, registrations, groups, managers. Pure. */
import { addDays, type Day } from '#domain/dates.ts'
import { formatZip } from '#domain/party/address.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { titleCase } from '#domain/party/title-case.ts'
import type { Typed } from '#forms/kit/answers.ts'
import { between, digits, pick } from '../chance.ts'

/** The registry does not say an organization's tax id; one that everybody may name has its own. */
export type DemoGroup = RegistryProvider & { readonly ein?: string }

export const ein = (npi: string): string => `08${between(npi, 'ein', 1_000_000, 9_999_999)}`

/** One item for each license of the registry, under the names that prefilling gives them. */
export function licenses(p: RegistryProvider, typed: Typed): Readonly<Record<string, Typed>> {
  const known = new Set(
    p.taxonomies.flatMap((t) => (t.license && t.licenseState ? [`${t.licenseState} ${t.license}`] : [])),
  )
  return Object.fromEntries([...known].map((_, i) => [`registry-${i + 1}`, typed]))
}

/** Two letters, six digits and the one that checks them. */
export function deaNumber(npi: string, last: string): string {
  const six = digits(npi, 'dea', 6)
  const d = [...six].map(Number)
  const check = (d[0]! + d[2]! + d[4]! + 2 * (d[1]! + d[3]! + d[5]!)) % 10
  return `B${/[A-Z]/.exec(last.toUpperCase())?.[0] ?? 'X'}${six}${check}`
}

export function reassignment(g: DemoGroup, on: Day): Typed {
  const { line1, line2, city, state, zip } = g.practice!
  return {
    to: 'organization',
    legalName: titleCase(g.organization ?? ''),
    ein: g.ein ?? ein(g.npi),
    npi: g.npi,
    startsOn: on,
    line1: titleCase(line1),
    ...(line2 && { line2: titleCase(line2) }),
    city: titleCase(city),
    state,
    zip: formatZip(zip),
    second: 'no',
  }
}

export const managerOf = (npi: string, on: Day): Typed => ({
  first: pick(npi, 'manager first', ['Opal', 'Ian', 'Tamsin', 'Gideon', 'Flora']),
  last: pick(npi, 'manager last', ['Weatherby', 'Nystrom', 'Correia', 'Kasprzak', 'Lockridge']),
  bornOn: addDays(on, -between(npi, 'manager born', 30 * 365, 60 * 365)),
  ssn: `9${digits(npi, 'manager ssn', 2)}${between(npi, 'manager middle', 10, 99)}${between(npi, 'manager end', 1000, 9999)}`,
  role: 'employee',
  since: addDays(on, -between(npi, 'manager since', 200, 3_000)),
})
