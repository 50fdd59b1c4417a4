import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, day } from '../../dates.ts'
import { type ClockTask, serviceClock } from './service-clock.ts'

const zone = 'America/Chicago'
const received = day('2026-11-02')
const at = (n: number) => new Date(`${addDays(received, n)}T18:00:00Z`)
const line = (event: string, n: number) => ({ event, at: at(n) })
const submit = line('submit', 0)
const visit = (from: number, to?: number): ClockTask => ({
  kind: 'site-visit',
  openedAt: at(from),
  closedAt: to === undefined ? undefined : at(to),
})
const ask = line('request-development', 3)
const answer = line('answer-development', 10)

it.each([
  ['nobody has moved', [submit], [], 5, ['running', 5, 0, undefined]],
  ['a note moves nothing', [submit, line('note', 2)], [], 5, ['running', 5, 0, undefined]],
  ['the provider has to answer', [submit, ask], [], 8, ['paused', 3, 5, 'provider']],
  ['the provider answered', [submit, ask, answer], [], 12, ['running', 5, 7, undefined]],
  ['kept for its window', [line('submit-early', 0)], [], 9, ['paused', 0, 9, 'calendar']],
  [
    'taken up when its window opened',
    [line('submit-early', -40), line('take-up', 0)],
    [],
    6,
    ['running', 6, 0, undefined],
  ],
  ['taken up before', [line('submit-early', 0), line('process-early', 4)], [], 9, ['running', 5, 4, undefined]],
  ['a site visit is open', [submit], [visit(2)], 6, ['paused', 2, 4, 'site-visit']],
  [
    'visit and answer at the same time count once',
    [submit, ask, answer],
    [visit(5, 12)],
    14,
    ['running', 5, 9, undefined],
  ],
  ['a task of the desk itself', [submit], [{ ...visit(2), kind: 'other' }], 6, ['running', 6, 0, undefined]],
  ['decided', [submit, ask, answer, line('deny', 11)], [], 30, ['stopped', 4, 7, undefined]],
  [
    'opened again on appeal',
    [submit, line('deny', 4), line('reopen-on-appeal', 9)],
    [],
    10,
    ['running', 10, 0, undefined],
  ],
] as const)('%s', (_, lines, tasks, today, [state, days, pausedDays, why]) => {
  const clock = serviceClock(received, lines, tasks, addDays(received, today), zone)
  expect(clock).toEqual({ state, days, pausedDays, why })
})

it('never counts more days than there were', () => {
  const tasks = fc.array(fc.tuple(fc.nat(40), fc.nat(40)).map(([a, n]) => visit(a, a + n)))
  fc.assert(
    fc.property(tasks, fc.nat(60), (list, today) => {
      const c = serviceClock(received, [submit], list, addDays(received, today), zone)
      expect(c.days).toBeGreaterThanOrEqual(0)
      expect(c.days + c.pausedDays).toBe(today)
    }),
  )
})
