import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assurance,
  type Holder,
  type Method,
  type MethodsHeld,
  maskContact,
  mayAdd,
  methods,
  methodsInForce,
  mustAdd,
  strongestHeld,
  usable,
  usableAfterReset,
  usableToEnter,
  waysIn,
} from './assurance.ts'
import { homePath, localPath } from './local-path.ts'
import { contextWords, passwordProblem } from './password.ts'
import { parseUserId } from './user-id.ts'

describe('a user id', () => {
  it.each([
    ['Rosa.Vega', 'rosa.vega'],
    [' rosa_vega1 ', 'rosa_vega1'],
    ['ＲＯＳＡvega', 'rosavega'],
  ])('%s is stored as %s', (typed, stored) => expect(parseUserId(typed)).toEqual({ ok: true, value: stored }))
  it.each(['rosa', '1rosavega', 'rosа.vega', 'rosa vega', 'a'.repeat(41), 'rosa@vega'])('%s is refused', (typed) =>
    expect(parseUserId(typed)).toMatchObject({ problem: { code: 'user-id-shape' } }),
  )
})

describe('a password', () => {
  const strong = () => ({ score: 4, common: false })
  const about = ['Rosa Vega', 'rosa.vega', 'rosa@vega-clinic.example']
  const code = (p: string, strength: typeof strong = strong) => passwordProblem(p, about, strength)?.code
  it('has 12 to 128 characters, counted as people count', () => {
    expect(code('elevenchars')).toBe('password-short')
    expect(code('twelve chars')).toBeUndefined()
    expect(code('🐎'.repeat(12))).toBeUndefined()
    expect(code('x'.repeat(129))).toBe('password-long')
  })
  it('does not live on names, the user id, the address or words of the site', () => {
    expect(code('Medicare2026!')).toBe('password-context')
    expect(code('rosa.vega2026')).toBe('password-context')
    expect(code('rosa.vega tunnel lantern')).toBeUndefined()
    expect(contextWords(about)).toEqual(expect.arrayContaining(['rosa', 'vega', 'clinic', 'medicare']))
  })
  it('is not on the lists and not weak', () => {
    expect(code('tunnel lantern', () => ({ score: 4, common: true }))).toBe('password-common')
    expect(code('tunnel lantern', () => ({ score: 2, common: false }))).toBe('password-weak')
  })
})

describe('which ways are allowed', () => {
  const site = { configured: ['app', 'email'], carried: ['passkey', 'app', 'email'], fixed: false } as const
  it.each<[string, unknown, boolean, readonly Method[]]>([
    ['nothing was chosen', undefined, false, ['app', 'email']],
    ['administrators chose', ['passkey', 'app'], false, ['passkey', 'app']],
    ['the configuration is fixed', ['passkey'], true, ['app', 'email']],
    ['the choice names what cannot be carried', ['phone', 'passkey'], false, ['passkey']],
    ['nothing of the choice can be carried', ['phone', 'voice'], false, ['app', 'email']],
    ['what is stored is no list', 'app', false, ['app', 'email']],
  ])('%s', (_, stored, fixed, expected) => expect(methodsInForce({ ...site, fixed }, stored)).toEqual(expected))
})

describe('ways to verify', () => {
  const since = new Date('2026-01-01T00:00:00Z')
  const all: MethodsHeld = {
    holder: 'anyone',
    passkeys: [{ id: '0', label: 'laptop', since }],
    apps: [{ id: '1', label: 'x', since }],
    phones: [{ id: '2', value: '3125550142', since }],
    emails: [{ id: '3', value: 'rosa@example.org', since }],
    recoveryCodesLeft: 3,
  }
  it('offers the best first', () =>
    expect(usable(all)).toEqual(['passkey', 'app', 'phone', 'voice', 'email', 'recovery-code']))
  const bare: MethodsHeld = {
    holder: 'anyone',
    passkeys: [],
    apps: [],
    phones: [],
    emails: all.emails,
    recoveryCodesLeft: 10,
  }
  it.each<[Holder, readonly Method[]]>([
    ['anyone', methods],
    ['staff', ['passkey', 'app']],
    ['phishing-resistant', ['passkey']],
  ])('for %s are %j', (holder, ways) => {
    expect(usable({ ...all, holder })).toEqual(ways)
    expect(mayAdd({ ...bare, holder }, 'phone')).toBe(holder === 'anyone')
  })
  it('are no more than the installation allows', () => {
    expect(usable(all, ['email', 'app'])).toEqual(['app', 'email'])
    expect(mayAdd(bare, 'passkey', ['app'])).toBe(false)
    expect(waysIn(all, ['email'])).toBe(1)
  })
  it('that are switched off let in whoever holds nothing else, to add one that is not', () => {
    expect(mustAdd(all, ['app'])).toBe(false)
    expect(usableToEnter(all, ['app'])).toEqual(['app'])
    expect(mustAdd(bare, ['passkey', 'app'])).toBe(true)
    expect(usableToEnter(bare, ['passkey', 'app'])).toEqual(['email', 'recovery-code'])
    expect(usableAfterReset(bare, 'code', ['passkey'])).toEqual(['email', 'recovery-code'])
    // People of staff never by what staff may not use at all.
    expect(usableToEnter({ ...bare, holder: 'staff' }, ['passkey', 'app'])).toEqual([])
  })
  it('count a phone once, and recovery codes not at all', () => {
    expect(waysIn(all)).toBe(4)
    expect(waysIn({ ...bare, emails: [] })).toBe(0)
  })
  it('are worth what NIST says: a mailbox is no second factor, only a passkey withstands phishing', () => {
    expect(methods.filter((m) => assurance[m].aal === 1)).toEqual(['email'])
    expect(methods.filter((m) => assurance[m].phishingResistant)).toEqual(['passkey'])
    expect([strongestHeld(bare), strongestHeld(all), strongestHeld(all, ['email'])]).toEqual([1, 2, 1])
  })
  it('does not count the channel of a reset twice', () => {
    expect(usableAfterReset(all, 'link')).toEqual(['passkey', 'app', 'phone', 'voice', 'recovery-code'])
    expect(usableAfterReset(all, 'code')).toEqual(['passkey', 'app', 'email', 'recovery-code'])
  })
  it('hides most of an address', () => {
    expect(maskContact('3125550142')).toBe('••• ••• 0142')
    expect(maskContact('rosa@example.org')).toBe('r•••@example.org')
  })
})

describe('the next page', () => {
  it.each(['/', '/applications/1?tab=2', '/account'])('%s is followed', (p) => expect(localPath(p)).toBe(p))
  it.each([
    '',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil',
    '/sign-in',
    '/sign-out',
    'javascript:1',
    '/a\\b',
  ])('%s is not', (p) => expect(localPath(p)).toBe('/dashboard'))
  it('is the worklist for people of the desk, the audit log for an operator, the dashboard for everybody else', () => {
    expect(homePath([{ role: 'operator', partyId: '' }])).toBe('/audit')
    expect(homePath([{ role: 'mac-analyst', partyId: 'lakes' }])).toBe('/desk')
    expect(homePath([{ role: 'individual-provider', partyId: '1' }])).toBe('/dashboard')
    expect(homePath([])).toBe('/dashboard')
  })
  it('never leaves the site', () =>
    fc.assert(fc.property(fc.string(), (p) => new URL(localPath(p), 'https://here.example').host === 'here.example')))
})
