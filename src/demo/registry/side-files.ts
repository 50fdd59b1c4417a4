/** The files beside the main one of NPPES for the invented registry: other names, more locations, electronic addresses. */
import { endpoints, locations, otherNames } from '#outside/sources/nppes-files/side-layouts.ts'
import type { DemoParty } from '../accounts/people.ts'

const line = (cells: readonly string[]): string => `${cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')}\n`
const file = (layout: { readonly required: readonly unknown[] }, rows: readonly (readonly string[])[]): string =>
  [layout.required as readonly string[], ...rows].map(line).join('')
const inUse = (p: DemoParty): boolean => p.deactivatedOn === undefined

/** Every third organization also does business under the name of its city. */
export const otherNamesFile = (parties: readonly DemoParty[]): string =>
  file(
    otherNames,
    parties
      .filter((p) => inUse(p) && p.organization && p.practice)
      .flatMap((p, i) => (i % 3 === 0 ? [[p.npi, `${p.practice!.city} ${p.organization!}`, '3']] : [])),
  )

/** Every eighth provider also practices where another one of the same state does. */
export const locationsFile = (parties: readonly DemoParty[]): string =>
  file(
    locations,
    parties.flatMap((p, i) => {
      const there = parties[i + 1]?.practice
      if (i % 8 !== 0 || !inUse(p) || !p.practice || there?.state !== p.practice.state) return []
      return [
        [p.npi, there.line1, there.line2 ?? '', there.city, there.state, there.zip, 'US', p.practice.phone ?? '', ''],
      ]
    }),
  )

/** Every tenth provider takes messages: a person by Direct, an organization by FHIR. */
export const endpointsFile = (parties: readonly DemoParty[]): string =>
  file(
    endpoints,
    parties.flatMap((p, i) => {
      if (i % 10 !== 0 || !inUse(p) || !p.practice) return []
      const kind = p.person
        ? ['DIRECT', 'Direct Messaging Address', `${p.npi}@direct.openpecos.example`]
        : ['FHIR', 'FHIR URL', `https://fhir.openpecos.example/${p.npi}`]
      const { line1, line2 = '', city, state, zip } = p.practice
      return [[p.npi, ...kind, 'N', '', '', '', '', '', '', '', '', line1, line2, city, state, 'US', zip]]
    }),
  )
