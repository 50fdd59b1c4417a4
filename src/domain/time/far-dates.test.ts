import { expect, test } from 'vitest'
import { day } from '../dates.ts'
import { nearAndFar } from './far-dates.ts'

const today = day('2026-11-25')
const on = (...days: string[]) => days.map((d) => ({ on: day(d) }))
const years = on(...Array.from({ length: 11 }, (_, i) => `${2028 + i}-01-31`))

test.each([
  ['few dates stand open, however far', on('2026-12-01', '2031-01-31'), 2, 0],
  ['many far ones are folded', [...on('2026-12-01'), ...years], 1, 11],
  ['what is past stays open', [...on('2026-01-01'), ...years], 1, 11],
  ['thirteen months to the day stand open, one more does not', [...on('2027-12-25', '2027-12-26'), ...years], 1, 12],
  ['when nothing is near, all stands open', years, 11, 0],
  ['nothing', [], 0, 0],
] as const)('%s', (_, items, near, far) => {
  const split = nearAndFar(items, today)
  expect([split.near.length, split.far.length]).toEqual([near, far])
})
