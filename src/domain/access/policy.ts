/**
 * Who may do what, as one table. There is no other place that decides.
 * An account role opens the door; only a name on the application gives a signature.
 */
import { ok, type Result, refuse } from '../result.ts'
import type { Actor, Membership, Role, Subject } from './actor.ts'
import { type Reach, reaches } from './reach.ts'

export { type Actor, anonymous, type Membership, type Role, roles, type Subject, systemActor } from './actor.ts'
export { reaches } from './reach.ts'

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
const providerSide = (reach: Reach): readonly Grant[] => [may(heads, reaches.sameEnrollee), may(helpers, reach)]
const desk = ['mac-analyst', 'mac-supervisor'] as const

export const policy = {
  // everyone
  'public.view': [may(['anyone'], reaches.anywhere)],
  'account.enter': [may(['anyone'], reaches.anywhere)],
  'demo.control': [may(['anyone'], reaches.anywhere)],
  'help.ask': [may(['anyone'], reaches.anywhere)],
  // own account
  'account.manage': [may(['signed-in'], reaches.own)],
  // Password, ways to verify, recovery codes; adding a way is apart, because somebody may have no good one yet.
  'account.secure': [may(['signed-in'], reaches.own)],
  'account.add-method': [may(['signed-in'], reaches.own)],
  'dashboard.view': [may(['signed-in'], reaches.own)],
  // A claim file against the record, and the result that is held for whoever sent it.
  'claim-check.run': [may(['signed-in'], reaches.own)],
  // Saved lists of NPIs: one's own, and those of a provider or organization for whoever may use its rosters.
  'roster.manage': [may(['signed-in', 'api-client'], reaches.own), ...providerSide(reaches.withRoster)],
  // provider side
  'application.start': providerSide(reaches.withPrepare),
  'application.view': [
    ...providerSide(reaches.withView),
    may(['api-client'], reaches.withView),
    may(desk, reaches.sameContractor),
    may(['auditor'], reaches.anywhere),
  ],
  'application.edit': providerSide(reaches.withPrepare),
  // Access managers are the delegated officials of the record; which of them is looked up when they sign.
  'application.sign': [
    may(['individual-provider', 'authorized-official'], reaches.namedAsSigner),
    may(['access-manager'], reaches.namedAsDelegate),
  ],
  // The system withdraws drafts that nobody touched for 120 days (src/use-cases/application/expire-drafts.ts).
  'application.withdraw': [...providerSide(reaches.withManageEnrollment), may(['system'], reaches.anywhere)],
  // Takes up a revalidation that came early: on its day by itself, or before on request.
  'application.take-up': [...providerSide(reaches.withManageEnrollment), may(['system'], reaches.anywhere)],
  // Changes of what is on record; new applications are 'application.start'.
  'enrollment.manage': providerSide(reaches.withManageEnrollment),
  'roster.view': providerSide(reaches.withRoster),
  // Reassignments that both sides confirm: proposed by whoever changes the record, signed by who is named.
  'reassignment.propose': providerSide(reaches.withManageEnrollment),
  'reassignment.view': [
    may(heads, reaches.eitherSide),
    may(helpers, reaches.eitherSideWithRoster),
    may(desk, reaches.sameContractor),
    may(['auditor'], reaches.anywhere),
  ],
  'reassignment.sign': [may(['individual-provider', 'authorized-official'], reaches.eitherSideAsSigner)],
  'reassignment.decide': [may(desk, reaches.sameContractor)],
  'enrollment.view': [
    ...providerSide(reaches.withView),
    may(['api-client'], reaches.withView),
    may(desk, reaches.sameContractor),
    may(['auditor'], reaches.anywhere),
  ],
  'letter.view': [
    ...providerSide(reaches.withCorrespondence),
    may(desk, reaches.sameContractor),
    may(['auditor'], reaches.anywhere),
  ],
  // who may act for whom
  'people.view': [may(heads, reaches.sameParty)],
  'people.manage': [may(heads, reaches.sameParty)],
  'surrogacy.manage': [may(heads, reaches.sameParty)],
  // What opens something: asking, offering, agreeing, another year. Declining and ending need no more than 'surrogacy.manage'.
  'surrogacy.agree': [may(heads, reaches.sameParty)],
  'claim.make': [may(['signed-in'], reaches.own)],
  'claim.view': [
    may(['signed-in'], reaches.own),
    may(['authorized-official'], reaches.sameParty),
    may(desk, reaches.sameContractor),
    may(['help-desk', 'auditor'], reaches.anywhere),
  ],
  'claim.object': [may(['authorized-official'], reaches.sameParty)],
  'claim.decide': [may(desk, reaches.sameContractor), may(['help-desk'], reaches.anywhere)],
  'claims.list': [may(desk, reaches.sameContractor), may(['help-desk', 'auditor'], reaches.anywhere)],
  // the application fee; the payment page reports in its own name, which its signature proves
  'fee.pay': providerSide(reaches.withPrepare),
  'fee.settle': [may(['system'], reaches.anywhere)],
  // programs of a party (what each may do: access/api/scopes.ts)
  'client.manage': [may(heads, reaches.sameParty)],
  'webhook.manage': [may(heads, reaches.sameParty), may(['api-client'], reaches.sameParty)],
  'events.read': [may(['api-client'], reaches.own)],
  // The lists of what its party may see.
  'program.list': [may(['api-client'], reaches.own)],
  // contractor side
  'fee.decide': [may(desk, reaches.sameContractor)],
  'worklist.view': [may(desk, reaches.sameContractor), may(['auditor'], reaches.anywhere)],
  // Acts on the worklist itself: the next case, many at once, views that are kept.
  'worklist.work': [may(desk, reaches.sameContractor)],
  // Figures of a desk; who holds and does how much is for whoever leads it.
  'reports.view': [may(desk, reaches.sameContractor), may(['auditor'], reaches.anywhere)],
  'workload.view': [may(['mac-supervisor'], reaches.sameContractor), may(['auditor'], reaches.anywhere)],
  // Reading a case whole: the file, the checks, the letters, and the bundle of evidence.
  'case.view': [may(desk, reaches.sameContractor), may(['auditor', 'operator'], reaches.anywhere)],
  'application.review': [may(desk, reaches.sameContractor)],
  // Gives a case to somebody else, or takes it from them.
  'application.assign': [may(['mac-supervisor'], reaches.sameContractor)],
  'application.decide': [may(['mac-supervisor'], reaches.sameContractor)],
  // The system screens what was signed and nobody has screened yet (src/use-cases/screening/screen-submissions.ts).
  'application.screen': [may(['system'], reaches.anywhere)],
  // Decisions on what is enrolled, by subject: the enrollment, or the decision that was prepared.
  'decisions.view': [may(desk, reaches.sameContractor), may(['auditor'], reaches.anywhere)],
  'enrollment.prepare-decision': [may(desk, reaches.sameContractor)],
  'enrollment.decide': [may(['mac-supervisor'], reaches.sameContractor)],
  'wording.edit': [may(['mac-supervisor', 'admin'], reaches.anywhere)],
  // What mails say: a contractor's own by its supervisors; everybody's, and all about accounts, by administrators.
  'mail-text.edit': [may(['mac-supervisor'], reaches.sameContractor), may(['admin'], reaches.anywhere)],
  // Appeals: the provider or an official signs; not whoever only helps them.
  'appeal.file': [may(['individual-provider', 'authorized-official'], reaches.sameEnrollee)],
  'appeal.view': [
    ...providerSide(reaches.withCorrespondence),
    may(desk, reaches.sameContractor),
    may(['auditor'], reaches.anywhere),
  ],
  'appeal.hear': [may(desk, reaches.sameContractor)],
  // Affiliations (42 CFR 424.519): the desk asks, the provider answers and signs, the desk judges. What was disclosed is
  // searched over the contractor's own providers.
  // Who answers sees what is asked; its letter stays correspondence.
  'affiliation.view': [...providerSide(reaches.withCorrespondence), may(helpers, reaches.withPrepare)],
  'affiliation.answer': providerSide(reaches.withPrepare),
  'affiliation.sign': [may(['individual-provider', 'authorized-official'], reaches.sameEnrollee)],
  'affiliation.ask': [may(desk, reaches.sameContractor)],
  'affiliation.review': [may(desk, reaches.sameContractor), may(['auditor'], reaches.anywhere)],
  'affiliation.determine': [may(desk, reaches.sameContractor)],
  'affiliation.search': [may(desk, reaches.sameContractor), may(['auditor'], reaches.anywhere)],
  // help desk, administration, audit
  'ticket.view': [may(['signed-in'], reaches.own)],
  'ticket.handle': [may(['help-desk'], reaches.anywhere)],
  'account.find': [may(['help-desk'], reaches.anywhere)],
  'account.support': [may(['help-desk'], reaches.anywhere)],
  'site.administer': [may(['admin'], reaches.anywhere)],
  'audit.view': [may(['auditor', 'operator'], reaches.anywhere)],
  // Who owns whom, over every contractor's enrollments: owners do not end where a contractor's states end. It shows
  // names, roles and shares, never a tax number or a birth date.
  'ownership.trace': [may([...desk, 'auditor'], reaches.anywhere)],
  // Trying a change of the rules on files of the past; wordings with which information is asked for.
  'rules.try': [may(['mac-supervisor'], reaches.sameContractor), may(['auditor', 'operator'], reaches.anywhere)],
  'wording.manage': [may(['mac-supervisor'], reaches.sameContractor)],
  // What the installation sets of screening and monitoring: for everybody at a desk to see, for two people to change.
  'policy.view': [may([...desk, 'auditor', 'admin', 'operator'], reaches.anywhere)],
  'policy.change': [may(['mac-supervisor', 'admin'], reaches.anywhere)],
  // Hits of the monitoring, of the contractor's own enrollments.
  'monitoring.view': [may(desk, reaches.sameContractor), may(['auditor'], reaches.anywhere)],
  'monitoring.judge': [may(desk, reaches.sameContractor)],
  // operations
  'registry.manage': [may(['operator', 'system'], reaches.anywhere)],
  'system.run': [may(['system'], reaches.anywhere)],
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
