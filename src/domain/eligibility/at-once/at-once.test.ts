/** The short ways against the long one: whatever the rows, both say the same of every question. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, type Day, day } from '../../dates.ts'
import { buildSnapshot } from '../build-snapshot.ts'
import { type Asked, decide, decideLink } from '../decide.ts'
import { extrasEnd, extrasFrom, extrasWord } from '../extras.ts'
import { dayNumber, npiKey } from '../packing.ts'
import { placeOf } from '../periods.ts'
import type { EnrollmentRow, ReassignmentRow } from '../rows.ts'
import { firstRecord, isLastOfNpi, type Snapshot } from '../snapshot.ts'
import { heldAtOnce } from './held.ts'
import { paidAtOnce } from './payees.ts'

const npis = ['2000001000', '2000001117', '2000001224', '2000001331'] as const
const at = (n: number): Day => addDays(day('2024-01-01'), n)
const first = dayNumber(at(0))
const version = { sequence: 1, asOf: day('2024-12-31') }
const known = { knownFrom: at(0) }

/** Days may overlap: a file of somebody else's may say so. */
const span = fc
  .record({ from: fc.nat(16), length: fc.option(fc.nat(8), { nil: undefined, freq: 3 }) })
  .map(({ from, length }) => ({ from: at(from), ...(length === undefined ? {} : { to: at(from + length) }) }))
const status = fc.constantFrom('approved' as const, 'approved' as const, 'deactivated' as const, 'revoked' as const)
const enrollment = fc.record({
  npi: fc.constantFrom(...npis),
  state: fc.constantFrom(undefined, 'WI', 'IL'),
  ordersOnly: fc.constantFrom(false, false, false, true),
  periods: fc.array(fc.record({ status, span }), { minLength: 1, maxLength: 3 }),
})
const world = fc.record({
  enrollments: fc.array(enrollment, { minLength: 2, maxLength: 4 }),
  reassignments: fc.array(fc.record({ from: fc.nat(3), npi: fc.constantFrom(...npis), span }), {
    minLength: 2,
    maxLength: 6,
  }),
  stopped: fc.constantFrom(undefined, 0, 2),
  unknownTo: fc.constantFrom(undefined, 1, 3),
})

function snapshotOf(w: typeof world extends fc.Arbitrary<infer T> ? T : never): Snapshot {
  const enrollments = w.enrollments.map(
    (e, i): EnrollmentRow => ({
      npi: e.npi,
      enrollmentId: `I20200101${String(i).padStart(6, '0')}`,
      specialty: '14-08',
      type: 'I',
      name: { last: 'A', first: 'B' },
      ...(e.state && { state: e.state }),
      ordersOnly: e.ordersOnly,
      periods: e.periods.map((p) => ({ status: p.status, ...p.span, ...known })),
    }),
  )
  const reassignments = w.reassignments
    .filter((r) => r.from < enrollments.length)
    .map(
      (r): ReassignmentRow => ({
        fromEnrollmentId: enrollments[r.from]!.enrollmentId,
        toNpi: r.npi,
        ...r.span,
        ...known,
      }),
    )
  const registry = npis
    .filter((_, i) => i !== w.unknownTo)
    .map((npi, i) => ({ npi, ...(i === w.stopped && { deactivatedOn: at(8) }) }))
  return buildSnapshot({ enrollments, reassignments, registry, orderListLoaded: true }, version)
}

/** Everybody changed into what they were: nothing is then said at once. */
const theLongWay = (s: Snapshot): Snapshot => ({
  ...s,
  changes: new Map(npis.map((npi) => [npiKey(npi), { rows: s }])),
})

function* questions(): Generator<Asked> {
  for (const npi of npis)
    for (const payee of [-2, -1, ...npis.map(npiKey)])
      for (const state of payee === -2 ? [0, 14, 50] : [0])
        for (let on = first - 1; on < first + 26; on += 5)
          yield { key: npiKey(npi), on, knownOn: -1, ordering: false, name: -1, payee, services: 0, state }
}

it('the link is the same the short way and the long way', () => {
  fc.assert(
    fc.property(world, (w) => {
      const s = snapshotOf(w)
      const long = theLongWay(s)
      expect(Array.from(questions(), (q) => decide(s, q))).toEqual(Array.from(questions(), (q) => decide(long, q)))
      expect(Array.from(questions(), (q) => decideLink(s, q))).toEqual(
        Array.from(questions(), (q) => decide(s, q).link),
      )
    }),
    { numRuns: 80 },
  )
})

it('the short ways are taken: by one enrollment, on the days of its last period', () => {
  const period = { status: 'approved' as const, span: { from: at(0), to: at(9) } }
  const later = { status: 'approved' as const, span: { from: at(12), to: at(20) } }
  const s = snapshotOf({
    enrollments: [0, 1, 1].map((n, i) => ({
      npi: npis[i === 2 ? 3 : i]!,
      state: undefined,
      ordersOnly: false,
      periods: n === 0 ? [period] : [period, later],
    })),
    reassignments: [
      { from: 0, npi: npis[1], span: { from: at(0) } },
      { from: 0, npi: npis[2], span: { from: at(0) } },
    ],
    stopped: undefined,
    unknownTo: 3,
  })
  const ask = (npi: number, on: number, payee = -2) =>
    heldAtOnce(s, {
      key: npiKey(npis[npi]!),
      on: first + on,
      knownOn: -1,
      ordering: false,
      name: -1,
      payee,
      services: 0,
    }) >= 0
  const [member, group, stranger] = npis.map(npiKey)
  expect([ask(0, 0), ask(0, 9), ask(0, 10), ask(1, 5), ask(1, 15), ask(2, 5), ask(3, 15)]).toEqual([
    ...[true, true, false],
    // Earlier periods, those who are not enrolled and those whom the registry does not know: by the long way.
    ...[false, true, false, false],
  ])
  expect([ask(0, 5, member), ask(0, 5, group), ask(0, 5, stranger)]).toEqual([true, false, false])
  const paid = (payee: number | undefined, on: number) => paidAtOnce(s.payees, payee!, first + on)
  expect([paid(group, 15), paid(group, 5), paid(stranger, 5), paid(member, 5)]).toEqual(['paid', 'ask', 'ask', 'ask'])
})

const days = Array.from({ length: 27 }, (_, i) => first - 1 + i)

it('a period stands where the versions of it say, however many there are and wherever the last is kept', () => {
  fc.assert(
    fc.property(world, (w) => {
      const s = snapshotOf(w)
      for (const npi of npis)
        for (let record = firstRecord(s, npiKey(npi)); record >= 0; record = isLastOfNpi(s, record) ? -1 : record + 1)
          expect(days.map((on) => placeOf(s, record, on, -1))).toEqual(
            days.map((on) => placeOf(s, record, on, first + 100)),
          )
    }),
    { numRuns: 80 },
  )
})

it('the extras of a record are found, few and many', () => {
  const counts = [0, 3, 126, 127, 128, 500, 0, 1]
  const records = new Int32Array((counts.length + 1) * 4)
  const starts = counts.map((_, i) => counts.slice(0, i).reduce((a, b) => a + b, 0) * 2)
  const end = counts.reduce((a, b) => a + b, 0) * 2
  counts.forEach((n, i) => {
    records[i * 4 + 3] = extrasWord(starts[i]!, starts[i]! + n * 2)
  })
  records[counts.length * 4 + 3] = extrasWord(end, end)
  counts.forEach((n, i) => {
    expect([extrasFrom({ records }, i), extrasEnd({ records }, i)]).toEqual([starts[i], starts[i]! + n * 2])
  })
  expect(() => extrasWord(0, 2 ** 27)).toThrow(RangeError)
})
