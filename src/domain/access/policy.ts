/**
 * Who may do what, as one table. There is no other place that decides.
 * An account role opens the door; only a name on the application gives a signature.
 */
import { ok, type Result, refuse } from '../result.ts'
import type { DelegatedFunction } from './delegation.ts'

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
  'admin',
  'operator',
  'api-client',
  'system',
] as const
export type Role = (typeof roles)[number]

/** One role held for one party: an enrollee or organization (provider side) or a contractor (desk side). */
export interface Membership {
  readonly role: Role
  readonly partyId: string
  /** What a staff end user or surrogate may do. Absent is everything for staff, and nothing for a surrogate. */
  readonly functions?: readonly DelegatedFunction[]
  /** The organization through which the role is held, when it is not held directly. */
  readonly through?: string
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
  /** The parties (enrollee, organization) whose people or connections it is about. */
  readonly partyIds?: readonly string[]
  /** The user whose own it is (an account, a session). */
  readonly ownerId?: string
  /** Users who are named on it as signers. */
  readonly signerIds?: readonly string[]
  /** Of these, where a delegated official may sign: the person is looked for on the record when they do. */
  readonly delegateIds?: readonly string[]
}

type Reach = (actor: Actor, membership: Membership, subject: Subject) => boolean
const sameEnrollee: Reach = (_, m, s) => s.enrolleeId !== undefined && m.partyId === s.enrolleeId
const sameContractor: Reach = (_, m, s) => s.contractorId !== undefined && m.partyId === s.contractorId
const namedAsSigner: Reach = (a, m, s) => sameEnrollee(a, m, s) && (s.signerIds ?? []).includes(a.userId)
const namedAsDelegate: Reach = (a, m, s) => sameEnrollee(a, m, s) && (s.delegateIds ?? []).includes(a.userId)
const own: Reach = (a, _, s) => s.ownerId === a.userId
const sameParty: Reach = (_, m, s) => !m.through && (s.partyIds ?? []).includes(m.partyId)
/** Staff without a list of functions have all of them; a surrogate without one has none. */
const withFunction =
  (f: DelegatedFunction): Reach =>
  (a, m, s) =>
    sameEnrollee(a, m, s) && (m.functions ? m.functions.includes(f) : m.role !== 'surrogate')
const withView = withFunction('view')
const withPrepare = withFunction('prepare')
const withManageEnrollment = withFunction('manage-enrollment')
const withCorrespondence = withFunction('correspondence')
const withRoster = withFunction('roster')
/** Either side of something between two enrollees; their helpers when given "roster". */
const eitherSide: Reach = (_, m, s) => (s.partyIds ?? []).includes(m.partyId)
const eitherSideWithRoster: Reach = (a, m, s) =>
  eitherSide(a, m, s) && (m.functions ? m.functions.includes('roster') : m.role !== 'surrogate')
const eitherSideAsSigner: Reach = (a, m, s) => eitherSide(a, m, s) && (s.signerIds ?? []).includes(a.userId)
const anywhere: Reach = () => true
/** How far a grant reaches, by name, so that the table of rights can be printed. */
export const reaches = {
  sameEnrollee,
  withView,
  withPrepare,
  withManageEnrollment,
  withCorrespondence,
  withRoster,
  sameParty,
  eitherSide,
  eitherSideWithRoster,
  eitherSideAsSigner,
  sameContractor,
  namedAsSigner,
  namedAsDelegate,
  own,
  anywhere,
} as const

export interface Grant {
  readonly who: readonly Role[]
  readonly reach: Reach
}
const may = (who: readonly Role[], reach: Reach): Grant => ({ who, reach })

/** Those who may do everything for a party but sign. */
const heads = ['individual-provider', 'authorized-official', 'access-manager'] as const
export const isHead = (role: Role): boolean => (heads as readonly Role[]).includes(role)
/** Those who may do what they were given. */
const helpers = ['staff-end-user', 'surrogate'] as const
/** Roles that are held for an enrollee or an organization. */
export const enrolleeRoles: readonly Role[] = [...heads, ...helpers]
const providerSide = (reach: Reach): readonly Grant[] => [may(heads, sameEnrollee), may(helpers, reach)]
const desk = ['mac-analyst', 'mac-supervisor'] as const

export const policy = {
  // everyone
  'public.view': [may(['anyone'], anywhere)],
  'account.enter': [may(['anyone'], anywhere)],
  'demo.control': [may(['anyone'], anywhere)],
  'help.ask': [may(['anyone'], anywhere)],
  // own account
  'account.manage': [may(['signed-in'], own)],
  // Password, ways to verify, recovery codes; adding a way is apart, because somebody may have no good one yet.
  'account.secure': [may(['signed-in'], own)],
  'account.add-method': [may(['signed-in'], own)],
  'dashboard.view': [may(['signed-in'], own)],
  // A claim file against the record, and the result that is held for whoever sent it.
  'claim-check.run': [may(['signed-in'], own)],
  'roster.manage': [may(['signed-in', 'api-client'], own)],
  // provider side
  'application.start': providerSide(withPrepare),
  'application.view': [
    ...providerSide(withView),
    may(['api-client'], withView),
    may(desk, sameContractor),
    may(['auditor'], anywhere),
  ],
  'application.edit': providerSide(withPrepare),
  // Access managers are the delegated officials of the record; which of them is looked up when they sign.
  'application.sign': [
    may(['individual-provider', 'authorized-official'], namedAsSigner),
    may(['access-manager'], namedAsDelegate),
  ],
  // The system withdraws drafts that nobody touched for 120 days (src/use-cases/application/expire-drafts.ts).
  'application.withdraw': [...providerSide(withManageEnrollment), may(['system'], anywhere)],
  // Takes up a revalidation that came early: on its day by itself, or before on request.
  'application.take-up': [...providerSide(withManageEnrollment), may(['system'], anywhere)],
  // Changes of what is on record; new applications are 'application.start'.
  'enrollment.manage': providerSide(withManageEnrollment),
  'roster.view': providerSide(withRoster),
  // Reassignments that both sides confirm: proposed by whoever changes the record, signed by who is named.
  'reassignment.propose': providerSide(withManageEnrollment),
  'reassignment.view': [
    may(heads, eitherSide),
    may(helpers, eitherSideWithRoster),
    may(desk, sameContractor),
    may(['auditor'], anywhere),
  ],
  'reassignment.sign': [may(['individual-provider', 'authorized-official'], eitherSideAsSigner)],
  'reassignment.decide': [may(desk, sameContractor)],
  'enrollment.view': [
    ...providerSide(withView),
    may(['api-client'], withView),
    may(desk, sameContractor),
    may(['auditor'], anywhere),
  ],
  'letter.view': [...providerSide(withCorrespondence), may(desk, sameContractor), may(['auditor'], anywhere)],
  // who may act for whom
  'people.view': [may(heads, sameParty)],
  'people.manage': [may(heads, sameParty)],
  'surrogacy.manage': [may(heads, sameParty)],
  // What opens something: asking, offering, agreeing, another year. Declining and ending need no more than 'surrogacy.manage'.
  'surrogacy.agree': [may(heads, sameParty)],
  'claim.make': [may(['signed-in'], own)],
  'claim.view': [
    may(['signed-in'], own),
    may(['authorized-official'], sameParty),
    may(desk, sameContractor),
    may(['help-desk', 'auditor'], anywhere),
  ],
  'claim.object': [may(['authorized-official'], sameParty)],
  'claim.decide': [may(desk, sameContractor), may(['help-desk'], anywhere)],
  'claims.list': [may(desk, sameContractor), may(['help-desk', 'auditor'], anywhere)],
  // the application fee; the payment page reports in its own name, which its signature proves
  'fee.pay': providerSide(withPrepare),
  'fee.settle': [may(['system'], anywhere)],
  // programs of a party (what each may do: access/api/scopes.ts)
  'client.manage': [may(heads, sameParty)],
  'webhook.manage': [may(heads, sameParty), may(['api-client'], sameParty)],
  'events.read': [may(['api-client'], own)],
  // The lists of what its party may see.
  'program.list': [may(['api-client'], own)],
  // contractor side
  'fee.decide': [may(desk, sameContractor)],
  'worklist.view': [may(desk, sameContractor), may(['auditor'], anywhere)],
  // Acts on the worklist itself: the next case, many at once, views that are kept.
  'worklist.work': [may(desk, sameContractor)],
  // Figures of a desk; who holds and does how much is for whoever leads it.
  'reports.view': [may(desk, sameContractor), may(['auditor'], anywhere)],
  'workload.view': [may(['mac-supervisor'], sameContractor), may(['auditor'], anywhere)],
  // Reading a case whole: the file, the checks, the letters, and the bundle of evidence.
  'case.view': [may(desk, sameContractor), may(['auditor', 'operator'], anywhere)],
  'application.review': [may(desk, sameContractor)],
  // Gives a case to somebody else, or takes it from them.
  'application.assign': [may(['mac-supervisor'], sameContractor)],
  'application.decide': [may(['mac-supervisor'], sameContractor)],
  // The system screens what was signed and nobody has screened yet (src/use-cases/screening/screen-submissions.ts).
  'application.screen': [may(['system'], anywhere)],
  // Decisions on what is enrolled, by subject: the enrollment, or the decision that was prepared.
  'decisions.view': [may(desk, sameContractor), may(['auditor'], anywhere)],
  'enrollment.prepare-decision': [may(desk, sameContractor)],
  'enrollment.decide': [may(['mac-supervisor'], sameContractor)],
  'wording.edit': [may(['mac-supervisor', 'admin'], anywhere)],
  // Appeals: the provider or an official signs; not whoever only helps them.
  'appeal.file': [may(['individual-provider', 'authorized-official'], sameEnrollee)],
  'appeal.view': [...providerSide(withCorrespondence), may(desk, sameContractor), may(['auditor'], anywhere)],
  'appeal.hear': [may(desk, sameContractor)],
  // help desk, administration, audit
  'ticket.view': [may(['signed-in'], own)],
  'ticket.handle': [may(['help-desk'], anywhere)],
  'account.find': [may(['help-desk'], anywhere)],
  'account.support': [may(['help-desk'], anywhere)],
  'site.administer': [may(['admin'], anywhere)],
  'audit.view': [may(['auditor', 'operator'], anywhere)],
  // Who owns whom, over every contractor's enrollments: owners do not end where a contractor's states end. It shows
  // names, roles and shares, never a tax number or a birth date.
  'ownership.trace': [may([...desk, 'auditor'], anywhere)],
  // Trying a change of the rules on files of the past; wordings with which information is asked for.
  'rules.try': [may(['mac-supervisor'], sameContractor), may(['auditor', 'operator'], anywhere)],
  'wording.manage': [may(['mac-supervisor'], sameContractor)],
  // Hits of the monitoring, of the contractor's own enrollments.
  'monitoring.view': [may(desk, sameContractor), may(['auditor'], anywhere)],
  'monitoring.judge': [may(desk, sameContractor)],
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

/** The enrollees for which an actor may do something, each once: what lists are made of. */
export const enrolleesFor = (actor: Actor, action: Action): readonly string[] => [
  ...new Set(
    actor.memberships
      .filter((m) => can({ ...actor, memberships: [m] }, action, { id: m.partyId, enrolleeId: m.partyId }))
      .map((m) => m.partyId),
  ),
]

/** The same answer as a yes or no, for deciding which buttons to draw. */
export function can(actor: Actor, action: Action, subject: Subject): boolean {
  const grants: readonly Grant[] = policy[action]
  return rolesHeld(actor).some((m) => grants.some(({ who, reach }) => who.includes(m.role) && reach(actor, m, subject)))
}

/** A program is nobody who signed in: it has no account, dashboard or mail of its own. */
const isProgram = (actor: Actor): boolean => actor.memberships.some((m) => m.role === 'api-client')

const rolesHeld = (actor: Actor): readonly Membership[] => [
  { role: 'anyone', partyId: '' },
  ...(actor.userId === 'anonymous' || actor.userId === 'system' || isProgram(actor)
    ? []
    : [{ role: 'signed-in', partyId: actor.userId } as const]),
  ...actor.memberships,
]
