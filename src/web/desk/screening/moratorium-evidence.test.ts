import { expect, it } from 'vitest'
import { day } from '#domain/dates.ts'
import { en } from '#words/index.ts'
import { moratoriumRows } from './moratorium-evidence.ts'

const inForce = {
  supplierType: 'home-health-agency',
  state: 'OH',
  from: day('2026-05-13'),
  cite: '42 CFR 424.570',
  evidence: 'none',
} as const
const said = (e: Parameters<typeof moratoriumRows>[0]) => moratoriumRows(e, en).map((r) => r.value)
const { moratoriumNone, moratoriumSpared } = en.desk.screening.match

it('says that none is in force only where none is', () => {
  expect(said({ moratoria: [] })).toEqual([moratoriumNone])
  expect(said({ moratoria: [], isSpared: true })).toEqual([moratoriumSpared])
  expect(said({ moratoria: [inForce], newLocations: ['77 Second Street, Dayton'] })).toEqual([
    expect.stringContaining('May 13, 2026'),
    '77 Second Street, Dayton',
  ])
})
