import { expect, it } from 'vitest'
import { day } from '../dates.ts'
import { buildSnapshot } from '../eligibility/build-snapshot.ts'
import { dayNumber } from '../eligibility/packing.ts'
import type { EnrollmentRow } from '../eligibility/rows.ts'
import { checkAgain, rowOf } from './again.ts'
import { scanRoster } from './scan.ts'

const on = dayNumber(day('2026-03-01'))
const npi = '2000001000'
const recordOf = (periods: EnrollmentRow['periods']) =>
  buildSnapshot(
    {
      enrollments: [
        {
          npi,
          enrollmentId: 'I20200110000001',
          specialty: '14-08',
          type: 'I',
          name: { last: 'A', first: 'B' },
          periods,
        },
      ],
      registry: [{ npi }],
      orderListLoaded: true,
    },
    { sequence: 1, asOf: day('2026-03-01') },
  )
const known = { knownFrom: day('2020-01-15') }
const before = recordOf([{ status: 'approved', from: day('2020-01-10'), ...known }])
const after = recordOf([
  { status: 'approved', from: day('2020-01-10'), to: day('2026-01-31'), ...known },
  { status: 'deactivated', from: day('2026-02-01'), ...known },
])
const answersOf = (csv: string): string =>
  new TextDecoder().decode(scanRoster(before, on).feed(new TextEncoder().encode(csv)))

it('nothing changed, nothing is told', () => {
  const answers = answersOf(`npi\n${npi}\nx\n`)
  expect(checkAgain(before, on, answers)).toEqual({ answers, differences: [] })
})

it('tells what differs, once an NPI, and keeps rows that could not be read', () => {
  const answers = answersOf(`npi\n${npi}\n"=x"\n${npi}\n`)
  const { answers: now, differences } = checkAgain(after, on, answers)
  expect(differences.map((d) => [d.field, d.was, d.now])).toEqual([
    ['billing', 'yes', 'no'],
    ['reason', 'all-held', 'deactivated'],
    ['status', 'approved', 'deactivated'],
    ['effective_start', '2020-01-10', '2026-02-01'],
    ['revalidation_expected', '2030-01-31', ''],
    ['orders', 'part-b dme home-health power-mobility hospice', ''],
  ])
  expect(now.split('\n')[1]).toBe(answers.split('\n')[1])
  expect(rowOf(now.split('\n')[1]!)).toMatchObject({ line: '3', npi: "'=x", problem: 'not-ten-digits' })
  expect(rowOf(now.split('\n')[2]!)).toMatchObject({ line: '4', billing: 'no' })
  expect(checkAgain(after, on, now).differences).toEqual([])
})
