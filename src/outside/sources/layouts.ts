/** Every layout by source, and which of them a header belongs to. Pure. */
import type { SourceKind } from '#domain/party/registry-provider.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { matchColumns } from './csv-source.ts'
import type { SourceLayout } from './layout.ts'
import { leie } from './leie.ts'
import { deathFile } from './lists/death-file.ts'
import { lastBilled, lastNamed } from './lists/last-billed.ts'
import { licenseBoard } from './lists/license-board.ts'
import { revocations } from './lists/revocations.ts'
import { sam } from './lists/sam.ts'
import { stateLists } from './lists/state-list.ts'
import { nppes } from './nppes.ts'
import { nuccTaxonomy } from './nppes-files/nucc-taxonomy.ts'
import { deactivations, endpoints, locations, otherNames } from './nppes-files/side-layouts.ts'
import { orderReferring } from './order-referring.ts'
import { providerTypes } from './provider-types.ts'
import { taxonomyCrosswalk } from './taxonomy-crosswalk.ts'

export const layouts = {
  nppes,
  leie,
  'order-referring': orderReferring,
  'provider-types': providerTypes,
  'taxonomy-crosswalk': taxonomyCrosswalk,
  sam,
  revocations,
  ...stateLists,
  'death-file': deathFile,
  'license-board': licenseBoard,
  'last-billed': lastBilled,
  'last-named': lastNamed,
  'nppes-other-names': otherNames,
  'nppes-locations': locations,
  'nppes-endpoints': endpoints,
  'nucc-taxonomy': nuccTaxonomy,
} as const satisfies Record<SourceKind, SourceLayout<unknown>>

export const sourceKinds = Object.keys(layouts) as readonly SourceKind[]
export const isSourceKind = (text: string): text is SourceKind => (sourceKinds as readonly string[]).includes(text)

/** A file that only ever changes a list, in a layout of its own: the report of deactivated NPIs. */
export const supplementOf = (names: readonly string[]): SourceLayout<unknown> | undefined =>
  names.length <= 3 && matchColumns(names, deactivations).missing.length === 0 ? deactivations : undefined

/** The kind whose required columns are all there. Refuses `source-wrong-file`, naming what the nearest kind misses. */
export function kindOf(names: readonly string[]): Result<SourceKind> {
  const tried = sourceKinds.map((kind) => ({ kind, missing: matchColumns(names, layouts[kind]).missing }))
  const fits = tried.find((t) => t.missing.length === 0)
  if (fits) return ok(fits.kind)
  const share = (t: { kind: SourceKind; missing: readonly string[] }) =>
    t.missing.length / layouts[t.kind].required.length
  const nearest = tried.toSorted((a, b) => share(a) - share(b))[0]!
  return refuse(wrongFile(nearest.kind, nearest.missing))
}

/** Says which columns a file of this kind lacks; the first ten of them by name. */
export const wrongFile = (kind: SourceKind, missing: readonly string[]) =>
  ({
    code: 'source-wrong-file',
    with: {
      kind,
      columns: missing.slice(0, 10).join(', ') + (missing.length > 10 ? `, and ${missing.length - 10} more` : ''),
    },
  }) as const
