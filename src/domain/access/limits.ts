/**
 * How often something may be tried, and what is valid for how long. All of it in one place; nothing else decides. Pure.
 * NIST SP 800-63B-4 3.2.2: at most 100 consecutive failures; OWASP ASVS 5.0 6.1.1: documented, and no use as a weapon
 * against the owner (known devices have their own budget, a mailed link unlocks).
 */
const minutes = (n: number): number => n * 60_000
const hours = (n: number): number => minutes(60 * n)

export interface Limit {
  readonly scope: string
  /** Within `window`; the last of them locks when it is wrong. */
  readonly tries: number
  readonly window: number
  /** The first lock; each further one is twice as long, up to `longest`. */
  readonly lock: number
  readonly longest: number
  /** Consecutive failures after which only the owner's own action unlocks. */
  readonly cap?: number
}

const password = { tries: 5, window: minutes(15), lock: minutes(15), longest: hours(24), cap: 100 }
export const limits = {
  password: { scope: 'password', ...password },
  /** A device that signed in before: strangers cannot use up its tries. */
  passwordOnKnownDevice: { scope: 'password-device', ...password },
  secondFactor: {
    scope: 'second-factor',
    tries: 10,
    window: minutes(60),
    lock: minutes(15),
    longest: hours(24),
    cap: 100,
  },
  signInFromNetwork: { scope: 'network', tries: 30, window: minutes(5), lock: minutes(5), longest: hours(1) },
  askFromNetwork: { scope: 'network-ask', tries: 20, window: minutes(5), lock: minutes(5), longest: hours(1) },
  askAboutName: { scope: 'ask', tries: 5, window: hours(1), lock: hours(1), longest: hours(1) },
  askHelp: { scope: 'ask-help', tries: 6, window: hours(1), lock: hours(1), longest: hours(1) },
  sendCode: { scope: 'send', tries: 5, window: hours(1), lock: hours(1), longest: hours(1) },
  /** Challenges for passkeys; each can be answered once, so this bounds the answers too. */
  passkeyFromNetwork: {
    scope: 'network-passkey',
    tries: 120,
    window: minutes(5),
    lock: minutes(5),
    longest: hours(1),
  },
  sendCodeADay: { scope: 'send-day', tries: 10, window: hours(24), lock: hours(24), longest: hours(24) },
} as const satisfies Record<string, Limit>

/** After this long without a try, the next lock is short again. */
export const levelForgotten = hours(24)
/** Counters that nobody touched for this long are removed. */
export const counterForgotten = hours(24 * 30)

export const code = { digits: 6, valid: minutes(10), tries: 5 } as const

/** How long something begun stays open. Signing up counts from its last step: it has several pages to read. */
export const flowValid = {
  register: minutes(30),
  'sign-in': minutes(15),
  'step-up': minutes(15),
  'reset-code': minutes(15),
  reset: minutes(30),
  unlock: minutes(60),
  'add-app': minutes(15),
  'add-phone': minutes(15),
  'recovery-codes': minutes(15),
  // By mail after the help desk's two persons and the wait (NIST SP 800-63B-4 4.2: a mailed code for 24 hours at most).
  'set-up-access': hours(24),
  invitation: hours(24 * 7),
  // Longer than the longest wait that can be set.
  'cancel-recovery': hours(24 * 10),
  passkey: minutes(5),
  // At the person's own organization, which may ask for more than one thing.
  'staff-sign-in': minutes(15),
  'kept-form': minutes(30),
  'add-email': minutes(15),
  // "This was not me" in a notice: people read their mail after a holiday too.
  disavow: hours(24 * 10),
} as const
export type FlowKind = keyof typeof flowValid

/** After "this was not me" nobody changes addresses or ways to verify for this long, unless the help desk opens it. */
export const factorsLockedFor = hours(72)

/** The oldest session ends when somebody signs in once more than `sessions`. */
export const most = { passkeys: 10, apps: 5, phones: 3, emails: 3, accountsPerEmail: 5, sessions: 10 } as const

/** Whole minutes until a time, at least one, for the sentence that says so. */
export const minutesUntil = (until: Date, now: Date): number =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / minutes(1)))

/** The part of an address that one subscriber holds: IPv4 whole, IPv6 by /64. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (mapped) return mapped[1]!
  if (!ip.includes(':')) return ip
  const [head = '', tail = ''] = ip.split('%')[0]!.split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return groups
    .slice(0, 4)
    .map((g) => Number.parseInt(g, 16).toString(16))
    .join(':')
}
