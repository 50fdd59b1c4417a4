import { describe, expect, it } from 'vitest'
import { day } from '../../dates.ts'
import { giveTime, latestDay } from './more-time.ts'

const request = { sentOn: day('2026-03-01'), dueOn: day('2026-03-31'), items: [] }

describe('more time on a request sent on March 1', () => {
  it.each([
    ['analyst', '2026-03-31', '2026-03-20', 'not-later'],
    ['analyst', '2026-04-01', '2026-03-20', undefined],
    ['analyst', '2026-04-01', '2026-04-02', 'date-in-past'],
    ['analyst', '2026-04-30', '2026-04-02', undefined],
    ['analyst', '2026-05-01', '2026-03-20', 'supervisor-gives'],
    ['supervisor', '2026-05-30', '2026-03-20', undefined],
    ['supervisor', '2026-05-31', '2026-03-20', 'past-the-limit'],
    ['analyst', '2026-05-31', '2026-03-20', 'supervisor-gives'],
  ] as const)('%s gives until %s on %s: %s', (by, until, today, refused) => {
    const given = giveTime(request, day(until), by, day(today))
    expect(given.ok ? given.value.dueOn : given.problem.code).toBe(refused ?? until)
  })
  it('has its longest', () =>
    expect([latestDay(request.sentOn, 'analyst'), latestDay(request.sentOn, 'supervisor')]).toEqual([
      '2026-04-30',
      '2026-05-30',
    ]))
})
