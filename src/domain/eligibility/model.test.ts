/** The columns against the plainest reading of the same rows: whatever the order, versions and changes. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, type Day, day } from '../dates.ts'
import { enrollmentStatuses } from '../enrollment/enrollment.ts'
import { buildSnapshot } from './build-snapshot.ts'
import { withChanges } from './changes.ts'
import type { EnrollmentRow, Known, ReassignmentRow } from './rows.ts'
import { check } from './verdict.ts'

const npis = ['2000001000', '2000001117', '2000001224'] as const
const at = (n: number): Day => addDays(day('2024-01-01'), n)
const version = { sequence: 1, asOf: day('2024-12-31') }

const span = fc.record({ from: fc.nat(30), length: fc.option(fc.nat(15), { nil: undefined }) })
const knowledge = fc.record({ from: fc.nat(20), length: fc.option(fc.nat(15), { nil: undefined }) })
const ends = (s: { from: number; length: number | undefined }) =>
  s.length === undefined ? {} : { to: at(s.from + s.length) }
const knownOf = (k: { from: number; length: number | undefined }): Known =>
  k.length === undefined ? { knownFrom: at(k.from) } : { knownFrom: at(k.from), knownTo: at(k.from + k.length) }

/** Periods known at one time do not overlap. */
const periods = fc
  .array(
    fc.record({
      status: fc.constantFrom('approved', 'deactivated', 'stayed'),
      length: fc.integer({ min: 1, max: 8 }),
      gap: fc.nat(3),
    }),
    { maxLength: 4 },
  )
  .map((list) => {
    let next = 0
    return list.map(({ status, length, gap }) => {
      const from = next + gap
      next = from + length
      return {
        status: status as 'approved' | 'deactivated' | 'stayed',
        from: at(from),
        to: at(next - 1),
        knownFrom: at(0),
      }
    })
  })
/** What was believed until day 10, and what is known since. */
const enrollment = fc
  .record({ npi: fc.constantFrom(...npis), earlier: periods, now: periods })
  .map(({ npi, earlier, now }) => ({
    npi,
    periods: [...earlier.map((p) => ({ ...p, knownTo: at(10) })), ...now.map((p) => ({ ...p, knownFrom: at(10) }))],
  }))
const rowsOf = (list: readonly { npi: string; periods: EnrollmentRow['periods'] }[]): readonly EnrollmentRow[] =>
  list.map((e, i) => ({
    ...e,
    enrollmentId: `I20200101${String(i).padStart(6, '0')}`,
    specialty: '14-08',
    type: 'I',
    name: { last: 'A', first: 'B' },
  }))

const covers = (from: Day, to: Day | undefined, on: Day): boolean => from <= on && (to === undefined || on <= to)
const knownOn = (k: Known, on: Day | undefined): boolean =>
  on === undefined ? k.knownTo === undefined : k.knownFrom <= on && (k.knownTo === undefined || on < k.knownTo)

it('says yes exactly when the rows do', () => {
  const reassignment = fc.record({ from: fc.nat(6), npi: fc.constantFrom(...npis), span, known: knowledge })
  const shape = fc.record({
    enrollments: fc.array(enrollment, { minLength: 1, maxLength: 6 }),
    reassignments: fc.array(reassignment, { maxLength: 6 }),
    npi: fc.constantFrom(...npis),
    payee: fc.constantFrom(...npis),
    on: fc.nat(18),
    known: fc.constantFrom(undefined, 9, 10, 11),
    role: fc.constantFrom('billing' as const, 'rendering' as const),
    laidOver: fc.boolean(),
  })
  let yes = 0
  fc.assert(
    fc.property(shape, (g) => {
      const enrollments = rowsOf(g.enrollments)
      const reassignments: readonly ReassignmentRow[] = g.reassignments
        .filter((r) => r.from < enrollments.length)
        .map((r) => ({
          fromEnrollmentId: enrollments[r.from]!.enrollmentId,
          toNpi: r.npi,
          from: at(r.span.from),
          ...ends(r.span),
          ...knownOf(r.known),
        }))
      const registry = npis.map((npi) => ({ npi }))
      const whole = buildSnapshot({ enrollments, reassignments, registry, orderListLoaded: true }, version)
      const bare = buildSnapshot({ enrollments: [], reassignments: [], registry, orderListLoaded: true }, version)
      const snapshot = g.laidOver ? withChanges(bare, { npis, enrollments, reassignments }, version) : whole
      const on = at(g.on)
      const known = g.known === undefined ? undefined : at(g.known)
      const payable = (e: EnrollmentRow): boolean =>
        e.periods.some(
          (p) => knownOn(p, known) && covers(p.from, p.to, on) && enrollmentStatuses[p.status].claims === 'payable',
        )
      const tied = (e: EnrollmentRow): boolean =>
        g.role === 'billing' ||
        g.payee === g.npi ||
        (reassignments.some(
          (r) =>
            r.fromEnrollmentId === e.enrollmentId &&
            r.toNpi === g.payee &&
            knownOn(r, known) &&
            covers(r.from, r.to, on),
        ) &&
          enrollments.some((p) => p.npi === g.payee && payable(p)))
      const expected = enrollments.some((e) => e.npi === g.npi && payable(e) && tied(e))
      const verdict = check(snapshot, {
        npi: g.npi,
        payee: g.payee,
        on,
        role: g.role,
        ...(known ? { knownOn: known } : {}),
      })
      expect(verdict.answer === 'yes').toBe(expected)
      if (expected) yes++
    }),
    { numRuns: 1000 },
  )
  // The rows are made so that both answers occur.
  expect(yes).toBeGreaterThan(10)
})
