import { describe, expect, it } from 'vitest'
import { day } from '../dates.ts'
import { reportingDeadline } from './reporting-deadline.ts'

describe('42 CFR 424.516', () => {
  it.each([
    ['physician', 'practice-location', '2025-06-01', 30, '2025-07-01'],
    ['physician', 'adverse-legal-action', '2025-06-01', 30, '2025-07-01'],
    ['physician', 'other', '2025-06-01', 90, '2025-08-30'],
    ['physician', 'general-supervision', '2025-06-01', 90, '2025-08-30'],
    ['idtf', 'general-supervision', '2025-06-01', 30, '2025-07-01'],
    ['dmepos-supplier', 'other', '2025-06-01', 30, '2025-07-01'],
    ['hospital', 'ownership-or-control', '2025-06-01', 30, '2025-07-01'],
    ['hospital', 'practice-location', '2023-12-31', 90, '2024-03-30'],
    ['hospital', 'practice-location', '2024-01-01', 30, '2024-01-31'],
  ] as const)('%s, %s on %s: %i days, %s', (type, event, on, days, dueOn) =>
    expect(reportingDeadline(type, event, day(on))).toMatchObject({ days, dueOn, mayBeShorter: false }),
  )

  it('says from 2026 on that a shorter one may be in force', () => {
    expect(reportingDeadline('physician', 'other', day('2026-01-01')).mayBeShorter).toBe(true)
    expect(reportingDeadline('physician', 'other', day('2025-12-31')).mayBeShorter).toBe(false)
  })
  it('grades what it says', () => {
    expect(reportingDeadline('mdpp-supplier', 'coaches', day('2025-06-01')).evidence).toBe('none')
    expect(reportingDeadline('hospital', 'ownership-or-control', day('2025-06-01')).evidence).toBe('C')
  })
})
