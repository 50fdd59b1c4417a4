/** Everybody whom a screening asks the lists about: the applicant by every name, and whom the file names beside him. */
import { createHash } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { taxIdDigest } from '#db/queries/lists/deaths.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import type { MatchParty } from '#domain/matching/match-party.ts'
import type { RegistryName, RegistryProvider } from '#domain/party/registry-provider.ts'
import type { File } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'
import { APPLICANT } from './screening-subjects.ts'

/** One person or organization; `id` stays the same through every run, so that what was said of it is found again. */
export interface ScreenedParty {
  readonly id: string
  /** Every name it goes by, with what is known of it. */
  readonly names: readonly MatchParty[]
}

/** The applicant first. Tax ids are given as the digests under which lists keep them. */
export function screenedParties(db: Db, form: string, whole: File): readonly ScreenedParty[] {
  const reading = readingOf(form)
  const facts = reading.comparisonFacts(whole, () => undefined)
  const place = (facts.practiceAddresses?.[0] ?? facts.correspondence)?.said
  const also: MatchParty = {
    npi: facts.npi.said,
    ...(facts.bornOn && { bornOn: facts.bornOn }),
    ...(facts.taxId?.kind === 'ssn' && facts.taxId.said !== '' && { taxId: taxIdDigest(db, facts.taxId.said) }),
    ...(place && { line1: place.line1, city: place.city, state: place.state, zip: place.zip }),
  }
  const names = [facts.name.said, ...(facts.otherNames ?? [])].map((name) => ({ ...name, ...also }))
  return [{ id: APPLICANT, names }, ...reading.namedParties(whole)]
}

/** Somebody whose record has no answers: by the names that the NPI registry has, else by the name of the record. */
export function registryParty(npi: string, name: string, registry: RegistryProvider | undefined): ScreenedParty {
  const place = registry?.practice
  const also: MatchParty = {
    npi,
    ...(place && { line1: place.line1, city: place.city, state: place.state, zip: place.zip }),
  }
  const people = [registry?.person, ...(registry?.otherNames ?? [])].flatMap((n): readonly MatchParty[] =>
    typeof n === 'object' ? [nameFrom(n)] : n === undefined ? [] : [{ organization: n }],
  )
  const names = registry?.organization ? [{ organization: registry.organization }, ...people] : people
  return { id: APPLICANT, names: (names.length > 0 ? names : [{ organization: name }]).map((n) => ({ ...n, ...also })) }
}
const nameFrom = ({ last, first, middle, suffix }: RegistryName): MatchParty => ({
  last,
  first,
  ...(middle && { middle }),
  ...(suffix && { suffix }),
})

/** What was asked, for the evidence: without birth dates and tax ids, which are only said to have been compared. */
export const askedOf = ({ bornOn, taxId, ...name }: MatchParty): Readonly<Record<string, string>> => ({
  ...name,
  ...(bornOn && { bornOn: 'compared' }),
  ...(taxId && { taxId: 'compared' }),
})

/** Changes when the entry says anything else; a newer list alone changes nothing. */
export const rowSha256 = (row: object): string => createHash('sha256').update(canonicalJson(row)).digest('hex')
