/** Everybody whom the form of an organization names: owners, managers, staff of attachments, agencies. Pure. */
import { day, isDay } from '#domain/dates.ts'
import { nameKey } from '#domain/party/name-key.ts'
import type { Party } from '#domain/review/names/name-match.ts'
import { personCalled } from '#domain/review/names/person-called.ts'
import type { NamedParty } from '../../form-reading.ts'
import type { Answers, File } from '../../kit/section.ts'
import { partyKindOf } from './interest-readers.ts'

const said = (v: unknown): string => (typeof v === 'string' ? v : '')

const personIn = (a: Answers): Party => ({
  last: said(a.last),
  first: said(a.first),
  ...(a.middle !== undefined && { middle: said(a.middle) }),
  ...(a.suffix !== undefined && { suffix: said(a.suffix) }),
  ...(a.npi !== undefined && { npi: said(a.npi) }),
  ...(isDay(said(a.bornOn)) && { bornOn: day(said(a.bornOn)) }),
})

const organizationIn = (a: Answers): Party | undefined => {
  const organization = said(a.legalName ?? a.name)
  return organization === ''
    ? undefined
    : {
        organization,
        ...(a.npi !== undefined && { npi: said(a.npi) }),
        ...(a.state !== undefined && { state: said(a.state) }),
      }
}

/** Officers and partners of a disclosable party are called by one line, whatever they are. */
const calledIn = (a: Answers): Party => personCalled(said(a.name))

const readers: Readonly<Record<string, (a: Answers) => Party | undefined>> = {
  'owner-organizations': organizationIn,
  'owner-interests': (a) => (a.what === 'person' ? calledIn(a) : organizationIn(a)),
  individuals: personIn,
  'facility-people': personIn,
  'facility-owners': organizationIn,
  'disclosable-parties': (a) => (a.what === 'person' ? calledIn(a) : organizationIn(a)),
  'party-members': (a) => (partyKindOf(said(a.name), 'person') === 'person' ? calledIn(a) : organizationIn(a)),
  'chain-home-office': organizationIn,
  'chain-administrator': personIn,
  'opioid-personnel': personIn,
  'idtf-interpreters': personIn,
  'idtf-technicians': personIn,
  'idtf-supervisors': personIn,
  coaches: personIn,
  'nurse-registry': organizationIn,
  'billing-agency': organizationIn,
}

/** Sections that name by one line who may stand in another section with all that is known of him. */
const byOneLine: readonly string[] = ['owner-interests', 'party-members']
const called = ({ organization, first, last }: Party): string =>
  nameKey(organization ?? [first, last].filter(Boolean).join(' '))

/** Without those who are named again by one line only: whoever stands in the graph twice is screened once. */
export function withoutRepeats(parties: readonly NamedParty[]): readonly NamedParty[] {
  const seen = new Set(parties.filter((p) => !byOneLine.includes(p.section)).map((p) => called(p.names[0]!)))
  return parties.filter((p) => {
    if (!byOneLine.includes(p.section)) return true
    const name = called(p.names[0]!)
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
}

/** Of what applies now; each keeps the id of its item. Officials are among the people already. */
export const organizationParties = (file: File): readonly NamedParty[] =>
  withoutRepeats(
    Object.entries(readers).flatMap(([section, read]) =>
      (file[section] ?? []).flatMap((item): NamedParty[] => {
        const party = read(item.answers)
        return party ? [{ id: `${section}/${item.id}`, section, item: item.id, names: [party] }] : []
      }),
    ),
  )
