/** Until when an edition is taken. */
import { expect, test } from 'vitest'
import { day } from '../dates.ts'
import { editionStanding } from './edition-standing.ts'

const known = (until?: string) => ({ inForceOn: day('2018-12-01'), acceptedUntil: until ? day(until) : undefined })

test.each([
  ['05/23', known('2023-10-31'), '2026-11-25', { state: 'current' }],
  ['12/18', known('2026-11-26'), '2026-11-25', { state: 'accepted', until: '2026-11-26' }],
  ['12/18', known('2026-11-25'), '2026-11-25', { state: 'accepted', until: '2026-11-25' }],
  ['12/18', known('2026-11-24'), '2026-11-25', { state: 'over', until: '2026-11-24' }],
  ['12/18', known(), '2026-11-25', { state: 'accepted', until: undefined }],
  ['07/11', undefined, '2026-11-25', { state: 'over', until: undefined }],
])('an application begun on %s, known as %o, on %s', (edition, dates, today, expected) => {
  expect(editionStanding(edition, '05/23', dates, day(today))).toEqual(expected)
})
