/** What tests of the identity core share: a database, cheap hashes, a person with every way to verify, and her mailbox. */
import type { Db } from '#db/db.ts'
import { type Action, anonymous, authorize, type Permit, systemActor } from '#domain/access/policy.ts'
import { after } from '#domain/access/session.ts'
import { openPasswords, testCost } from '#outside/passwords.ts'
import { openSecrets } from '#outside/secrets.ts'
import type { Site } from '#outside/services.ts'
import { newSeed } from '#outside/totp.ts'
import type { Caller, Identity } from '#use-cases/account/identity.ts'
import { createAccount } from '#use-cases/account/registration/create-account.ts'
import { en } from '#words/index.ts'
import { type TestDatabase, testDatabase } from './database.ts'

export const PASSWORD = 'tunnel lantern oyster'
export const start = new Date('2026-05-01T12:00:00Z')
export const at = (minutes: number): Date => after(start, minutes * 60_000)

const secrets = openSecrets(new Uint8Array(32).fill(7))
export const site: Site = {
  product: 'OpenPECOS',
  agency: 'Test Agency',
  origin: 'https://enroll.example.org',
  demo: true,
  passkeys: { rpId: 'example.org', origin: 'https://enroll.example.org' },
  helpDesk: { phone: '800-555-0100', email: 'help@example.org', hours: 'always' },
}
export const identity: Identity = { secrets, passwords: openPasswords(secrets.pepper, testCost), site, words: en }

export const permit = <A extends Action>(action: A, actor = anonymous, ownerId = actor.userId): Permit<A> => {
  const permitted = authorize(actor, action, { id: ownerId, ownerId })
  if (!permitted.ok) throw new Error(`${actor.userId} may not ${action}`)
  return permitted.value
}
export const entering = permit('account.enter')
export const running = permit('system.run', systemActor)
export const owning = (userId: string) => permit('account.manage', { userId, memberships: [] })
export const securing = (userId: string) => permit('account.secure', { userId, memberships: [] })
export const adding = (userId: string) => permit('account.add-method', { userId, memberships: [] })

let address = 0
/** A caller from a network of its own, so that tests do not use up one another's tries. */
export const caller = (more: Partial<Caller> = {}): Caller => ({
  ip: `198.51.${100 + (++address >> 8)}.${address & 255}`,
  userAgent: 'Firefox/140 Windows',
  ...more,
})

export interface Person {
  readonly userId: string
  readonly loginId: string
  readonly email: string
  readonly phone: string
  readonly seed: string
  readonly recoveryCodes: readonly string[]
}
let people = 0
/** An account with app, phone, e-mail and two recovery codes, or as many of them as are asked for. */
export async function person(db: Db, without: { app?: true; phone?: true } = {}): Promise<Person> {
  const n = ++people
  const loginId = `person.number${n}`
  const phone = `31255501${String(n).padStart(2, '0')}`
  const seed = newSeed()
  const recoveryCodes = [`AAAA-BBBB-CCCC-${String(n).padStart(4, '0')}`, `DDDD-EEEE-FFFF-${String(n).padStart(4, '0')}`]
  const made = await createAccount(
    db,
    running,
    identity,
    {
      loginId,
      displayName: 'Rosa Vega',
      password: PASSWORD,
      email: `${loginId}@example.org`,
      ...(!without.phone && { phone }),
      ...(!without.app && { totpSeed: seed }),
      recoveryCodes,
      memberships: [],
    },
    start,
  )
  if (!made.ok) throw new Error(made.problem.code)
  return { userId: made.value.userId, loginId, email: `${loginId}@example.org`, phone, seed, recoveryCodes }
}

export interface Sent {
  readonly channel: string
  readonly template: string
  readonly body: string
}
/** What was sent to an address, the latest last. */
export async function mailbox({ pool }: TestDatabase, recipient: string): Promise<readonly Sent[]> {
  const { rows } = await pool.query<Sent>(
    'select channel, template, body from message where recipient = $1 order by queued_at, ctid',
    [recipient],
  )
  return rows
}
export const codeIn = (sent: Sent | undefined): string => /\b(\d{6})\b/.exec(sent?.body ?? '')?.[1] ?? 'no code'
export const linkIn = (sent: Sent | undefined): string => /token=([\w-]+)/.exec(sent?.body ?? '')?.[1] ?? 'no link'

export { type TestDatabase, testDatabase }
