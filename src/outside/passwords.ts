/**
 * Password hashes: argon2id with a pepper (NIST SP 800-63B-4 3.1.1.2; OWASP ASVS 5.0 app. C).
 * At most four are computed at once; a queue of 64 waits; beyond that the answer is `busy`, so that
 * a flood of sign-ins cannot eat the memory (46 MiB each).
 */
import { randomBytes } from 'node:crypto'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { ok, type Result, refuse } from '#domain/result.ts'

export interface PasswordCost {
  /** Memory in KiB. */
  readonly memory: number
  readonly passes: number
}
export const productionCost: PasswordCost = { memory: 47_104, passes: 2 }
/** For tests only. */
export const testCost: PasswordCost = { memory: 8192, passes: 1 }

export interface Passwords {
  /** Refuses with `busy`. */
  hash(password: string): Promise<Result<string>>
  /** Without a hash it works as long and says no. Refuses with `busy`. */
  verify(hashed: string | undefined, password: string): Promise<Result<PasswordMatch>>
  /** Was it hashed with other parameters than today's? */
  isOutdated(hashed: string): boolean
  /** Is it on the operator's list of leaked passwords? Always no without such a list. */
  isLeaked(password: string): Promise<boolean>
}

/** "previous": right, but hashed under a pepper before a rotation, so it wants hashing anew. */
export type PasswordMatch = false | 'current' | 'previous'

export interface PasswordExtras {
  /** The peppers before rotations, the latest first: they open what was hashed with them. */
  readonly earlier?: readonly Buffer[] | undefined
  readonly leaked?: { has(password: string): Promise<boolean> } | undefined
}

const AT_ONCE = 4
const QUEUE = 64
const ARGON2ID = 2

export function openPasswords(
  pepper: Buffer,
  cost: PasswordCost = productionCost,
  { earlier = [], leaked }: PasswordExtras = {},
): Passwords {
  const options = {
    algorithm: ARGON2ID,
    memoryCost: cost.memory,
    timeCost: cost.passes,
    parallelism: 1,
    secret: pepper,
  }
  const inTurn = turns()
  const dummy = hash(randomBytes(16), options)
  return {
    hash: (password) => inTurn(() => hash(password.normalize('NFC'), options)),
    verify: (hashed, password) =>
      inTurn(async () => {
        const tried = hashed ?? (await dummy)
        const typed = password.normalize('NFC')
        const under = async (secret: Buffer) => (await verify(tried, typed, { secret })) && hashed !== undefined
        if (await under(pepper)) return 'current'
        // For every account alike, so that the time says nothing about which one exists.
        let found = false
        for (const secret of earlier) if (await under(secret)) found = true
        return found && 'previous'
      }),
    isOutdated(hashed) {
      const used = parseOptions(hashed)
      return used.memoryCost !== cost.memory || used.timeCost !== cost.passes
    },
    isLeaked: async (password) => (await leaked?.has(password)) ?? false,
  }
}

function turns() {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<Result<T>> => {
    if (running >= AT_ONCE) {
      if (waiting.length >= QUEUE) return refuse({ code: 'busy' })
      // The one who finishes hands over its place, so `running` does not change.
      await new Promise<void>((turn) => waiting.push(turn))
    } else running++
    try {
      return ok(await work())
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
