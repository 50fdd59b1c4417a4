/**
 * What can be handed on to others, by whom, and for how long. Pure.
 * Roles are those of CMS's I&A (domain dossier 1.2, 1.3): an access manager does not make access managers, a surrogate
 * hands nothing on, and nobody can be given a signature: 42 CFR 424.510(d)(3) wants the provider's or an official's own.
 */
import { addDays, addYears, type Day, daysBetween, earlier } from '../dates.ts'
import type { Actor, Role, Subject } from './policy.ts'

export const delegatedFunctions = ['view', 'prepare', 'manage-enrollment', 'correspondence', 'roster'] as const
export type DelegatedFunction = (typeof delegatedFunctions)[number]
export const isDelegatedFunction = (s: string): s is DelegatedFunction =>
  (delegatedFunctions as readonly string[]).includes(s)

/** Whoever may do anything may also see it; the order is that of the table above. */
export const withView = (chosen: readonly DelegatedFunction[]): readonly DelegatedFunction[] =>
  chosen.length === 0 ? [] : delegatedFunctions.filter((f) => f === 'view' || chosen.includes(f))

/** What both allow; undefined allows everything. */
export const commonFunctions = (
  a: readonly DelegatedFunction[] | undefined,
  b: readonly DelegatedFunction[],
): readonly DelegatedFunction[] => (a ? b.filter((f) => a.includes(f)) : b)

/** The roles that the people of a party can have, by who gives them. */
const gives = {
  'individual-provider': ['access-manager', 'staff-end-user'],
  'authorized-official': ['access-manager', 'staff-end-user'],
  'access-manager': ['staff-end-user'],
} as const satisfies Partial<Record<Role, readonly Role[]>>
export type GivenRole = 'access-manager' | 'staff-end-user'
export const isGivenRole = (s: string): s is GivenRole => s === 'access-manager' || s === 'staff-end-user'

/** Which roles an actor may give, change or end at a party. */
export const rolesToGive = (actor: Actor, partyId: string): readonly GivenRole[] => [
  ...new Set(
    actor.memberships
      .filter((m) => m.partyId === partyId && !m.through)
      .flatMap((m): readonly GivenRole[] => (m.role in gives ? gives[m.role as keyof typeof gives] : [])),
  ),
]

/** In which capacity somebody acts on a subject, for the record of what happened. */
export interface Capacity {
  readonly role: Role
  /** The enrollee or contractor that the act is for. */
  readonly actingFor: string
  /** The organization that was engaged, of a surrogate. */
  readonly through?: string
}

/** The provider's own people come first, then people of the desk, then surrogates. Undefined when nobody is acted for. */
export function capacityOf(actor: Actor, s: Pick<Subject, 'enrolleeId' | 'contractorId'>): Capacity | undefined {
  const near = actor.memberships.filter((m) => m.partyId === s.enrolleeId || m.partyId === s.contractorId)
  const held = near.find((m) => m.role !== 'surrogate') ?? near[0]
  return held && { role: held.role, actingFor: held.partyId, ...(held.through && { through: held.through }) }
}

export const invitationDays = 7
/** Open invitations of one party at a time. */
export const mostInvitations = 50
/** After an official objects, a claim to take the place of that official waits so long before it can be approved. */
export const disputeDays = 14

/** A surrogacy ends at the latest after three years, and is confirmed every year. */
export const longestSurrogacy = (from: Day): Day => addYears(from, 3)
export const confirmBy = (from: Day, endsOn: Day): Day => earlier(addYears(from, 1), endsOn)
/** Mails before a surrogacy lapses for want of confirmation. */
export const confirmWarnings = [30, 7, 1] as const

/** The warning that is due: the closest one that the day has reached; none once the day has passed or is far. */
export function confirmWarningDue(by: Day, today: Day): number | undefined {
  const left = daysBetween(today, by)
  return left < 0 ? undefined : [...confirmWarnings].reverse().find((d) => left <= d)
}

/** May it be confirmed for another year? From 60 days before the day until that day, and only while it goes on beyond. */
export const isConfirmable = (by: Day, endsOn: Day, today: Day): boolean =>
  today >= addDays(by, -60) && today <= by && by < endsOn
