/** A complete CMS-855A of an invented nursing home. Pure, and the same for the same NPI. */
import { addDays, type Day } from '#domain/dates.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { titleCase } from '#domain/party/title-case.ts'
import { cms855a } from '#forms/cms855a/index.ts'
import type { File } from '#forms/kit/section.ts'
import { fileOf } from '#forms/kit/typed-file.ts'
import { digits } from '../chance.ts'
import { ein } from './application-items.ts'
import { common, person, somebody } from './organization-file.ts'

/** A nursing home of a chain: its holding company, its fund and its landlord are named on the attachment. */
export function nursingHomeFile(p: RegistryProvider & { readonly parent?: string }, on: Day): File {
  const { place, official, ...shared } = common(p, on)
  const { npi } = p
  const since = addDays(on, -500)
  const { phone: _, ...street } = place
  const parent = titleCase(p.parent ?? 'HOLDINGS INC')
  return fileOf(
    cms855a,
    {
      ...shared,
      enrollment: { provider: 'skilled-nursing', how: 'new', state: p.practice!.state },
      'provider-numbers': { costReportEnd: '12/31' },
      credentials: { licensed: 'yes', certified: 'no', accredited: 'no' },
      licenses: {
        state: {
          number: `NF-${digits(npi, 'license', 5)}`,
          state: p.practice!.state,
          issuedOn: addDays(on, -300),
          expiresOn: addDays(on, 430),
        },
      },
      'practice-locations': {
        'registry-1': {
          ...place,
          name: titleCase(p.organization!),
          setting: 'main',
          firstPatientOn: addDays(on, 20),
        },
      },
      'facility-people': {
        official: { ...person(npi, 'official', on, official), roles: 'administrator,managing-employee' },
        doctor: { ...person(npi, 'doctor', on, somebody(npi, 2, 'Medical director')), roles: 'medical-director' },
        chair: { ...person(npi, 'chair', on, somebody(npi, 3, 'Chair')), roles: 'governing-body' },
      },
      'facility-owners': {
        parent: {
          ...street,
          legalName: parent,
          ein: ein(`${npi}1`),
          kinds: 'corporation,holding-company,for-profit',
          roles: 'owner,managing-control',
          percent: '100',
          since,
        },
        fund: {
          ...street,
          legalName: 'Longacre Care Partners LP',
          ein: ein(`${npi}2`),
          kinds: 'private-equity,investment-firm',
          roles: 'indirect-owner',
          percent: '82',
          since,
        },
      },
      'disclosable-parties': {
        landlord: {
          ...street,
          what: 'organization',
          name: 'Longacre Senior Property Trust',
          ein: ein(`${npi}3`),
          does: 'real-estate',
          services: 'Leases the building to the facility.',
          kinds: 'reit',
          since,
        },
      },
      'party-members': {
        fund: { party: parent, name: 'Longacre Care Partners LP', position: 'owner', percent: '82' },
        founders: { party: parent, name: 'Tallgrass Founders Trust', position: 'owner', percent: '18' },
        adviser: {
          party: 'Longacre Care Partners LP',
          name: 'Longacre Advisers LLC',
          position: 'partner',
          percent: '2',
        },
        pension: {
          party: 'Longacre Care Partners LP',
          name: 'Prairie Teachers Pension Fund',
          position: 'owner',
          percent: '38',
        },
        landowner: {
          party: 'Longacre Senior Property Trust',
          name: 'Longacre Care Partners LP',
          position: 'shareholder',
          percent: '55',
        },
        trustee: { party: 'Longacre Senior Property Trust', name: 'Edda Vikström', position: 'trustee' },
      },
      'facility-legal-history': { any: 'no' },
      chain: { standing: 'same' },
      'chain-home-office': {
        ...street,
        legalName: parent,
        ein: ein(`${npi}1`),
        costReportEnd: '12/31',
        relation: 'wholly-owned',
      },
      'chain-administrator': (({ since: __, ...rest }) => rest)(
        person(npi, 'chain', on, somebody(npi, 4, 'President')),
      ),
    },
    on,
  )
}
