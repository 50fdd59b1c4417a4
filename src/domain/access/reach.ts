/** How far a right goes: own, same party, same contractor, by a function that was given, by a name on the paper. */
import type { Actor, Membership, Subject } from './actor.ts'
import type { DelegatedFunction } from './delegation.ts'

/** Does a role held for this party reach this subject? */
export type Reach = (actor: Actor, membership: Membership, subject: Subject) => boolean
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
