/**
 * Ways to verify that it is you, beside the password, and what each is worth. One table; policy may ask for more. Pure.
 * NIST SP 800-63B-4: 3.1.3.1 e-mail is no out-of-band authenticator (so aal 1), 3.1.3.3 phone codes are restricted,
 * 2.2.2 replay resistance.
 */
export const methods = ['app', 'phone', 'email', 'recovery-code'] as const
export type Method = (typeof methods)[number]

interface Assurance {
  /** Of a session opened with the password and this. */
  readonly aal: 1 | 2
  readonly phishingResistant: boolean
  /** What the person holds: two methods of one channel are one factor. */
  readonly channel: 'device' | 'phone' | 'mailbox' | 'paper'
}
export const assurance: Readonly<Record<Method, Assurance>> = {
  app: { aal: 2, phishingResistant: false, channel: 'device' },
  phone: { aal: 2, phishingResistant: false, channel: 'phone' },
  email: { aal: 1, phishingResistant: false, channel: 'mailbox' },
  'recovery-code': { aal: 2, phishingResistant: false, channel: 'paper' },
}

/** What a person has set up. */
export interface MethodsHeld {
  readonly apps: readonly { readonly id: string; readonly label: string; readonly since: Date }[]
  readonly phones: readonly { readonly id: string; readonly value: string; readonly since: Date }[]
  readonly emails: readonly { readonly id: string; readonly value: string; readonly since: Date }[]
  readonly recoveryCodesLeft: number
}

/** The methods that a person can use, the best first. */
export const usable = (held: MethodsHeld): readonly Method[] =>
  methods.filter(
    (m) =>
      ({ app: held.apps, phone: held.phones, email: held.emails, 'recovery-code': Array(held.recoveryCodesLeft) })[m]
        .length > 0,
  )

/**
 * The methods that may finish a password reset. The way by which the reset was asked for is one factor already,
 * so the same channel does not count again (OWASP ASVS 5.0 6.4.3; NIST SP 800-63B-4 4.2).
 */
export const usableAfterReset = (held: MethodsHeld, by: 'link' | 'code'): readonly Method[] =>
  usable(held).filter((m) => assurance[m].channel !== (by === 'link' ? 'mailbox' : 'phone'))

/** How many ways to sign in would be left; recovery codes do not count, they run out. */
export const waysIn = (held: MethodsHeld): number => held.apps.length + held.phones.length + held.emails.length

/** "••• ••• 0142" and "r•••@example.org": what a page may show before the second factor was given. */
export const maskContact = (value: string): string =>
  value.includes('@') ? value.replace(/^(.)[^@]*/, '$1•••') : `••• ••• ${value.slice(-4)}`
