/** Organization (Plan-Net): an enrolled organization. Its owners and officials are not part of it. Pure. */
import { titleCase } from '../../party/title-case.ts'
import { addressOf, concept, npiIdentifier, phones } from '../elements.ts'
import type { DirectoryParty } from '../party.ts'
import { list, type Published } from '../resource.ts'
import { profileOf, systems } from '../systems.ts'
import { kindOfOrganization } from './organization-kind.ts'

export function organization(p: DirectoryParty): Published {
  const { registry } = p
  const place = registry?.practice ?? p.enrollments.flatMap((e) => e.locations)[0]?.address
  const kind = kindOfOrganization(p.enrollments[0]?.specialty ?? '')
  const alias = (registry?.otherNames ?? []).flatMap((n) => (typeof n === 'string' ? [titleCase(n)] : []))
  return {
    resource: {
      resourceType: 'Organization',
      id: p.npi,
      meta: { profile: [profileOf('Organization')!] },
      identifier: [npiIdentifier(p.npi)],
      active: true,
      type: [concept(systems.organizationType, ...kind.type)],
      name: nameOf(p),
      alias: list(alias),
      telecom: p.hideStreet ? undefined : phones(place),
      address: [place ? addressOf(place, p.hideStreet) : { country: 'US' }],
    },
    standing: { npi: p.npi },
  }
}

export const nameOf = (p: DirectoryParty): string => titleCase(p.registry?.organization ?? p.name)
