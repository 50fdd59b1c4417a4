/** Practitioner (Plan-Net): a person of the registry who is enrolled. Public registry facts only; never a birth date. Pure. */
import { addressOf, concept, humanName, npiIdentifier, phones } from '../elements.ts'
import type { DirectoryParty } from '../party.ts'
import { type FhirElement, list, type Published } from '../resource.ts'
import { profileOf, systems } from '../systems.ts'

const genders = { F: 'female', M: 'male', X: 'other' } as const

export function practitioner(p: DirectoryParty): Published {
  const { registry } = p
  return {
    resource: {
      resourceType: 'Practitioner',
      id: p.npi,
      meta: { profile: [profileOf('Practitioner')!] },
      identifier: [npiIdentifier(p.npi)],
      active: true,
      name: [registry?.person ? humanName(registry.person) : nameFrom(p.name)],
      telecom: p.hideStreet ? undefined : phones(registry?.practice),
      address: registry?.practice ? [addressOf(registry.practice, p.hideStreet)] : undefined,
      gender: registry?.sex && genders[registry.sex],
      qualification: list(licenses(p)),
    },
    standing: { npi: p.npi },
  }
}

/** "Rosa Vega": the registry is not loaded, so the last word must do. */
function nameFrom(text: string): FhirElement {
  const words = text.trim().split(/\s+/)
  return { use: 'official', text, family: words.at(-1) ?? text, given: list(words.slice(0, -1)) }
}

const licenses = (p: DirectoryParty): readonly FhirElement[] =>
  (p.registry?.taxonomies ?? [])
    .filter((t) => t.license)
    .map((t) => ({
      identifier: [{ value: t.license }],
      code: concept(systems.taxonomy, t.code),
      issuer: t.licenseState ? { display: t.licenseState } : undefined,
    }))
