/** A search of the directory as a searchset Bundle: one statement for the page, one for each kind that comes along. */
import type { Db } from '#db/db.ts'
import { type DirectoryRow, findDirectoryRows, findPointingAt } from '#db/queries/fhir/rows.ts'
import { countMatches, searchDirectory } from '#db/queries/fhir/search.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { type Issue, operationOutcome } from '#domain/fhir/outcome.ts'
import type { FhirElement } from '#domain/fhir/resource.ts'
import { valuesAt } from '#domain/fhir/search/index-entries.ts'
import { type Include, searchParameters } from '#domain/fhir/search/parameters.ts'
import { PAGE_PARAMETER, type Search, writePage } from '#domain/fhir/search/read-search.ts'
import { served } from './served.ts'

/** Resources that come along with one page; what goes beyond is said. */
const MOST_INCLUDED = 1_000

export interface SearchAsk {
  readonly search: Search
  /** "https://enroll.example.org/fhir/r4". */
  readonly base: string
  readonly on: Day
  readonly snapshot: Snapshot
  /** What was not understood and left out. */
  readonly warnings: readonly Issue[]
  readonly truncated: string
}

export async function searchBundle(db: Db, _: Permit<'public.view'>, ask: SearchAsk) {
  const { search, base, on, snapshot } = ask
  const { type, conditions, count, after } = search
  const self = { relation: 'self', url: linkOf(base, search) }
  const bundle = { resourceType: 'Bundle', type: 'searchset' }
  if (search.countOnly)
    return { ...bundle, total: await countMatches(db, type, conditions), link: [self], ...warned(ask.warnings) }
  const rows = await searchDirectory(db, { type, conditions, ...(after && { after }), limit: count + 1 })
  const page = rows.slice(0, count)
  const along = await comingAlong(db, search, page)
  const issues = along.length > MOST_INCLUDED ? [...ask.warnings, tooMany(ask.truncated)] : ask.warnings
  const entry = (row: DirectoryRow, mode: 'match' | 'include') => ({
    fullUrl: `${base}/${row.type}/${row.id}`,
    resource: served(snapshot, row, on).resource,
    search: { mode },
  })
  const more = rows.length > count
  const entries = [
    ...page.map((r) => entry(r, 'match')),
    ...along.slice(0, MOST_INCLUDED).map((r) => entry(r, 'include')),
    ...(warned(issues).entry ?? []),
  ]
  return {
    ...bundle,
    // Known for nothing when everything is on one page.
    ...(!more && after === undefined && { total: page.length }),
    link: [self, ...(more ? [{ relation: 'next', url: linkOf(base, search, page.at(-1)!.id) }] : [])],
    ...(entries.length > 0 && { entry: entries }),
  }
}

const tooMany = (diagnostics: string): Issue => ({ severity: 'warning', code: 'too-costly', diagnostics })
const warned = (issues: readonly Issue[]) =>
  issues.length === 0 ? {} : { entry: [{ resource: operationOutcome(issues), search: { mode: 'outcome' } }] }

/** What was understood, so that the link says what the page is; `after` begins the next one. */
function linkOf(base: string, { type, understood, after: own }: Search, after = own): string {
  const query = new URLSearchParams(understood.map(([name, value]) => [name, value]))
  if (after !== undefined) query.append(PAGE_PARAMETER, writePage(after))
  return `${base}/${type}${query.size > 0 ? `?${query}` : ''}`
}

async function comingAlong(db: Db, search: Search, page: readonly DirectoryRow[]): Promise<readonly DirectoryRow[]> {
  const matched = new Set(page.map((r) => `${r.type}/${r.id}`))
  const links = page.flatMap((r) => search.includes.flatMap((i) => referencesOf(r, i)))
  const found = await findDirectoryRows(
    db,
    [...new Set(links)].filter((l) => !matched.has(l)),
  )
  const pointing: DirectoryRow[] = []
  for (const { source, parameter } of search.reverseIncludes)
    pointing.push(...(await findPointingAt(db, { source, parameter, references: [...matched] }, MOST_INCLUDED + 1)))
  const all = new Map([...found, ...pointing].map((r) => [`${r.type}/${r.id}`, r]))
  return [...all.values()].filter((r) => !matched.has(`${r.type}/${r.id}`))
}

function referencesOf(row: DirectoryRow, { parameter, target }: Include): readonly string[] {
  const paths = searchParameters[row.type].get(parameter)?.paths ?? []
  return paths
    .flatMap((path) => valuesAt(row.content, path))
    .flatMap((v) => {
      const { reference } = v as FhirElement
      return typeof reference === 'string' && (!target || reference.startsWith(`${target}/`)) ? [reference] : []
    })
}
