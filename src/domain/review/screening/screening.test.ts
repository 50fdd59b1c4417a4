import { describe, expect, it } from 'vitest'
import type { ComparisonFinding } from '../comparison/comparison.ts'
import {
  type CheckState,
  dispositions,
  dispositionsOf,
  inReadingOrder,
  openChecks,
  outcomeOf,
  outcomes,
} from './screening.ts'

const required = [
  { kind: 'name', subject: 'practitioner' },
  { kind: 'exclusion', subject: 'practitioner' },
] as const
const check = (kind: CheckState['kind'], outcome: CheckState['outcome'], disposition?: CheckState['disposition']) => ({
  kind,
  subject: 'practitioner',
  outcome,
  disposition,
})

describe('what keeps an application from being recommended', () => {
  it.each([
    ['nothing ran', [], ['missing', 'missing']],
    ['all clear', [check('name', 'same'), check('exclusion', 'clear')], []],
    ['a list was not there', [check('name', 'same'), check('exclusion', 'unavailable')], ['unavailable']],
    ['a hit nobody judged', [check('name', 'same'), check('exclusion', 'possible')], ['disposition']],
    ['a hit that is somebody else', [check('name', 'same'), check('exclusion', 'match', 'not-the-same')], []],
    ['a hit that is the person', [check('name', 'same'), check('exclusion', 'match', 'is-the-party')], ['stops']],
    ['a difference to be mended', [check('name', 'different', 'to-correct'), check('exclusion', 'clear')], ['stops']],
    ['an accepted difference', [check('name', 'different', 'acceptable'), check('exclusion', 'clear')], []],
  ] as const)('%s', (_, current, why) => {
    expect(openChecks(required, current).map((o) => o.why)).toEqual(why)
  })
  it('judges every hit, not only the first', () => {
    const hits = [check('exclusion', 'possible', 'not-the-same'), check('exclusion', 'possible')]
    expect(openChecks([], hits)).toHaveLength(1)
  })
})

describe('what a finding comes to', () => {
  const finding = (
    verdict: ComparisonFinding['verdict'],
    note?: ComparisonFinding['note'],
    check: ComparisonFinding['check'] = 'name',
  ): ComparisonFinding => ({ id: check, check, field: 'a/1/b', ours: 'x', verdict, cite: '', ...(note && { note }) })

  it('tells a source that holds nothing from a source that was not there', () => {
    expect(outcomeOf(finding('unavailable', 'registry-has-none'))).toBe('recorded')
    expect(outcomeOf(finding('unavailable'))).toBe('unavailable')
    expect(outcomeOf(finding('unavailable', 'crosswalk-not-loaded'))).toBe('unavailable')
    expect(outcomeOf(finding('alert', 'npi-deactivated'))).toBe('different')
  })
  it('excuses a second location when the first is the one that the registry has', () => {
    const second = finding('different', undefined, 'practice-address')
    expect(outcomeOf(second, [finding('same', undefined, 'practice-address'), second])).toBe('recorded')
    expect(outcomeOf(second, [second])).toBe('different')
  })
})

it('every finding that needs a person has a way on and a way to stop', () => {
  for (const outcome of outcomes) {
    const possible = dispositionsOf(outcome)
    if (possible.length > 0) expect(possible.map((d) => dispositions[d].stops).sort()).toEqual([false, true])
  }
})

it('puts first what a person has to look at', () => {
  const checks = [check('name', 'same'), check('exclusion', 'match', 'not-the-same'), check('license', 'different')]
  expect(inReadingOrder(checks).map((c) => c.kind)).toEqual(['license', 'exclusion', 'name'])
})
