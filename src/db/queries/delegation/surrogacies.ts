/** Who works for whom: the connections of a party, on either side of them. */
import type { DelegatedFunction } from '#domain/access/delegation.ts'
import type { Permit, Subject } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export type SurrogacyStatus = 'asked' | 'offered' | 'active' | 'declined' | 'ended' | 'lapsed'

export interface Surrogacy {
  readonly id: string
  readonly agentId: string
  readonly agentName: string
  /** Id of the enrollee or organization that is worked for. */
  readonly grantorId: string
  readonly grantorName: string
  readonly grantorNpi: string | undefined
  /** All providers of an organization. */
  readonly wholeOrganization: boolean
  readonly functions: readonly DelegatedFunction[]
  readonly status: SurrogacyStatus
  readonly askedAt: Date
  readonly answeredAt: Date | undefined
  readonly endsOn: Day
  readonly confirmBy: Day | undefined
  readonly endedAt: Date | undefined
  readonly endReason: string | undefined
}
export interface SurrogacySubject extends Subject {
  readonly surrogacy: Surrogacy
}

const surrogacies = (db: Db) =>
  open(db)
    .selectFrom('surrogacy as g')
    .innerJoin('organization as a', 'a.id', 'g.agent_id')
    .leftJoin('enrollee as e', 'e.id', 'g.grantor_enrollee_id')
    .leftJoin('organization as o', 'o.id', 'g.grantor_organization_id')
    .selectAll('g')
    .select(['a.name as agent', 'e.display_name', 'e.npi', 'o.name as organization'])

type Row = Awaited<ReturnType<ReturnType<typeof surrogacies>['executeTakeFirstOrThrow']>>
const surrogacyOf = (r: Row): Surrogacy => ({
  id: r.id,
  agentId: r.agent_id,
  agentName: r.agent,
  grantorId: r.grantor_enrollee_id ?? r.grantor_organization_id ?? '',
  grantorName: r.display_name ?? r.organization ?? '',
  grantorNpi: r.npi ?? undefined,
  wholeOrganization: r.grantor_organization_id !== null,
  functions: r.functions,
  status: r.status,
  askedAt: r.asked_at,
  answeredAt: r.answered_at ?? undefined,
  endsOn: r.ends_on,
  confirmBy: r.confirm_by ?? undefined,
  endedAt: r.ended_at ?? undefined,
  endReason: r.end_reason ?? undefined,
})

/** Needs no permit, because permits are minted from it: the two parties of a connection. */
export async function surrogacySubject(db: Db, id: string | undefined): Promise<SurrogacySubject | undefined> {
  if (!isRowId(id)) return undefined
  const row = await surrogacies(db).where('g.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const surrogacy = surrogacyOf(row)
  return { id, partyIds: [surrogacy.grantorId, surrogacy.agentId], surrogacy }
}

/** Connections of the permit's party: those open or in force first, then the newest. At most 500. */
export async function listSurrogacies(
  db: Db,
  permit: Permit<'surrogacy.manage'>,
  side: 'agent' | 'grantor',
): Promise<readonly Surrogacy[]> {
  const id = permit.subjectId
  const rows = await surrogacies(db)
    .where((e) =>
      side === 'agent'
        ? e('g.agent_id', '=', id)
        : isRowId(id)
          ? e('g.grantor_enrollee_id', '=', id)
          : e('g.grantor_organization_id', '=', id),
    )
    .orderBy((e) => e.case().when('g.status', 'in', ['asked', 'offered', 'active']).then(0).else(1).end())
    .orderBy('g.asked_at', 'desc')
    .orderBy('g.id')
    .limit(500)
    .execute()
  return rows.map(surrogacyOf)
}

/** In force, and to be confirmed by a day or gone since. */
export async function listToConfirm(db: Db, _: Permit<'system.run'>, until: Day): Promise<readonly Surrogacy[]> {
  const rows = await surrogacies(db)
    .where('g.status', '=', 'active')
    .where((e) => e.or([e('g.confirm_by', '<=', until), e('g.ends_on', '<=', until)]))
    .orderBy('g.id')
    .execute()
  return rows.map(surrogacyOf)
}
