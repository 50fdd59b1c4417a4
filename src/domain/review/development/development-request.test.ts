import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '../../dates.ts'
import type { Result } from '../../result.ts'
import {
  answerItem,
  type DevelopmentItem,
  type DevelopmentRequest,
  daysLeft,
  extend,
  isAnswered,
  isOverdue,
  openDevelopmentRequest,
  openItems,
  reminderDays,
  reminderToSend,
} from './development-request.ts'

const items: readonly DevelopmentItem[] = [
  { id: 'a', field: 'license.number', itemId: '1', kind: 'document', asks: 'Send the license.' },
  { id: 'b', field: 'identity.last', kind: 'correct', asks: 'The registry has another name.' },
]
const take = <T>(r: Result<T>): T => {
  if (!r.ok) throw new Error(r.problem.code)
  return r.value
}
const request = take(openDevelopmentRequest(items, new Date('2026-03-02T04:30:00Z'), 'America/Chicago'))

describe('the thirty days', () => {
  it('count from the civil day in the contractor’s zone', () => {
    expect(request).toMatchObject({ sentOn: '2026-03-01', dueOn: '2026-03-31' })
    expect(take(openDevelopmentRequest(items, new Date('2026-03-02T04:30:00Z'), 'America/New_York')).dueOn).toBe(
      '2026-03-31',
    )
    expect(take(openDevelopmentRequest(items, new Date('2026-03-02T05:30:00Z'), 'America/New_York')).dueOn).toBe(
      '2026-04-01',
    )
  })
  it.each([
    ['2026-03-01', 30, false],
    ['2026-03-31', 0, false],
    ['2026-04-01', -1, true],
  ])('on %s: %i days left, overdue %s', (today, left, overdue) => {
    expect(daysLeft(request, day(today))).toBe(left)
    expect(isOverdue(request, day(today))).toBe(overdue)
  })
  it('may be made longer, not shorter', () => {
    expect(take(extend(request, day('2026-04-15'))).dueOn).toBe('2026-04-15')
    expect(extend(request, day('2026-03-30')).ok).toBe(false)
  })
})

describe('items', () => {
  it('are needed, and each asks something', () => {
    expect(openDevelopmentRequest([], new Date(0), 'UTC')).toMatchObject({
      ok: false,
      problem: { code: 'items-needed' },
    })
    expect(openDevelopmentRequest([{ ...items[0]!, asks: ' ' }], new Date(0), 'UTC')).toMatchObject({
      ok: false,
      problem: { code: 'required', at: 'a' },
    })
  })
  it('are answered one by one; a partial answer keeps the rest open', () => {
    const partly = take(answerItem(request, 'a', day('2026-03-05')))
    expect(openItems(partly).map((i) => i.id)).toEqual(['b'])
    expect(isOverdue(partly, day('2026-04-01'))).toBe(true)
    const whole = take(answerItem(partly, 'b', day('2026-03-06')))
    expect(isAnswered(whole)).toBe(true)
    expect(isOverdue(whole, day('2026-04-01'))).toBe(false)
    expect(answerItem(request, 'z', day('2026-03-05')).ok).toBe(false)
  })
})

describe('reminders', () => {
  it('fall 21, 7 and 2 days before the last day', () => {
    expect(reminderDays(request)).toEqual(['2026-03-10', '2026-03-24', '2026-03-29'])
  })
  it('are sent once each, on a run every day', () => {
    const sent: Day[] = []
    for (let today = request.sentOn; today <= day('2026-04-10'); today = addDays(today, 1)) {
      if (reminderToSend(request, today, sent.at(-1))) sent.push(today)
    }
    expect(sent).toEqual(['2026-03-10', '2026-03-24', '2026-03-29'])
  })
  it('after a pause only the latest is sent; none once all is answered', () => {
    expect(reminderToSend(request, day('2026-03-26'), undefined)).toBe('2026-03-24')
    const done: DevelopmentRequest = { ...request, items: items.map((i) => ({ ...i, answeredOn: day('2026-03-02') })) }
    expect(reminderToSend(done, day('2026-03-26'), undefined)).toBeUndefined()
  })
})
