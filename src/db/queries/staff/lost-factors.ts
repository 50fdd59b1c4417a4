/** Requests of people who lost every way to verify, as the help desk sees them. Reads only. */
import type { IdentityAnswers } from '#domain/access/identity-script.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { Tables } from '../../kit/tables.ts'

export interface LostFactorsRequest {
  readonly id: string
  readonly userId: string
  readonly userName: string
  readonly loginId: string
  readonly status: Tables['lost_factors']['status']
  readonly reason: string
  readonly answers: IdentityAnswers
  readonly resetsPassword: boolean
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly confirmedByName: string | undefined
  readonly opensAt: Date | undefined
  readonly endedAt: Date | undefined
}

const rowsOf = (db: Db) =>
  open(db)
    .selectFrom('lost_factors as r')
    .innerJoin('app_user as u', 'u.id', 'r.user_id')
    .innerJoin('app_user as a', 'a.id', 'r.asked_by')
    .leftJoin('app_user as c', 'c.id', 'r.confirmed_by')
    .selectAll('r')
    .select([
      'u.display_name as user_name',
      'u.login_id',
      'a.display_name as asked_name',
      'c.display_name as confirmed_name',
    ])
type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>
const shape = (r: Row): LostFactorsRequest => ({
  id: r.id,
  userId: r.user_id,
  userName: r.user_name,
  loginId: r.login_id,
  status: r.status,
  reason: r.reason,
  answers: r.answers,
  resetsPassword: r.resets_password,
  askedBy: r.asked_by,
  askedByName: r.asked_name,
  askedAt: r.asked_at,
  confirmedByName: r.confirmed_name ?? undefined,
  opensAt: r.opens_at ?? undefined,
  endedAt: r.ended_at ?? undefined,
})

/** The latest request for the permit's account. */
export async function findLostFactors(
  db: Db,
  permit: Permit<'account.support'>,
): Promise<LostFactorsRequest | undefined> {
  const row = await rowsOf(db)
    .where('r.user_id', '=', permit.subjectId)
    .orderBy('r.asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && shape(row)
}

/** Those that wait for a second person or for their time. */
export async function listLostFactors(db: Db, _permit: Permit<'account.find'>): Promise<readonly LostFactorsRequest[]> {
  const rows = await rowsOf(db)
    .where('r.status', 'in', ['asked', 'waiting', 'open'])
    .orderBy('r.asked_at')
    .limit(50)
    .execute()
  return rows.map(shape)
}
