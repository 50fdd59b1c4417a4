import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressFault, isPublicAddress, mayConnect } from './safe-address.ts'

test.each([
  ['https://hooks.example.com/a', undefined],
  ['https://8.8.8.8/', undefined],
  ['http://hooks.example.com/a', 'not-https'],
  ['ftp://hooks.example.com', 'not-https'],
  ['nonsense', 'not-a-url'],
  ['https://user:secret@hooks.example.com', 'with-credentials'],
  ['https://localhost/', 'not-public'],
  ['https://a.localhost/', 'not-public'],
  ['https://intranet/', 'not-public'],
  ['https://127.0.0.1/', 'not-public'],
  ['https://2130706433/', 'not-public'],
  ['https://0x7f.1/', 'not-public'],
  ['https://169.254.169.254/latest/meta-data', 'not-public'],
  ['https://10.0.0.5/', 'not-public'],
  ['https://[::1]/', 'not-public'],
  ['https://[::ffff:10.0.0.1]/', 'not-public'],
  ['https://[64:ff9b::a00:1]/', 'not-public'],
  ['https://[fd00::1]/', 'not-public'],
  ['https://100.64.0.1/', 'not-public'],
  ['https://0.0.0.0/', 'not-public'],
])('%s: %s', (url, fault) => {
  expect(addressFault(url, false)).toBe(fault)
})

test('loopback is for demonstrations, and nothing else inside is', () => {
  expect(addressFault('http://127.0.0.1:9000/x', true)).toBeUndefined()
  expect(addressFault('http://localhost:9000/x', true)).toBeUndefined()
  expect(addressFault('http://10.0.0.1/x', true)).toBe('not-https')
  expect(addressFault('https://10.0.0.1/x', true)).toBe('not-public')
  expect(mayConnect('localhost', '127.0.0.1', true)).toBe(true)
  expect(mayConnect('localhost', '127.0.0.1', false)).toBe(false)
  expect(mayConnect('hooks.example.com', '127.0.0.1', true)).toBe(false)
})

test('nothing of the private ranges is public, however it is wrapped', () => {
  const inside = fc.oneof(
    fc.tuple(fc.constant(10), fc.nat(255), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(127), fc.nat(255), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(169), fc.constant(254), fc.nat(255), fc.nat(255)),
  )
  fc.assert(
    fc.property(inside, (parts) => {
      const address = parts.join('.')
      return (
        !isPublicAddress(address) && !isPublicAddress(`::ffff:${address}`) && !isPublicAddress(`64:ff9b::${address}`)
      )
    }),
  )
})
