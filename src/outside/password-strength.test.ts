import { describe, expect, it } from 'vitest'
import { contextWords, passwordProblem } from '#domain/access/password.ts'
import { passwordStrength } from './password-strength.ts'

describe('password strength', () => {
  const judge = (p: string) => passwordProblem(p, ['Rosa Vega', 'rosa.vega'], passwordStrength)?.code
  it.each([
    ['123456789012', 'password-weak'],
    ['aaaaaaaaaaaaaaaa', 'password-weak'],
    ['Medicare2026!', 'password-context'],
    ['passwordpassword', 'password-context'],
    ['qwertyuiop123', 'password-weak'],
    ['tunnel lantern oyster', undefined],
    ['Vq7#pT2m!xR9', undefined],
  ])('%s: %s', (p, code) =>
    code ? expect(['password-common', code]).toContain(judge(p)) : expect(judge(p)).toBeUndefined(),
  )

  it('knows passwords that leaked', () => expect(passwordStrength('unbelievable', []).common).toBe(true))

  it('answers within a second of the processor for the longest password', () => {
    passwordStrength('warm up', [])
    const from = process.cpuUsage()
    passwordStrength('aA1!'.repeat(32), contextWords(['Rosa Vega']))
    expect(process.cpuUsage(from).user).toBeLessThan(1_000_000)
  })
})
