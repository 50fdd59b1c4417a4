/** Checking a password as signing in does it (counters, account, events) against the bare argon2id of the same cost. */
import { verify } from '@node-rs/argon2'
import { connect } from '#db/kit/connect.ts'
import { openVault } from '#db/kit/vault.ts'
import { systemActor } from '#domain/access/policy.ts'
import { systemClock } from '#outside/clock.ts'
import { openPasswords } from '#outside/passwords.ts'
import { openSecrets } from '#outside/secrets.ts'
import { createAccount } from '#use-cases/account/registration/create-account.ts'
import { checkPassword } from '#use-cases/account/sign-in/sign-in.ts'
import { interleave, timed } from './rounds.ts'
import type { BenchRow } from './row.ts'
import { masterKey, permitOf, type World } from './world.ts'

const ROUNDS = 5
const AT_ONCE = 4
const CHECKS = 16
const password = 'lantern orchard pewter 83'

export async function signIn(world: World): Promise<readonly BenchRow[]> {
  const { db, close } = connect(world.url, openVault(masterKey))
  try {
    const secrets = openSecrets(masterKey)
    const passwords = openPasswords(secrets.pepper)
    const permit = permitOf(systemActor, 'system.run', { id: 'bench' })
    const account = { loginId: 'bench.person', displayName: 'Bench', password, email: 'bench@example.org' }
    const made = await createAccount(
      db,
      permit,
      { secrets, passwords },
      { ...account, memberships: [] },
      systemClock.now(),
    )
    if (!made.ok) throw new Error(made.problem.code)
    const hashed = await passwords.hash(password)
    if (!hashed.ok) throw new Error(hashed.problem.code)
    const bare = () => verify(hashed.value, password, { secret: secrets.pepper })
    const caller = { ip: '127.0.0.1', userAgent: 'bench' }
    const ours = async () => {
      const right = await checkPassword(db, { secrets, passwords }, account, caller, systemClock.now())
      if (!right.ok) throw new Error(right.problem.code)
    }
    const [base, core] = await interleave(
      ROUNDS,
      timed(() => sideBySide(bare)),
      timed(() => sideBySide(ours)),
    )
    return [
      {
        name: 'sign-in: password checked and counted',
        figure: core!.perSecond,
        unit: 'a core second',
        ratio: core!.ratio,
        against: `bare @node-rs/argon2 at 46 MiB, t=2, ${base!.perSecond.toFixed(0)}/s`,
        target: '>= 0.80 x',
      },
    ]
  } finally {
    await close()
  }
}

/** CHECKS pieces of work, a few at once. */
async function sideBySide(work: () => Promise<unknown>): Promise<number> {
  const lane = async () => {
    for (let i = 0; i < CHECKS / AT_ONCE; i++) await work()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return CHECKS
}
