import { Command } from 'commander'
import { afterEach, expect, test } from 'vitest'
import { shape } from '../config/shape.ts'
import { configCheck, settingsOf } from './config-check.ts'

afterEach(() => {
  process.exitCode = undefined
})

const check = async (env: Record<string, string>, ...options: string[]) => {
  const [out, err]: [string[], string[]] = [[], []]
  const program = new Command('openpecos').exitOverride()
  configCheck(
    program,
    env,
    (line: string) => void out.push(line),
    (line: string) => void err.push(line),
  )
  await program.parseAsync(['config', 'check', ...options], { from: 'user' })
  return { out: out.join('\n'), err: err.join('\n'), code: process.exitCode }
}
const settingOf = (name: string, env: Record<string, string>) => settingsOf(env).find((s) => s.name === name)

test('every variable is told, with where its value comes from', () => {
  expect(settingsOf({}).map((s) => s.name)).toEqual(Object.keys(shape.shape))
  expect(settingOf('PORT', {})).toEqual({ name: 'PORT', source: 'default', value: '8080' })
  expect(settingOf('PORT', { PORT: '9000' })).toEqual({ name: 'PORT', source: 'environment', value: '9000' })
  expect(settingOf('MASTER_KEY', { MASTER_KEY_FILE: '/run/secrets/master' })).toMatchObject({
    source: 'file',
    value: '/run/secrets/master',
  })
  expect(settingOf('SMTP_URL', {})?.value).toBeUndefined()
})

test('secrets and the passwords in addresses are not shown', async () => {
  const secrets = Object.keys(shape.shape).filter((n) => /KEY|SECRET|TOKEN/.test(n) && !n.endsWith('_ID'))
  expect(secrets).toContain('S3_SECRET_ACCESS_KEY')
  const env = {
    ...Object.fromEntries(secrets.map((n) => [n, `${'c0ffee'.repeat(11).slice(0, 64)}`])),
    DATABASE_URL: 'postgres://portal:hunter22@db.example/openpecos',
    SMTP_URL: 'smtps://mailer:hunter22@mail.example',
  }
  const { out } = await check(env)
  expect(out).not.toMatch(/c0ffee|hunter22/)
  expect(out).toContain('postgres://portal:***@db.example/openpecos')
})

test('what is wrong ends with 1 and is said on standard error', async () => {
  expect(await check({})).toMatchObject({ err: '', code: undefined })
  const { err, code } = await check({ NODE_ENV: 'production' }, '--json')
  expect([code, err]).toEqual([1, expect.stringContaining('ORIGIN must begin with https://')])
})
