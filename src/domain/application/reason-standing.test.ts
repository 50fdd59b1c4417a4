/** What may be filed about a record that stands so. */
import { expect, test } from 'vitest'
import { enrollmentStatusNames } from '../enrollment/enrollment.ts'
import { beginsFrom, reasonsNow } from './reason-standing.ts'
import { applicationReasons } from './reasons.ts'

test.each([
  ['CMS-855I', 'approved', 'reactivation', false],
  ['CMS-855I', 'approved', 'revalidation', true],
  ['CMS-855I', 'deactivated', 'reactivation', true],
  ['CMS-855I', 'deactivated', 'change', false],
  ['CMS-855I', 'deactivated', 'withdrawal', true],
  ['CMS-855A', 'stayed', 'change', true],
  ['CMS-855A', 'withdrawn', 'ownership-seller', false],
  ['OPT-OUT', 'opted-out', 'opt-out-renewal', true],
  ['OPT-OUT', 'withdrawn', 'opt-out-renewal', false],
] as const)('%s, %s: %s %s', (form, status, reason, offered) => {
  expect(reasonsNow(form, status).includes(reason)).toBe(offered)
})

test('a revoked enrollment takes nothing, and every later reason begins from some standing', () => {
  for (const form of ['CMS-855A', 'CMS-855I', 'OPT-OUT']) expect(reasonsNow(form, 'revoked')).toEqual([])
  const never = applicationReasons.filter((r) => !enrollmentStatusNames.some((s) => beginsFrom(r, s)))
  expect(never).toEqual(['initial'])
})
