import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

describe('configuration', () => {
  test('without any setting it is a demonstration on this machine', () => {
    const c = readConfig({})
    expect([c.site.demo, c.site.origin, c.port]).toEqual([true, 'http://127.0.0.1:8080', 8080])
  })

  test('all faults are told together', () => {
    expect(() => readConfig({ PORT: 'eighty', MASTER_KEY: 'short' })).toThrow(/PORT[\s\S]*MASTER_KEY/)
  })

  const safe = {
    NODE_ENV: 'production',
    ORIGIN: 'https://enroll.example.org',
    MASTER_KEY: 'a'.repeat(64),
    SMTP_URL: 'smtp://mail.example.org',
  }
  test('production with everything it needs is accepted, and is no demonstration', () => {
    expect(readConfig(safe).site.demo).toBe(false)
  })

  test.each([
    ['demo mode', { DEMO: '1' }, /DEMO/],
    ['plain http', { ORIGIN: 'http://enroll.example.org' }, /ORIGIN/],
    ['no key', { MASTER_KEY: undefined }, /MASTER_KEY/],
    ['no mail', { SMTP_URL: undefined }, /SMTP_URL/],
  ])('production refuses %s', (_, change, says) => {
    expect(() => readConfig({ ...safe, ...change })).toThrow(says)
  })

  test.each<[string, Readonly<Record<string, string | undefined>>, object | undefined]>([
    ['on this machine', {}, { rpId: 'localhost', origin: 'http://localhost:8080' }],
    ['under its host', safe, { rpId: 'enroll.example.org', origin: 'https://enroll.example.org' }],
    [
      'under a domain above it',
      { ...safe, RP_ID: 'example.org' },
      { rpId: 'example.org', origin: 'https://enroll.example.org' },
    ],
    ['nowhere at a numeric address', { ...safe, ORIGIN: 'https://192.0.2.7' }, undefined],
  ])('passkeys belong %s', (_, env, passkeys) => {
    const { site } = readConfig(env)
    expect(site.passkeys).toEqual(passkeys)
    expect(site.methods?.includes('passkey')).toBe(passkeys !== undefined)
  })

  test.each(['example.com', 'ample.org', 'enroll.example.org.evil.example'])('RP_ID %s is refused', (RP_ID) => {
    expect(() => readConfig({ ...safe, RP_ID })).toThrow(/RP_ID/)
  })

  test('ways to verify are those that are wanted and can be carried', () => {
    expect(readConfig({}).site.methods).toContain('voice')
    expect(readConfig(safe).site.methods).toEqual(['passkey', 'app', 'email', 'recovery-code'])
    expect(readConfig({ ...safe, VOICE_URL: 'https://calls.example/Calls.json' }).site.methods).toContain('voice')
    expect(readConfig({ SIGN_IN_METHODS: 'app, email' }).site.methods).toEqual(['app', 'email'])
    expect(() => readConfig({ SIGN_IN_METHODS: 'app,pigeon' })).toThrow(/SIGN_IN_METHODS/)
  })
})
