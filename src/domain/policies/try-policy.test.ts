import { describe, expect, it } from 'vitest'
import { day } from '../dates.ts'
import { type ScreeningFacts, screeningLevel } from '../review/screening/screening-level.ts'
import type { PastCheck, PastFile } from '../rules/judge-past.ts'
import { placeOf } from './desk-policy.ts'
import { tryPolicy } from './try-policy.ts'

const check = (c: Partial<PastCheck>): PastCheck => ({
  kind: 'exclusion',
  subject: 'applicant',
  outcome: 'clear',
  disposition: undefined,
  source: undefined,
  sourceAsOf: undefined,
  ranOn: day('2026-11-25'),
  ...c,
})
const file = (...checks: readonly PastCheck[]): PastFile => ({
  id: 'f',
  trackingNumber: 'F',
  status: 'in-review',
  receivedOn: day('2026-11-20'),
  signedOn: day('2026-11-20'),
  checks,
})
const leveled = (supplierType: ScreeningFacts['supplierType'], elevations: ScreeningFacts['elevations'] = []) => {
  const level = screeningLevel({ supplierType, occasion: 'initial', on: day('2026-11-20'), elevations })
  return file(check({ kind: 'screening-level', level, leveled: { supplierType, occasion: 'initial', level } }))
}
const came = (...a: Parameters<typeof tryPolicy>) => tryPolicy(...a)?.map((d) => [d.before, d.after])

describe('of past files', () => {
  const asked = file(check({ source: 'sam', sourceAsOf: day('2026-11-05') }))
  it.each([
    ['an older list that still counts', { freshDays: 20, required: true }, []],
    ['one that would not', { freshDays: 19, required: true }, [['answered', 'unavailable']]],
  ])('%s', (_, policy, differ) => expect(came('lists', 'sam', policy, [asked])).toEqual(differ))
  it('another list says nothing', () =>
    expect(came('lists', 'leie', { freshDays: 1, required: true }, [asked])).toEqual([]))
  it('a list that was never loaded is asked only where it is required', () => {
    const never = file(check({ source: 'sam', outcome: 'unavailable' }))
    expect(came('lists', 'sam', { freshDays: 45, required: false }, [never])).toEqual([['unavailable', 'answered']])
  })
  it('a type is screened otherwise', () => {
    const value = { first: 'high', later: 'moderate', cite: '91 FR 1' } as const
    expect(came('levels', 'idtf', value, [leveled('idtf'), leveled('physician')])).toEqual([['moderate', 'high']])
  })
  it('what no longer raises leaves the level of the type', () => {
    const value = { raises: false, cite: '91 FR 1' }
    const files = [leveled('physician', ['after-moratorium']), leveled('idtf', ['oig-exclusion'])]
    expect(came('elevations', 'after-moratorium', value, files)).toEqual([['high', 'limited']])
  })
  const sought = (
    county: string | undefined,
    bars: readonly string[],
    occasion: 'initial' | 'revalidation' = 'initial',
  ) =>
    file(
      check({
        kind: 'moratorium',
        moratorium: {
          asked: { supplierType: 'hospice', state: 'FL', ...(county && { county }) },
          bars: bars.map((b) => placeOf(b)!),
        },
      }),
      check({ leveled: { ...leveled('hospice').checks[0]!.leveled!, occasion } }),
    )
  it.each([
    ['bars who newly enrolls in the place', 'hospice.FL', true, sought(undefined, []), [['not-barred', 'barred']]],
    ['bars where the county was not said', 'hospice.FL.DADE', true, sought(undefined, []), [['not-barred', 'barred']]],
    ['bars in the county', 'hospice.FL.DADE', true, sought('Dade', []), [['not-barred', 'barred']]],
    ['leaves another county', 'hospice.FL.DADE', true, sought('Leon', []), []],
    ['leaves another state', 'hospice.TX', true, sought(undefined, []), []],
    ['leaves who is enrolled already', 'hospice.FL', true, sought(undefined, [], 'revalidation'), []],
    ['that stood already changes nothing', 'hospice.FL', true, sought(undefined, ['hospice.FL']), []],
    ['that ends lets in', 'hospice.FL', false, sought(undefined, ['hospice.FL']), [['barred', 'not-barred']]],
    [
      'that ends leaves what another barred',
      'hospice.FL',
      false,
      sought('Dade', ['hospice.FL', 'hospice.FL.DADE']),
      [],
    ],
  ] as const)('a moratorium %s', (_, key, stands, past, differ) =>
    expect(came('moratoria', key, { stands, cite: 'x' }, [past])).toEqual(differ),
  )
  it('what was off cannot be told', () => {
    expect(came('elevations', 'oig-exclusion', { raises: true, cite: 'x' }, [asked])).toBeUndefined()
  })
})
