/**
 * Ways to verify that it is you, beside the password, and what each is worth. One table; policy may ask for more. Pure.
 * NIST SP 800-63B-4: 3.1.3.1 e-mail is no out-of-band authenticator (so aal 1), 3.1.3.3 phone codes are restricted,
 * 2.2.2 replay resistance. A passkey asks its device for finger, face or PIN, so it is two factors alone (3.2.5, app. B).
 */
export const methods = ['passkey', 'app', 'phone', 'voice', 'email', 'recovery-code'] as const
export type Method = (typeof methods)[number]
export const isMethod = (text: string): text is Method => (methods as readonly string[]).includes(text)

interface Assurance {
  /** Of a session opened with the password and this. */
  readonly aal: 1 | 2
  readonly phishingResistant: boolean
  /** What the person holds: two methods of one channel are one factor. */
  readonly channel: 'device' | 'phone' | 'mailbox' | 'paper'
  /** Signs in without the password. */
  readonly alone?: true
}
export const assurance: Readonly<Record<Method, Assurance>> = {
  passkey: { aal: 2, phishingResistant: true, channel: 'device', alone: true },
  app: { aal: 2, phishingResistant: false, channel: 'device' },
  phone: { aal: 2, phishingResistant: false, channel: 'phone' },
  voice: { aal: 2, phishingResistant: false, channel: 'phone' },
  email: { aal: 1, phishingResistant: false, channel: 'mailbox' },
  'recovery-code': { aal: 2, phishingResistant: false, channel: 'paper' },
}

/** Whose account it is, as far as that narrows the methods: staff see other people's data. */
export type Holder = 'anyone' | 'staff' | 'phishing-resistant'
const methodsOfHolder: Readonly<Record<Holder, readonly Method[]>> = {
  anyone: methods,
  staff: ['passkey', 'app'],
  'phishing-resistant': ['passkey'],
}

/** What a person has set up. */
export interface MethodsHeld {
  readonly holder: Holder
  readonly passkeys: readonly { readonly id: string; readonly label: string; readonly since: Date }[]
  readonly apps: readonly { readonly id: string; readonly label: string; readonly since: Date }[]
  readonly phones: readonly { readonly id: string; readonly value: string; readonly since: Date }[]
  readonly emails: readonly { readonly id: string; readonly value: string; readonly since: Date }[]
  readonly recoveryCodesLeft: number
}

/** The methods that a person can use, the best first. `allowed` is what the installation allows; all, when not said. */
export const usable = (held: MethodsHeld, allowed: readonly Method[] = methods): readonly Method[] =>
  methods.filter(
    (m) =>
      allowed.includes(m) &&
      methodsOfHolder[held.holder].includes(m) &&
      {
        passkey: held.passkeys.length,
        app: held.apps.length,
        phone: held.phones.length,
        voice: held.phones.length,
        email: held.emails.length,
        'recovery-code': held.recoveryCodesLeft,
      }[m] > 0,
  )

/**
 * Does somebody hold nothing that is allowed here and does not run out? Then they may only set up a way that is: what
 * is switched off still lets them in for that (nobody is locked out by a change of policy).
 */
export const mustAdd = (held: MethodsHeld, allowed: readonly Method[] = methods): boolean => waysIn(held, allowed) === 0

/** The methods with which somebody may sign in; see `mustAdd`. */
export const usableToEnter = (held: MethodsHeld, allowed: readonly Method[] = methods): readonly Method[] =>
  usable(held, mustAdd(held, allowed) ? methods : allowed)

/** What is in force: what administrators chose, when it is not fixed, as far as this installation can carry it. */
export function methodsInForce(
  site: { readonly configured: readonly Method[]; readonly carried: readonly Method[]; readonly fixed: boolean },
  stored: unknown,
): readonly Method[] {
  const chosen = site.fixed || !Array.isArray(stored) ? [] : site.carried.filter((m) => stored.includes(m))
  return chosen.length > 0 ? chosen : site.configured
}

/** May somebody of this kind add such a method here? */
export const mayAdd = (held: MethodsHeld, method: Method, allowed: readonly Method[] = methods): boolean =>
  allowed.includes(method) && methodsOfHolder[held.holder].includes(method)

/**
 * The methods that may finish a password reset. The way by which the reset was asked for is one factor already,
 * so the same channel does not count again (OWASP ASVS 5.0 6.4.3; NIST SP 800-63B-4 4.2).
 */
export const usableAfterReset = (
  held: MethodsHeld,
  by: 'link' | 'code',
  allowed: readonly Method[] = methods,
): readonly Method[] =>
  usableToEnter(held, allowed).filter((m) => assurance[m].channel !== (by === 'link' ? 'mailbox' : 'phone'))

/** What the best way is worth that does not run out; recovery codes are for the day when the others are lost. */
export const strongestHeld = (held: MethodsHeld, allowed: readonly Method[] = methods): 1 | 2 =>
  usable(held, allowed).some((m) => m !== 'recovery-code' && assurance[m].aal === 2) ? 2 : 1

/** How many ways to sign in would be left; recovery codes do not count, they run out, and a phone counts once. */
export function waysIn(held: MethodsHeld, allowed: readonly Method[] = methods): number {
  const ways = usable(held, allowed)
  const count = (m: Method, n: number) => (ways.includes(m) ? n : 0)
  return (
    count('passkey', held.passkeys.length) +
    count('app', held.apps.length) +
    (ways.includes('phone') || ways.includes('voice') ? held.phones.length : 0) +
    count('email', held.emails.length)
  )
}

/** "••• ••• 0142" and "r•••@example.org": what a page may show before the second factor was given. */
export const maskContact = (value: string): string =>
  value.includes('@') ? value.replace(/^(.)[^@]*/, '$1•••') : `••• ••• ${value.slice(-4)}`
