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
})
