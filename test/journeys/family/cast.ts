/** Who files in the journeys of the family of applications: for each form a named fixture, its signer, its account. */
import type { ApplicationReason, FormId } from '#domain/application/reasons.ts'
import type { SituationId } from '#domain/application/situations.ts'
import { type Day, day } from '#domain/dates.ts'
import type { Npi } from '#domain/identifiers/npi.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import type { File } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'
import { drImani } from '../../people/dr-imani-resident.ts'
import { drLund } from '../../people/dr-lund-opted-out.ts'
import { drVega } from '../../people/dr-vega.ts'
import { elmRidgeGroup } from '../../people/elm-ridge-group.ts'
import { mapleCourt } from '../../people/maple-court.ts'
import { ridgelineSupplies } from '../../people/ridgeline-supplies.ts'
import { riverbendPrevention } from '../../people/riverbend-prevention.ts'

export interface Filer {
  readonly form: FormId
  readonly file: File
  readonly loginId: string
  /** Of the taxonomy in the NPI registry. */
  readonly taxonomy: string
  /** What brings them here when they are new. */
  readonly comesFor: SituationId
  readonly pays: boolean
  /** The first day of a new enrollment that was filed on November 24, 2026. */
  readonly activeOn: Day
  /** What the supervisor must say beside "approve", of a provider that a state surveys. */
  readonly tieIn?: { readonly ccn: string; readonly effectiveOn: string; readonly dateReason: string }
}

const surveyed = {
  ccn: '14-5977',
  effectiveOn: '2026-12-31',
  dateReason: 'Tie-in notice: the agreement passes to the new owner on that day.',
}

const filer = (form: FormId, file: File, loginId: string, taxonomy: string, comesFor: SituationId) => ({
  form,
  file,
  loginId,
  taxonomy,
  comesFor,
  pays: false,
  activeOn: day('2026-11-24'),
})

export const filers: Readonly<Record<FormId, Filer>> = {
  'CMS-855I': filer('CMS-855I', drVega, 'family.vega', '207Q00000X', 'own-practice'),
  'CMS-855O': filer('CMS-855O', drImani, 'family.imani', '207R00000X', 'order-only'),
  'CMS-855B': filer('CMS-855B', elmRidgeGroup, 'family.sandoval', '193200000X', 'start-group'),
  'CMS-855A': {
    ...filer('CMS-855A', mapleCourt, 'family.stone', '314000000X', 'open-facility'),
    pays: true,
    activeOn: day(surveyed.effectiveOn),
    tieIn: surveyed,
  },
  'CMS-855S': { ...filer('CMS-855S', ridgelineSupplies, 'family.ridge', '332B00000X', 'sell-equipment'), pays: true },
  'CMS-20134': {
    ...filer('CMS-20134', riverbendPrevention, 'family.moreau', '174H00000X', 'prevent-diabetes'),
    // Its first session.
    activeOn: day('2027-01-05'),
  },
  // Who does not participate begins on the day asked for: 42 CFR 405.410(c).
  'OPT-OUT': { ...filer('OPT-OUT', drLund, 'family.lund', '2084P0800X', 'opt-out'), activeOn: day('2026-12-01') },
}

export const isPerson = (form: string): boolean => readingOf(form).enrolls === 'individual'
export const npiOf = ({ form, file }: Filer): string => factsOf(form, file).npi.said
/** The name that is typed to sign. */
export const signerOf = ({ form, file }: Filer): string => readingOf(form).signerName(file)
export const nameOf = ({ form, file }: Filer): string => readingOf(form).legalName(file)
export const stateOf = ({ file }: Filer): string => String(file.enrollment![0]!.answers.state)

const factsOf = (form: string, file: File) => readingOf(form).comparisonFacts(file, () => undefined)

/** What the NPI registry has of them: the same as they say, so that nothing has to be explained. */
export function inRegistry(f: Filer): RegistryProvider {
  const facts = factsOf(f.form, f.file)
  const { said } = facts.name
  const [license] = facts.licenses ?? []
  return {
    npi: npiOf(f) as Npi,
    entityType: facts.entityType,
    ...('organization' in said ? { organization: said.organization.toUpperCase() } : { person: said }),
    otherNames: [],
    ...(facts.correspondence && { mailing: facts.correspondence.said }),
    ...((facts.practiceAddresses?.[0] ?? facts.correspondence) && {
      practice: (facts.practiceAddresses?.[0] ?? facts.correspondence)!.said,
    }),
    taxonomies: [
      {
        code: f.taxonomy,
        primary: true,
        ...(license && { license: license.said.number, licenseState: license.said.state }),
      },
    ],
  }
}

export interface Told {
  readonly form: FormId
  readonly reason: ApplicationReason
}
