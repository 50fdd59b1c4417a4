import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous, authorize, type Permit, systemActor } from '#domain/access/policy.ts'
import { after } from '#domain/access/session.ts'
import { openPasswords, testCost } from '#outside/passwords.ts'
import { openSecrets } from '#outside/secrets.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { createAccount } from '#use-cases/account/registration/create-account.ts'
import { endSessionOf, insertSession } from '../../records/access/sessions.ts'
import { visitorOf } from './sessions.ts'

const MINUTE = 60_000
const start = new Date('2026-05-01T12:00:00Z')
const at = (minutes: number) => after(start, minutes * MINUTE)
const secrets = openSecrets(new Uint8Array(32).fill(7))
let t: TestDatabase
let provider: string
let analyst: string

beforeAll(async () => {
  t = await testDatabase()
  const passwords = openPasswords(secrets.pepper, testCost)
  const permit = authorize(systemActor, 'system.run', { id: 'seed' })
  if (!permit.ok) throw new Error('the system may not run')
  const make = async (loginId: string, role: 'individual-provider' | 'mac-analyst', partyId: string) => {
    const made = await createAccount(
      t.db,
      permit.value as Permit<'system.run'>,
      { secrets, passwords },
      {
        loginId,
        displayName: loginId,
        password: 'a long enough phrase',
        email: `${loginId}@example.org`,
        memberships: [{ role, partyId }],
      },
      start,
    )
    if (!made.ok) throw new Error(made.problem.code)
    return made.value.userId
  }
  provider = await make('rosa.vega', 'individual-provider', '11111111-1111-4111-8111-111111111111')
  analyst = await make('ana.lyst', 'mac-analyst', 'north')
})
afterAll(() => t.close())

const session = (userId: string, token: string, opened = start) =>
  insertSession(
    t.db,
    {
      token,
      userId,
      aal: 2,
      methods: ['password', 'app'],
      phishingResistant: false,
      ip: '192.0.2.1',
      userAgent: 'x',
      deviceId: undefined,
    },
    opened,
  )

describe('the visitor behind a session token', () => {
  it('is the person with the memberships of this moment', async () => {
    await session(provider, 'one')
    const visitor = await visitorOf(t.db, 'one', at(1))
    expect(visitor?.actor).toEqual({
      userId: provider,
      memberships: [{ role: 'individual-provider', partyId: '11111111-1111-4111-8111-111111111111' }],
    })
    expect(visitor?.session.idleUntil).toEqual(at(31))
    await t.pool.query(`update membership set status = 'ended' where user_id = $1`, [provider])
    expect((await visitorOf(t.db, 'one', at(2)))?.actor.memberships).toEqual([])
    await t.pool.query(`update membership set status = 'active' where user_id = $1`, [provider])
  })

  it('is nobody for no token, a wrong one, or one that ended', async () => {
    await session(provider, 'two')
    expect(await visitorOf(t.db, undefined, start)).toBeUndefined()
    expect(await visitorOf(t.db, 'wrong', start)).toBeUndefined()
    await endSessionOf(t.db, 'two', 'sign-out', at(1))
    expect(await visitorOf(t.db, 'two', at(2))).toBeUndefined()
    expect(anonymous.memberships).toEqual([])
  })

  it.each([
    ['a provider', () => provider, 30],
    ['an analyst', () => analyst, 15],
  ])('goes after %s did nothing for the limit', async (who, id, limit) => {
    await session(id(), `idle ${who}`)
    expect(await visitorOf(t.db, `idle ${who}`, at(limit - 1), false)).toBeDefined()
    expect(await visitorOf(t.db, `idle ${who}`, at(limit))).toBeUndefined()
  })

  it('stays while it is active, a status poll not counting, and never over 12 hours', async () => {
    await session(provider, 'busy')
    for (let m = 20; m < 720; m += 20) expect(await visitorOf(t.db, 'busy', at(m)), `minute ${m}`).toBeDefined()
    expect(await visitorOf(t.db, 'busy', at(720))).toBeUndefined()
    await session(provider, 'polled')
    await visitorOf(t.db, 'polled', at(20), false)
    expect(await visitorOf(t.db, 'polled', at(30))).toBeUndefined()
  })

  it('is nobody once the account is suspended', async () => {
    await session(analyst, 'three')
    await t.pool.query(`update app_user set status = 'suspended' where id = $1`, [analyst])
    expect(await visitorOf(t.db, 'three', at(1))).toBeUndefined()
  })

  it('leaves no token in the database', async () => {
    const { rows } = await t.pool.query(`select token_hash from session`)
    expect(rows.length).toBeGreaterThan(4)
    expect(rows.map((r) => r.token_hash)).not.toContain('one')
  })
})
