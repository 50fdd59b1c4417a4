/**
 * When a session is over. Pure.
 * Idle: 30 min on the provider side, 15 min for staff, unless administrators set it (domain/settings); 12 h in all (NIST SP 800-63B-4 2.2.3 allows more).
 */
import { settingValue } from '../settings/settings.ts'
import type { Membership, Role } from './policy.ts'

const minutes = (n: number): number => n * 60_000
export const sessionLimits = {
  absolute: minutes(12 * 60),
  /** On a computer that others use. */
  publicIdle: minutes(5),
  publicAbsolute: minutes(60),
  /** The warning comes this long before the idle end. */
  warning: minutes(3),
  /** Activity is written down at most this often. */
  touch: minutes(1),
} as const

const staff: readonly Role[] = ['mac-analyst', 'mac-supervisor', 'help-desk', 'auditor', 'admin', 'operator']
export const isStaff = (memberships: readonly Membership[]): boolean => memberships.some((m) => staff.includes(m.role))

/** What administrators set, as it is stored; what is absent or not allowed counts as not set. */
export interface IdleStored {
  readonly provider?: unknown
  readonly staff?: unknown
}
export const idleLimit = (memberships: readonly Membership[], stored: IdleStored = {}): number =>
  minutes(
    isStaff(memberships)
      ? settingValue('session.staff-idle', stored.staff)
      : settingValue('session.provider-idle', stored.provider),
  )

/** On a computer that others use never longer than five minutes, whatever is set. */
export const idleOn = (limit: number, publicComputer: boolean): number =>
  publicComputer ? Math.min(limit, sessionLimits.publicIdle) : limit

export const after = (at: Date, millis: number): Date => new Date(at.getTime() + millis)

/** Whom the person behind a session acts for now, as the banner says it. */
export interface Acting {
  readonly enrolleeId: string
  readonly name: string
  readonly npi: string
  readonly role: Role
  /** The name of the organization that was engaged, of a surrogate; or that the provider belongs to. */
  readonly through: string | undefined
  /** Chosen by the person; otherwise it is the only one. */
  readonly chosen: boolean
}

/** Of an act: for whom it is done, beside the person who does it. */
export interface ActsFor {
  readonly by: string
  readonly partyId: string
  readonly role: Role
}

/** Undefined for whoever acts only for themselves, as on the banner of every page. */
export const actsFor = (userId: string, acting: Acting | undefined): ActsFor | undefined =>
  acting && (acting.chosen || acting.role !== 'individual-provider')
    ? { by: userId, partyId: acting.enrolleeId, role: acting.role }
    : undefined

/** A session as pages may know it: no token. */
export interface OpenSession {
  readonly id: string
  readonly userId: string
  readonly displayName: string
  readonly loginId: string
  readonly aal: 1 | 2
  /** When password and second factor were last given. */
  readonly authAt: Date
  readonly idleUntil: Date
  readonly endsAt: Date
  readonly publicComputer?: boolean
  /** Nothing is open but adding a way to verify that is allowed here. */
  readonly mustAdd?: boolean
}
