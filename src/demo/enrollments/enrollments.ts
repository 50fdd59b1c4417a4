/** Enrollments for part of the synthetic registry, so that look-ups and eligibility have something to say. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { addDays, type Day, day, later } from '#domain/dates.ts'
import { guessSpecialty } from '#domain/enrollment/taxonomy-crosswalk.ts'
import { formatEnrollmentId } from '#domain/identifiers/enrollment-id.ts'
import { formatPtan } from '#domain/identifiers/ptan.ts'
import { type RegistryProvider, registryName } from '#domain/party/registry-provider.ts'
import { isStateCode, type StateCode } from '#domain/party/states.ts'
import { demoContractors } from '../accounts/contractors.ts'
import { demoParties } from '../accounts/people.ts'
import { chance, enrolledAtStart } from '../chance.ts'

/** People whom everybody may name: they enroll, or do not, before the visitor's eyes. */
const named: ReadonlySet<string> = new Set(
  Object.values(demoParties)
    .filter((p) => p.entityType === 1)
    .map((p) => p.npi),
)

/** Enrolls up to `count` registry providers; one in twelve of them was deactivated for a while. */
export async function seedEnrollments(
  db: Db,
  now: Date,
  { count, byHand }: { readonly count: number; readonly byHand: readonly string[] },
): Promise<void> {
  const k = open(db)
  const rows = await k
    .selectFrom('registry_provider')
    .select('detail')
    .where('import_id', '=', sql<string>`(select id from source_import where source = 'nppes' and status = 'current')`)
    .where('deactivated_on', 'is', null)
    .orderBy('npi')
    .execute()
  const providers = rows.map((r) => r.detail).filter((p) => p.practice && isStateCode(p.practice.state))
  const chosen = [
    ...providers.filter((p) => byHand.includes(p.npi)),
    ...providers.filter((p) => !named.has(p.npi) && enrolledAtStart(p.npi)).slice(0, count),
  ]
  const today = day(now.toISOString().slice(0, 10))
  const contractorOf = (state: StateCode) => demoContractors.find((c) => c.states.includes(state))?.id ?? 'lakes'
  const made = chosen.map((p, i) =>
    enrollmentRows(p, { sequence: () => i, ptan: () => 1_000_000 + i, contractorOf }, today, now),
  )
  for (let at = 0; at < made.length; at += 200) {
    const part = made.slice(at, at + 200)
    await k
      .insertInto('enrollee')
      .values(part.map((m) => m.enrollee))
      .onConflict((c) => c.column('npi').doNothing())
      .execute()
    const enrolled = part.filter((m) => !named.has(m.enrollee.npi) && !byHand.includes(m.enrollee.npi))
    if (enrolled.length === 0) continue
    await k
      .insertInto('enrollment')
      .values(enrolled.map((m) => m.enrollment))
      .execute()
    await k
      .insertInto('enrollment_period')
      .values(enrolled.flatMap((m) => m.periods))
      .execute()
    await k
      .insertInto('enrollment_location')
      .values(enrolled.map((m) => m.location))
      .execute()
    await k
      .insertInto('enrollment_change')
      .values(enrolled.map((m) => ({ enrollment_id: m.enrollment.id, at: now })))
      .execute()
  }
  await reassignToGroups(db, made)
}

/** What an installation gives to a new enrollment. */
export interface Numbering {
  /** Of its id, among those opened on that day. */
  sequence(openedOn: Day): number
  /** Of its PTAN, within the state. */
  ptan(state: StateCode): number
  contractorOf(state: StateCode): string
}

/** An approved enrollment with its party, periods and place, as rows: the same for the same NPI and day. */
export function enrollmentRows(p: RegistryProvider, n: Numbering, today: Day, now: Date) {
  const person = p.entityType === 1
  const practice = p.practice!
  const state = isStateCode(practice.state) ? practice.state : 'IL'
  const from = addDays(today, -(200 + Math.floor(chance(p.npi, 'since') * 3000)))
  const id = formatEnrollmentId({ type: person ? 'I' : 'O', openedOn: from, sequence: n.sequence(from) })
  const enrolleeId = randomUUID()
  const gap = chance(p.npi, 'gap') < 1 / 12
  const gapFrom = addDays(from, 90)
  const gapTo = addDays(from, 150)
  const known = knownSince(gap ? gapTo : from)
  const period = (status: string, from_on: Day, to_on: Day | null) => ({
    id: randomUUID(),
    enrollment_id: id,
    status,
    from_on,
    to_on,
    known_from: known,
    known_to: null,
    because: JSON.stringify(['42 CFR 424.520(d)']),
    application_id: null,
  })
  return {
    enrollee: {
      id: enrolleeId,
      kind: person ? ('individual' as const) : ('organization' as const),
      npi: p.npi,
      display_name: displayName(p),
      tax_id_index: null,
      restricted: null,
      practice: JSON.stringify({}),
      created_at: now,
    },
    enrollment: {
      id,
      enrollee_id: enrolleeId,
      form: person ? 'CMS-855I' : 'CMS-855B',
      specialty: specialtyOf(p),
      state,
      contractor_id: n.contractorOf(state),
      ptan: formatPtan(state, n.ptan(state)),
      status: 'approved',
      created_at: now,
    },
    periods: gap
      ? [
          period('approved', from, addDays(gapFrom, -1)),
          period('deactivated', gapFrom, gapTo),
          period('approved', addDays(gapTo, 1), null),
        ]
      : [period('approved', from, null)],
    location: {
      id: randomUUID(),
      enrollment_id: id,
      item_id: '1',
      name: person ? null : (p.organization ?? null),
      address: JSON.stringify(practice),
      public: true,
      from_on: from,
      to_on: null,
      known_from: known,
      known_to: null,
    },
    from,
    state,
    person,
  }
}

/** What these enrollments say was known two weeks after it began, so that later decisions correct something older. */
export const knownSince = (from: Day): Date => new Date(`${addDays(from, 14)}T15:00:00Z`)

/** Four in ten enrolled people reassign their benefits to a group of their state. */
async function reassignToGroups(db: Db, made: readonly ReturnType<typeof enrollmentRows>[]): Promise<void> {
  const groups = made.filter((m) => !m.person && m.enrollment.specialty === '12-70')
  const rows = made
    .filter((m) => m.person && !named.has(m.enrollee.npi) && chance(m.enrollee.npi, 'reassigns') < 0.4)
    .flatMap((m) => {
      const near = groups.filter((g) => g.state === m.state)
      const to = near[Math.floor(chance(m.enrollee.npi, 'group') * near.length)]
      return to
        ? [
            {
              id: randomUUID(),
              from_enrollment_id: m.enrollment.id,
              to_enrollment_id: to.enrollment.id,
              to_npi: to.enrollee.npi,
              to_name: to.enrollee.display_name,
              from_on: later(m.from, to.from),
              to_on: null,
              known_from: knownSince(later(m.from, to.from)),
              known_to: null,
            },
          ]
        : []
    })
  for (let at = 0; at < rows.length; at += 500)
    await open(db)
      .insertInto('reassignment')
      .values(rows.slice(at, at + 500))
      .execute()
}

function displayName(p: RegistryProvider): string {
  return p.person ? [p.person.first, p.person.last].map(titleCase).join(' ') : registryName(p)
}
const titleCase = (s: string): string => s.toLowerCase().replace(/(^|[\s'-])\p{L}/gu, (c) => c.toUpperCase())

function specialtyOf(p: RegistryProvider): string {
  const primary = p.taxonomies.find((t) => t.primary) ?? p.taxonomies[0]
  if (p.entityType === 2) return organizationTypes.find(([prefix]) => primary?.code.startsWith(prefix))?.[1] ?? '12-87'
  return (primary && guessSpecialty(primary.code)) ?? '99'
}

/** NUCC prefixes of organizations and the provider type of the public enrollment file (application family - type). */
const organizationTypes = [
  ['193', '12-70'],
  ['261Q', '12-70'],
  ['282', '00-09'],
  ['283', '00-09'],
  ['314', '00-18'],
  ['291', '12-69'],
] as const
