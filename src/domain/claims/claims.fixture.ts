/** A small record against which claims are judged in tests: a clinic, people who work for it, and some who do not. */
import { day } from '../dates.ts'
import { buildSnapshot } from '../eligibility/build-snapshot.ts'
import type { EnrollmentRow } from '../eligibility/rows.ts'
import { withCheckDigit } from '../identifiers/npi.ts'
import type { PlannedFile, PlannedProvider } from './synthetic-837.ts'

const npi = (n: number): string => withCheckDigit(`20000${String(n).padStart(4, '0')}`)
const known = { knownFrom: day('2020-01-01') }
const person = (n: number, last: string, first: string): PlannedProvider => ({ npi: npi(n), last, first })

export const clinic: PlannedProvider = { npi: npi(1), last: 'PRAIRIE CLINIC' }
export const ada = person(2, 'VEGA', 'ADA')
export const bob = person(3, 'STONE', 'BOB')
export const orla = person(4, 'ORR', 'ORLA')
export const lateClinic: PlannedProvider = { npi: npi(5), last: 'LATE CLINIC' }
export const nobody = person(6, 'NOBODY', 'NED')
export const wrongDigit = person(7, 'WRONG', 'WILL')
export const badNpi: PlannedProvider = {
  ...wrongDigit,
  npi: `${wrongDigit.npi.slice(0, 9)}${(Number(wrongDigit.npi[9]) + 1) % 10}`,
}

const row = (p: PlannedProvider, n: number, from: string, more: Partial<EnrollmentRow> = {}): EnrollmentRow => ({
  npi: p.npi,
  enrollmentId: `${p.first ? 'I' : 'O'}2020010100000${n}`,
  specialty: '14-08',
  type: p.first ? 'I' : 'O',
  name: p.first ? { last: p.last, first: p.first } : { organization: p.last },
  periods: [{ status: 'approved', from: day(from), ...known }],
  ...more,
})

export const record = buildSnapshot(
  {
    enrollments: [
      row(clinic, 1, '2020-01-01'),
      row(ada, 2, '2020-01-01', { orderRefer: ['part-b', 'dme', 'home-health'] }),
      row(bob, 3, '2020-01-01'),
      row(orla, 4, '2020-01-01', { orderRefer: ['part-b', 'dme', 'power-mobility'], ordersOnly: true }),
      row(lateClinic, 5, '2026-05-01'),
    ],
    reassignments: [
      { fromEnrollmentId: 'I20200101000002', toEnrollmentId: 'O20200101000001', from: day('2021-01-01'), ...known },
    ],
    registry: [clinic, ada, bob, orla, lateClinic, nobody].map((p) => ({ npi: p.npi })),
    orderListLoaded: true,
  },
  { sequence: 3, asOf: day('2026-06-01') },
  { shared: false },
)

/** One claim of the clinic that is sound in every way. */
export const soundFile: PlannedFile = {
  kind: 'professional',
  madeOn: day('2026-04-01'),
  batches: [
    {
      billing: clinic,
      claims: [
        { number: 'SOUND1', cents: 12_500, days: [day('2026-03-01')], providers: { rendering: ada, referring: orla } },
      ],
    },
  ],
}
