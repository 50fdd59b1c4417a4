/** Changes or ends somebody's role at a party. It counts from that person's next request; the person is told. */
import type { Db } from '#db/db.ts'
import { findParty } from '#db/queries/delegation/parties.ts'
import { findMember, type Member } from '#db/queries/delegation/people.ts'
import { changeMember, endMember } from '#db/records/delegation/members.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import {
  type DelegatedFunction,
  type GivenRole,
  isGivenRole,
  rolesToGive,
  withView,
} from '#domain/access/delegation.ts'
import type { Actor, Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Caller } from '../account/identity.ts'
import { tellOwner } from '../account/tell-owner.ts'
import { note } from './invite-member.ts'
import type { Teller } from './tell-parties.ts'

type ManagePermit = Permit<'people.manage'>

/** May the actor change or end this role? Nobody changes their own, nor one that they could not have given. */
export const mayChange = (actor: Actor, partyId: string, m: Member): boolean =>
  m.userId !== actor.userId && isGivenRole(m.role) && rolesToGive(actor, partyId).includes(m.role)

export interface RoleInput {
  readonly role: GivenRole
  readonly functions: readonly DelegatedFunction[]
}

/** Refuses with `role-not-yours`, `functions-needed` or `over-already`. */
export const changeRole = (
  db: Db,
  permit: ManagePermit,
  teller: Teller,
  memberId: string,
  to: RoleInput,
  caller: Caller,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const member = await findMember(tx, permit, memberId)
    if (!member) return refuse({ code: 'over-already' })
    const may = mayChange(permit.actor, permit.subjectId, member)
    if (!may || !rolesToGive(permit.actor, permit.subjectId).includes(to.role))
      return refuse({ code: 'role-not-yours', at: 'role' })
    const staff = to.role === 'staff-end-user'
    if (staff && to.functions.length === 0) return refuse({ code: 'functions-needed', at: 'functions' })
    const functions = staff ? withView(to.functions) : undefined
    if (!(await changeMember(tx, member.id, { role: to.role, functions }))) return refuse({ code: 'over-already' })
    const { roles } = teller.words.delegation
    await tell(tx, permit, teller, member, 'role-changed', roles[to.role], now)
    await note(tx, permit, 'role-changed', { role: to.role, user: member.userId }, caller, now)
    return ok(null)
  })

/** Refuses with `role-not-yours` or `over-already`. */
export const endRoleOf = (
  db: Db,
  permit: ManagePermit,
  teller: Teller,
  memberId: string,
  caller: Caller,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    const member = await findMember(tx, permit, memberId)
    if (!member) return refuse({ code: 'over-already' })
    if (!mayChange(permit.actor, permit.subjectId, member)) return refuse({ code: 'role-not-yours' })
    if (!(await endMember(tx, member.id, permit.actor.userId, now))) return refuse({ code: 'over-already' })
    await tell(tx, permit, teller, member, 'role-ended', '', now)
    await note(tx, permit, 'role-ended', { role: member.role, user: member.userId }, caller, now)
    return ok(null)
  })

async function tell(
  tx: Db,
  permit: ManagePermit,
  { words, site }: Teller,
  member: Member,
  template: 'role-changed' | 'role-ended',
  role: string,
  now: Date,
): Promise<void> {
  const party = (await findParty(tx, permit.subjectId))?.name ?? ''
  const mail =
    template === 'role-changed'
      ? words.mails.actingRoleChanged(member.name, party, role, site.helpDesk.phone)
      : words.mails.actingRoleEnded(member.name, party, site.helpDesk.phone)
  await tellOwner(tx, member.userId, template, mail, now)
}
