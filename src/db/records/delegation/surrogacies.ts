/** Writes of surrogacies. A connection moves only forward: asked or offered, in force, over. */
import { randomUUID } from 'node:crypto'
import type { DelegatedFunction } from '#domain/access/delegation.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../../queries/application/applications.ts'

export interface NewSurrogacy {
  readonly agentId: string
  /** An enrollee or an organization. */
  readonly grantorId: string
  readonly functions: readonly DelegatedFunction[]
  readonly status: 'asked' | 'offered'
  readonly by: string
  readonly endsOn: Day
}

/** Returns its id; undefined when the two have one that is open or in force. */
export async function insertSurrogacy(tx: Db, s: NewSurrogacy, at: Date): Promise<string | undefined> {
  const k = open(tx)
  const grantor = isRowId(s.grantorId)
    ? ({ grantor_enrollee_id: s.grantorId, grantor_organization_id: null } as const)
    : ({ grantor_enrollee_id: null, grantor_organization_id: s.grantorId } as const)
  // The agent's row is held, so that two requests at the same time do not both find nothing.
  await k.selectFrom('organization').select('id').where('id', '=', s.agentId).forUpdate().execute()
  const there = await k
    .selectFrom('surrogacy')
    .select('id')
    .where('agent_id', '=', s.agentId)
    .where(isRowId(s.grantorId) ? 'grantor_enrollee_id' : 'grantor_organization_id', '=', s.grantorId)
    .where('status', 'in', ['asked', 'offered', 'active'])
    .executeTakeFirst()
  if (there) return undefined
  const id = randomUUID()
  await k
    .insertInto('surrogacy')
    .values({
      id,
      agent_id: s.agentId,
      ...grantor,
      functions: JSON.stringify(s.functions),
      status: s.status,
      asked_by: s.by,
      asked_at: at,
      ends_on: s.endsOn,
    })
    .execute()
  return id
}

/** Answers one that is asked or offered; false when it is not any more. */
export async function answerSurrogacy(
  tx: Db,
  id: string,
  a: {
    readonly from: 'asked' | 'offered'
    readonly to: 'active' | 'declined'
    readonly by: string
    readonly confirmBy: Day
  },
  at: Date,
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('surrogacy')
    .set({
      status: a.to,
      answered_by: a.by,
      answered_at: at,
      ...(a.to === 'active' && { confirm_by: a.confirmBy }),
    })
    .where('id', '=', id)
    .where('status', '=', a.from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Ends one, whatever it waited for; false when it was over already. */
export async function endSurrogacy(
  tx: Db,
  id: string,
  e: { readonly to: 'ended' | 'lapsed'; readonly by: string; readonly reason: string },
  at: Date,
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('surrogacy')
    .set({ status: e.to, ended_at: at, ended_by: e.by, end_reason: e.reason })
    .where('id', '=', id)
    .where('status', 'in', ['asked', 'offered', 'active'])
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Good for another while; false when it is not in force, or somebody confirmed it at the same time. */
export async function confirmSurrogacy(tx: Db, id: string, seen: Day, until: Day): Promise<boolean> {
  const done = await open(tx)
    .updateTable('surrogacy')
    .set({ confirm_by: until })
    .where('id', '=', id)
    .where('status', '=', 'active')
    .where('confirm_by', '=', seen)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
