import { expect, test } from 'vitest'
import type { RuleResult } from '#use-cases/rules/assess-case.ts'
import { groupedRules } from './grouped-rules.ts'

const said = (rule: RuleResult['rule'], about: string, why: RuleResult['why'] = 'passed'): RuleResult => ({
  rule,
  about,
  why,
  cite: 'a rule',
})

test('one line for a rule and its result, in the order in which they came, and nobody twice', () => {
  const groups = groupedRules([
    said('task', 'A'),
    said('license-board', 'L'),
    said('task', 'B'),
    said('task', 'A'),
    said('task', 'C', 'open'),
  ])
  expect(groups.map((g) => `${g.rule} ${g.why}: ${g.abouts.join()}`)).toEqual([
    'task passed: A,B',
    'license-board passed: L',
    'task open: C',
  ])
})
