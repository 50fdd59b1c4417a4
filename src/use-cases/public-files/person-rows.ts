/** Lines of the enrollment file and the files beside it, of the ordering list and of pending applications, as cells. */
import type { Db } from '#db/db.ts'
import {
  pagesOfAdditionalNpis,
  pagesOfLocations,
  pagesOfReassignments,
  pagesOfSpecialties,
} from '#db/queries/public-files/attached.ts'
import { pagesOfEnrolled } from '#db/queries/public-files/enrolled.ts'
import { type OrderingRow, pagesOfOrdering } from '#db/queries/public-files/ordering.ts'
import { pagesOfPending } from '#db/queries/public-files/pending.ts'
import type { NamedRow } from '#db/queries/public-files/view.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { ordersOfSpecialty } from '#domain/eligibility/orders-by-specialty.ts'
import type { OrderedService } from '#domain/eligibility/question.ts'
import { type NameParts, publicName } from '#domain/publication/public-name.ts'

export type Cells = readonly (string | number | null | undefined)[]
export type Lines = AsyncGenerator<readonly Cells[]>
/** What every file is made from. `typeName` names a provider type for which no list has words. */
export interface Making {
  readonly db: Db
  readonly permit: Permit<'public.view'>
  readonly on: Day
  readonly typeName: (code: string) => string
  /** For a look-up: only these. Files that are no look-up leave it alone. */
  readonly npis?: readonly string[]
}

const nobody: NameParts = { first: '', middle: '', last: '' }
/** First, middle and last name of a person; nothing for an organization. */
export const personOf = (r: NamedRow): NameParts =>
  r.kind === 'organization'
    ? nobody
    : publicName([{ first: r.first_name, middle: r.middle_name, last: r.last_name }, r.legal, r.registry], r.display)
export const organizationOf = (r: NamedRow): string => (r.kind === 'organization' ? r.display.toUpperCase() : '')
export const yes = (flag: boolean): string => (flag ? 'Y' : 'N')

const families: Readonly<Record<string, string>> = {
  '00': 'PART A PROVIDER',
  '12': 'PART B SUPPLIER',
  '14': 'PRACTITIONER',
  '30': 'DME SUPPLIER',
  '33': 'ORDERING AND REFERRING',
}
/** "PRACTITIONER - FAMILY PRACTICE". */
export const typeOf = (m: Making, code: string, text: string | null): string =>
  text ?? `${families[code.slice(0, 2)] ?? 'OTHER'} - ${m.typeName(code).toUpperCase()}`

export async function* enrollmentLines(m: Making): Lines {
  for await (const page of pagesOfEnrolled(m.db, m.permit, m.on))
    yield page.map((r) => {
      const { first, middle, last } = personOf(r)
      const type = [r.specialty, typeOf(m, r.specialty, r.typeText)]
      return [r.npi, yes(r.severalNpis), r.associate, r.id, ...type, r.state, first, middle, last, organizationOf(r)]
    })
}

export async function* reassignmentLines(m: Making): Lines {
  for await (const page of pagesOfReassignments(m.db, m.permit, m.on)) yield page.map((r) => r.cells)
}
export async function* locationLines(m: Making): Lines {
  for await (const page of pagesOfLocations(m.db, m.permit, m.on)) yield page.map((r) => r.cells)
}
export async function* additionalNpiLines(m: Making): Lines {
  for await (const page of pagesOfAdditionalNpis(m.db, m.permit, m.on)) yield page.map((r) => r.cells)
}
export async function* specialtyLines(m: Making): Lines {
  for await (const page of pagesOfSpecialties(m.db, m.permit, m.on))
    yield page.map((r) => [r.id, r.specialty, typeOf(m, r.specialty, r.typeText)])
}

const services: readonly OrderedService[] = ['part-b', 'dme', 'home-health', 'power-mobility', 'hospice']

/** Those who may order nothing are no line. */
function orderingLine(r: OrderingRow): Cells | undefined {
  // The list outlives an enrollment that ended; our record knows better.
  if (r.enrolledOnce && r.specialties.length === 0) return undefined
  const own = new Set(r.specialties.flatMap(ordersOfSpecialty))
  const may = r.listed?.may ?? services.map((s) => own.has(s))
  if (!may.includes(true)) return undefined
  const name = r.listed ? { first: r.listed.first, last: r.listed.last } : personOf(r)
  return [r.npi, name.last.toUpperCase(), name.first.toUpperCase(), ...may.map(yes)]
}
export async function* orderingLines(m: Making): Lines {
  for await (const page of pagesOfOrdering(m.db, m.permit, m.on, m.npis))
    yield page.flatMap((r) => {
      const line = orderingLine(r)
      return line ? [line] : []
    })
}

export const pendingLines = (physicians: boolean) =>
  async function* (m: Making): Lines {
    for await (const page of pagesOfPending(m.db, m.permit, physicians, m.npis))
      yield page.map((r) => {
        const { first, last } = publicName([r.legal], r.display)
        return [r.npi, last, first]
      })
  }
