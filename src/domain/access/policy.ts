/**
 * Who may do what, as one table. There is no other place that decides.
 * An account role opens the door; only a name on the application gives a signature.
 */
import { ok, type Result, refuse } from '../result.ts'

export const roles = [
  'anyone',
  'signed-in',
  'individual-provider',
  'authorized-official',
  'access-manager',
  'staff-end-user',
  'surrogate',
  'mac-analyst',
  'mac-supervisor',
  'help-desk',
  'auditor',
  'operator',
  'api-client',
  'system',
] as const
export type Role = (typeof roles)[number]

/** One role held for one party: an enrollee (provider side) or a contractor (desk side). */
export interface Membership {
  readonly role: Role
  readonly partyId: string
}

/** The person (or job) who acts. `userId` is "anonymous" before sign-in. */
export interface Actor {
  readonly userId: string
  readonly memberships: readonly Membership[]
}

export const anonymous: Actor = { userId: 'anonymous', memberships: [] }
export const systemActor: Actor = { userId: 'system', memberships: [{ role: 'system', partyId: 'system' }] }

/** What every protected thing must be able to say about itself. */
export interface Subject {
  readonly id: string
  readonly enrolleeId?: string
  readonly contractorId?: string
  /** The user whose own it is (an account, a session). */
  readonly ownerId?: string
  /** Users who are named on it as signers. */
  readonly signerIds?: readonly string[]
}

type Reach = (actor: Actor, membership: Membership, subject: Subject) => boolean
const sameEnrollee: Reach = (_, m, s) => s.enrolleeId !== undefined && m.partyId === s.enrolleeId
const sameContractor: Reach = (_, m, s) => s.contractorId !== undefined && m.partyId === s.contractorId
const namedAsSigner: Reach = (a, m, s) => sameEnrollee(a, m, s) && (s.signerIds ?? []).includes(a.userId)
const own: Reach = (a, _, s) => s.ownerId === a.userId
const anywhere: Reach = () => true
/** How far a grant reaches, by name, so that the table of rights can be printed. */
export const reaches = { sameEnrollee, sameContractor, namedAsSigner, own, anywhere } as const

export interface Grant {
  readonly who: readonly Role[]
  readonly reach: Reach
}
const may = (who: readonly Role[], reach: Reach): Grant => ({ who, reach })

const ownPeople = ['individual-provider', 'authorized-official', 'access-manager', 'staff-end-user'] as const
const enrolleeSide = [...ownPeople, 'surrogate'] as const
const desk = ['mac-analyst', 'mac-supervisor'] as const

export const policy = {
  // everyone
  'public.view': [may(['anyone'], anywhere)],
  'account.enter': [may(['anyone'], anywhere)],
  'demo.control': [may(['anyone'], anywhere)],
  // own account
  'account.manage': [may(['signed-in'], own)],
  'dashboard.view': [may(['signed-in'], own)],
  // provider side
  'application.start': [may(enrolleeSide, sameEnrollee)],
  'application.view': [may(enrolleeSide, sameEnrollee), may(desk, sameContractor), may(['auditor'], anywhere)],
  'application.edit': [may(enrolleeSide, sameEnrollee)],
  'application.sign': [may(['individual-provider'], namedAsSigner)],
  // The system withdraws drafts that nobody touched for 120 days (src/use-cases/expire-drafts.ts).
  'application.withdraw': [may(enrolleeSide, sameEnrollee), may(['system'], anywhere)],
  'enrollment.view': [may(enrolleeSide, sameEnrollee), may(desk, sameContractor), may(['auditor'], anywhere)],
  'letter.view': [may(enrolleeSide, sameEnrollee), may(desk, sameContractor), may(['auditor'], anywhere)],
  // contractor side
  'worklist.view': [may(desk, sameContractor), may(['auditor'], anywhere)],
  'application.review': [may(desk, sameContractor)],
  'application.decide': [may(['mac-supervisor'], sameContractor)],
  // The system screens what was signed and nobody has screened yet (src/use-cases/screen-submissions.ts).
  'application.screen': [may(['system'], anywhere)],
  // operations
  'registry.manage': [may(['operator', 'system'], anywhere)],
  'system.run': [may(['system'], anywhere)],
} as const satisfies Record<string, readonly Grant[]>

export type Action = keyof typeof policy

declare const minted: unique symbol
/** Proof that `authorize` said yes. Nothing else can make one. */
export interface Permit<A extends Action> {
  readonly actor: Actor
  readonly action: A
  readonly subjectId: string
  readonly subject: Subject
  readonly [minted]: A
}

/** Refuses with `not-permitted`; callers show that exactly as "not found". */
export function authorize<A extends Action>(actor: Actor, action: A, subject: Subject): Result<Permit<A>> {
  return can(actor, action, subject)
    ? ok({ actor, action, subjectId: subject.id, subject } as unknown as Permit<A>)
    : refuse({ code: 'not-permitted', with: { action } })
}

/** The same answer as a yes or no, for deciding which buttons to draw. */
export function can(actor: Actor, action: Action, subject: Subject): boolean {
  const grants: readonly Grant[] = policy[action]
  return rolesHeld(actor).some((m) => grants.some(({ who, reach }) => who.includes(m.role) && reach(actor, m, subject)))
}

const rolesHeld = (actor: Actor): readonly Membership[] => [
  { role: 'anyone', partyId: '' },
  ...(actor.userId === 'anonymous' || actor.userId === 'system'
    ? []
    : [{ role: 'signed-in', partyId: actor.userId } as const]),
  ...actor.memberships,
]
