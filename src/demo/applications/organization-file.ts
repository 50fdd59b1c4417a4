/**
 * What an invented organization answers whatever its form, and the CMS-855B of a group practice. Pure, and the same
 * for the same NPI. Numbers are from ranges that were never issued.
 */
import { addDays, type Day } from '#domain/dates.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { titleCase } from '#domain/party/title-case.ts'
import { cms855b } from '#forms/cms855b/index.ts'
import type { Typed } from '#forms/kit/answers.ts'
import type { File } from '#forms/kit/section.ts'
import { fileOf, type TypedSections } from '#forms/kit/typed-file.ts'
import { between, digits, pick } from '../chance.ts'
import { ein } from './application-items.ts'

/** What every form asks. */
export function common(
  p: RegistryProvider,
  on: Day,
): TypedSections & { readonly place: Typed; readonly official: Typed } {
  const { npi } = p
  const at = p.practice!
  const who = p.authorizedOfficial!
  const name = titleCase(p.organization!)
  const street = {
    line1: titleCase(at.line1),
    ...(at.line2 && { line2: titleCase(at.line2) }),
    city: titleCase(at.city),
    state: at.state,
    zip: at.zip,
  }
  const phone = at.phone ?? '2175550100'
  const official = {
    first: titleCase(who.first),
    last: titleCase(who.last),
    title: titleCase(who.title ?? 'OWNER'),
  }
  const email = `${who.last.toLowerCase().replace(/[^a-z]/g, '')}@organization.example`
  return {
    place: { ...street, phone },
    official,
    'prior-enrollment': { enrolled: 'no' },
    organization: { legalName: name, ein: ein(npi), npi },
    structure: {
      kind: /LLC/i.test(name) ? 'llc' : 'corporation',
      taxStatus: 'proprietary',
      formedOn: addDays(on, -between(npi, 'formed', 900, 6_000)),
      formedIn: at.state,
      indianHealth: 'no',
    },
    correspondence: { ...street, phone, email },
    'records-correspondence': { same: 'yes' },
    'legal-history': { any: 'no' },
    mobile: { base: 'no', vehicles: 'no' },
    'record-storage': { elsewhere: 'no' },
    payments: { sentTo: 'practice' },
    'electronic-payment': {
      accountName: name,
      bank: `${street.city} Community Bank`,
      accountType: 'checking',
      routing: '123456780',
      account: `000${digits(npi, 'account', 7)}`,
    },
    'billing-agency': { uses: 'no' },
    'authorized-official': { ...official, phone, email },
  }
}

export const person = (npi: string, at: string, on: Day, name: Typed): Typed => ({
  ...name,
  bornOn: addDays(on, -between(npi, `born ${at}`, 35 * 365, 64 * 365)),
  ssn: `9${digits(npi, `ssn ${at}`, 2)}${between(npi, `middle ${at}`, 10, 99)}${between(npi, `end ${at}`, 1000, 9999)}`,
  since: addDays(on, -between(npi, `since ${at}`, 100, 890)),
})
const firsts = ['Alma', 'Bertil', 'Cora', 'Desmond', 'Effie', 'Farid'] as const
const lasts = ['Hartwell', 'Ilves', 'Jorgensen', 'Kimathi', 'Larkin', 'Moreno'] as const
export const somebody = (npi: string, n: number, title: string): Typed => ({
  first: pick(npi, `first ${n}`, firsts),
  last: pick(npi, `last ${n}`, lasts),
  title,
})

/** A group of physicians, owned by two of them; `elsewhere` is where it sees patients, when that is another place. */
export function groupFile(p: RegistryProvider, on: Day, elsewhere: Typed = {}): File {
  const { place, official, ...shared } = common(p, on)
  const { npi } = p
  return fileOf(
    cms855b,
    {
      ...shared,
      enrollment: { supplier: 'clinic', groupOf: 'physicians', state: elsewhere.state ?? p.practice!.state },
      credentials: { licensed: 'no', certified: 'no', accredited: 'no' },
      'practice-locations': {
        'registry-1': {
          ...place,
          name: titleCase(p.organization!),
          setting: 'office',
          firstPatientOn: addDays(on, between(npi, 'first patient', -15, 20)),
          ...elsewhere,
        },
      },
      'home-visits': { any: 'no' },
      owners: { any: 'no' },
      individuals: {
        official: {
          ...person(npi, 'official', on, official),
          roles: 'direct-owner,officer,managing-employee',
          percent: '60',
        },
        partner: {
          ...person(npi, 'partner', on, somebody(npi, 1, 'Vice president')),
          roles: 'direct-owner,officer',
          percent: '40',
        },
      },
      'individuals-legal-history': { any: 'no' },
      participation: { participates: 'yes' },
    },
    on,
  )
}
