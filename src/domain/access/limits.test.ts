import { describe, expect, it } from 'vitest'
import { limits, minutesUntil, networkOf } from './limits.ts'

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s counts as %s', (ip, network) => expect(networkOf(ip)).toBe(network))
})

it('says a wait in whole minutes, never none', () => {
  const now = new Date('2026-05-01T12:00:00Z')
  expect(minutesUntil(new Date('2026-05-01T12:14:01Z'), now)).toBe(15)
  expect(minutesUntil(now, now)).toBe(1)
})

it('has no limit that locks on its first try, which the counter could not express', () => {
  for (const limit of Object.values(limits)) expect(limit.tries).toBeGreaterThan(1)
})
