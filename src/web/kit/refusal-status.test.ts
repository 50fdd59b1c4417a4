import { expect, test } from 'vitest'
import { refusalStatus } from './refusal-status.ts'

test.each([
  ['nothing wrong', [], { status: 200 }],
  ['something to correct', [{ code: 'required', at: 'name' }], { status: 422 }],
  ['too many tries', [{ code: 'too-many-tries', with: { minutes: 7 } }], { status: 429, retryAfter: 420 }],
  ['too many tries, for an unknown time', [{ code: 'too-many-tries' }], { status: 429, retryAfter: 60 }],
  ['too much at once', [{ code: 'busy' }], { status: 503, retryAfter: 5 }],
  [
    'both: the longer wait is said',
    [{ code: 'busy' }, { code: 'too-many-tries', with: { minutes: 2 } }],
    { status: 429, retryAfter: 120 },
  ],
] as const)('%s', (_, problems, expected) => {
  expect(refusalStatus(problems)).toEqual(expected)
})
