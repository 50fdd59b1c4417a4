/** What the authenticator apps of a demonstration show now, so that it can be tried without a phone. */
import type { Db } from '#db/db.ts'
import { listEverySeed } from '#db/records/access/factors.ts'
import type { Permit } from '#domain/access/policy.ts'
import { stepEnds, totpAt } from '#outside/totp.ts'

export interface DemoCode {
  readonly loginId: string
  readonly name: string
  readonly code: string
}

/** The codes, and the seconds until they change. */
export async function demoCodes(
  db: Db,
  permit: Permit<'demo.control'>,
  now: Date,
): Promise<{ readonly codes: readonly DemoCode[]; readonly seconds: number }> {
  const seeds = await listEverySeed(db, permit)
  return { codes: seeds.map(({ seed, ...who }) => ({ ...who, code: totpAt(seed, now) })), seconds: stepEnds(now) }
}
