/** What is said to last does last: every day of it, asked by itself, has the same answer. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, type Day, day } from '../dates.ts'
import { buildSnapshot } from '../eligibility/build-snapshot.ts'
import { withChanges } from '../eligibility/changes.ts'
import { decideLink } from '../eligibility/decide.ts'
import { dayNumber, npiKey } from '../eligibility/packing.ts'
import type { EnrollmentRow } from '../eligibility/rows.ts'
import { newQuestion, RememberedLinks } from './remembered-links.ts'

const npis = ['2000001000', '2000001117', '2000001224'] as const
const version = { sequence: 1, asOf: day('2024-12-31') }
const known = { knownFrom: day('2024-01-01') }
const at = (n: number): Day => addDays(day('2024-01-01'), n)

const spans = fc
  .array(fc.record({ gap: fc.nat(3), length: fc.integer({ min: 1, max: 40 }) }), { maxLength: 3 })
  .map((list) => {
    let next = 0
    return list.map(({ gap, length }) => {
      const from = next + gap
      next = from + length
      return { from: at(from), to: at(next - 1) }
    })
  })
const enrollment = fc.record({
  npi: fc.constantFrom(...npis),
  spans,
  status: fc.constantFrom('approved' as const, 'approved' as const, 'deactivated' as const),
  ordersOnly: fc.constantFrom(false, false, true),
  last: fc.constantFrom('A', 'B'),
})
const stopped = fc.option(fc.nat(20), { nil: undefined, freq: 1 })
const question = fc.record({
  npi: fc.constantFrom(...npis),
  payee: fc.option(fc.constantFrom(...npis), { nil: undefined }),
  ordering: fc.boolean(),
  on: fc.nat(30),
})

it('every day for which an answer is said to last has that answer', () => {
  const shape = fc.record({
    enrollments: fc.array(enrollment, { minLength: 1, maxLength: 5 }),
    reassigned: fc.array(fc.record({ from: fc.nat(4), to: fc.constantFrom(...npis), spans }), { maxLength: 4 }),
    stopped: fc.tuple(stopped, stopped, stopped),
    listed: fc.boolean(),
    laidOver: fc.boolean(),
    questions: fc.array(question, { minLength: 1, maxLength: 12 }),
  })
  let long = 0
  fc.assert(
    fc.property(shape, (g) => {
      const enrollments: readonly EnrollmentRow[] = g.enrollments.map((e, i) => ({
        npi: e.npi,
        enrollmentId: `I20200101${String(i).padStart(6, '0')}`,
        specialty: '14-08',
        type: 'I',
        name: { last: e.last, first: 'C' },
        ordersOnly: e.ordersOnly,
        periods: e.spans.map((s) => ({ ...s, status: e.status, ...known })),
      }))
      const reassignments = g.reassigned.flatMap((r) => {
        const row = enrollments[r.from]
        return row ? r.spans.map((s) => ({ fromEnrollmentId: row.enrollmentId, toNpi: r.to, ...s, ...known })) : []
      })
      const registry = npis.map((npi, i) => {
        const n = g.stopped[i]
        return { npi, ...(n !== undefined && { deactivatedOn: at(n), reactivatedOn: at(n + 4) }) }
      })
      const listed = g.listed
        ? [{ npi: npis[0], name: { last: 'A', first: 'C' }, orderRefer: ['part-b' as const] }]
        : []
      const rows = { reassignments, registry, listed, orderListLoaded: true }
      const snapshot = g.laidOver
        ? withChanges(
            buildSnapshot({ ...rows, reassignments: [], enrollments: [] }, version),
            { npis, enrollments, reassignments },
            version,
          )
        : buildSnapshot({ ...rows, enrollments }, version)
      const links = new RememberedLinks(snapshot)
      for (const q of g.questions) {
        const ask = newQuestion()
        ask.key = npiKey(q.npi)
        ask.ordering = q.ordering
        ask.services = q.ordering ? 1 : 0
        ask.payee = q.payee === undefined || q.ordering ? -2 : npiKey(q.payee)
        const first = dayNumber(at(q.on))
        for (const last of [first, first + 3, first + 15]) {
          ask.on = first
          if (!links.holds(ask, last)) continue
          if (last > first) long++
          for (ask.on = first; ask.on <= last; ask.on++) expect(decideLink(snapshot, ask)).toBe('all-held')
        }
        ask.on = first
        expect(links.of(ask)).toBe(decideLink(snapshot, ask))
      }
    }),
    { numRuns: 400 },
  )
  expect(long).toBeGreaterThan(50)
})
