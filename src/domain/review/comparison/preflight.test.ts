import { describe, expect, it } from 'vitest'
import type { ComparisonFinding } from './comparison.ts'
import { preflightStanding } from './preflight.ts'

const finding = (f: Partial<ComparisonFinding>): ComparisonFinding => ({
  id: 'x',
  check: 'name',
  field: 'legal-name/1/last',
  ours: 'a',
  verdict: 'same',
  cite: '',
  ...f,
})

describe('what a difference asks before signing', () => {
  it.each<[string, Partial<ComparisonFinding>, string]>([
    ['the same', { verdict: 'same' }, 'settled'],
    ['a source that did not answer', { verdict: 'unavailable' }, 'settled'],
    ['nearly the same', { verdict: 'close' }, 'settled'],
    ['different', { verdict: 'different' }, 'explain'],
    ['excluded', { check: 'exclusion', verdict: 'alert' }, 'stops'],
    ['perhaps excluded', { check: 'exclusion', verdict: 'close' }, 'explain'],
    ['reinstated', { check: 'exclusion', verdict: 'close', note: 'list-match-reinstated' }, 'settled'],
    ['NPI deactivated', { check: 'npi-status', verdict: 'alert', note: 'npi-deactivated' }, 'stops'],
  ])('%s', (_, f, standing) => expect(preflightStanding(finding(f), [finding(f)])).toBe(standing))

  it('asks nothing of a second practice location when the first one is the registry’s', () => {
    const first = finding({ id: 'practice-address:1', check: 'practice-address', verdict: 'close' })
    const second = finding({ id: 'practice-address:2', check: 'practice-address', verdict: 'different' })
    expect(preflightStanding(second, [first, second])).toBe('settled')
    expect(preflightStanding(second, [second])).toBe('explain')
  })
})
