/** Whether the time of an answer tells who has an account: medians of interleaved tries, with the hash that production uses. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPasswords, productionCost } from '#outside/passwords.ts'
import {
  at,
  caller,
  entering,
  identity,
  PASSWORD,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '#test/support/identity.ts'
import { askRecovery } from '../recovery/ask-recovery.ts'
import { checkPassword } from './sign-in.ts'

const slow = { ...identity, passwords: openPasswords(identity.secrets.pepper, productionCost) }
const PEOPLE = 6
const TRIES = 4

let t: TestDatabase
const known: Person[] = []
beforeAll(async () => {
  t = await testDatabase()
  for (let i = 0; i < PEOPLE; i++) known.push(await person(t.db))
  const hashed = await slow.passwords.hash(PASSWORD)
  if (!hashed.ok) throw new Error('not hashed')
  await t.pool.query('update app_user set password_hash = $1', [hashed.value])
})
afterAll(() => t.close())

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!
async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
/** How many times longer one kind takes than the other; the best of a few rounds, because the machine is shared. */
async function ratio(rounds: number, one: (i: number) => Promise<unknown>, other: (i: number) => Promise<unknown>) {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds && best > 1.15; round++) {
    const [a, b]: [number[], number[]] = [[], []]
    for (let i = 0; i < PEOPLE * (TRIES - 1); i++) {
      a.push(await took(() => one(i)))
      b.push(await took(() => other(i)))
    }
    const [x, y] = [median(a), median(b)]
    best = Math.min(best, Math.max(x, y) / Math.min(x, y))
  }
  return best
}

let hour = 0
const guess = (loginId: string, i: number) =>
  checkPassword(t.db, slow, { loginId, password: `wrong ${i}` }, caller(), at(60 * 25 * hour + Math.floor(i / PEOPLE)))

it('a wrong password takes as long for an account as for a user ID that nobody has', async () => {
  await guess('warm.up', 0)
  const found = await ratio(
    3,
    (i) => {
      if (i === 0) hour++
      return guess(known[i % PEOPLE]!.loginId, i)
    },
    (i) => guess(`nobody.number${i % PEOPLE}`, i),
  )
  expect(found).toBeLessThan(1.3)
})

it('the check can fail: without the work for unknown IDs the difference is plain', async () => {
  const found = await ratio(
    1,
    (i) => guess(`somebody.number${i % PEOPLE}`, i + 100),
    () => t.pool.query('select 1'),
  )
  expect(found).toBeGreaterThan(2)
})

it('asking for help takes as long for an account as for nobody', async () => {
  const ask = (name: string, i: number) =>
    askRecovery(t.db, entering, slow, { kind: 'password-link', name }, caller(), at(i))
  const found = await ratio(
    3,
    (i) => ask(known[i % PEOPLE]!.email, i),
    (i) => ask(`nobody${i % PEOPLE}@nowhere.example`, i),
  )
  expect(found).toBeLessThan(1.5)
})
