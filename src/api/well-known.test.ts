import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { wellKnown } from './well-known.ts'

const app = (demo: boolean) => {
  const server = Fastify()
  const helpDesk = { phone: '(800) 555-0100', email: 'help@enroll.example', hours: 'always' }
  const site = { product: 'P', agency: 'A', origin: 'https://enroll.example', demo, helpDesk }
  wellKnown({ site, clock: { now: () => new Date('2026-05-01T12:00:00Z') } })(server)
  return server
}
const said = async (path: string, demo = false) => (await app(demo).inject(path)).body

test('search engines keep out of a demonstration, and elsewhere out of answers for programs', async () => {
  expect(await said('/robots.txt', true)).toBe('User-agent: *\nDisallow: /\n')
  expect(await said('/robots.txt')).toContain('Disallow: /api/\n')
  expect(await said('/robots.txt')).not.toContain('Disallow: /\n')
})
test('whoever finds a hole learns whom to tell, for less than a year', async () => {
  expect(await said('/.well-known/security.txt')).toBe(
    'Contact: mailto:help@enroll.example\nExpires: 2026-10-28T12:00:00Z\nPreferred-Languages: en\n' +
      'Canonical: https://enroll.example/.well-known/security.txt\n',
  )
})
test.each([
  ['/favicon.ico', '/assets/icon.svg'],
  ['/.well-known/change-password', '/account/password'],
])('%s leads to %s', async (from, to) => {
  const answer = await app(false).inject(from)
  expect([answer.statusCode, answer.headers.location]).toEqual([302, to])
})
