/** Filings that name a party and are not in the record, found by keyed digests; and submissions that have none yet. Reads only. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import { type PartyKey, type PartyKeyKind, unrecorded } from '#domain/screening/filed-party.ts'
import type { ElsewhereFiling } from '#domain/screening/named-elsewhere.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { submissionPlace } from '../application/submissions.ts'

/** Digests of another purpose than any other table's, so that they cannot be laid beside those. */
export const filedPartyDigest = (db: Db, kind: PartyKeyKind, value: string): string =>
  vaultOf(db).blindIndex(`filed-party ${kind}`, value)

const MOST = 100

interface Row {
  readonly id: string
  readonly form: string
  readonly state: string
  readonly status: ApplicationStatus
  readonly display_name: string
  readonly contractor: string
  readonly own: boolean
  readonly tracking_number: string | null
  readonly parties: readonly string[]
  readonly kinds: readonly PartyKeyKind[]
  readonly decision: string | null
  readonly reasons: readonly string[] | null
}

/**
 * Filings of others than the applicant that name the party and wait or were refused, every contractor's; the tracking
 * number and the reasons only of those of the contractor whose application the permit is of.
 */
export async function filingsNaming(
  db: Db,
  permit: Permit<'application.review' | 'application.screen'>,
  keys: readonly PartyKey[],
): Promise<readonly ElsewhereFiling[]> {
  if (keys.length === 0) return []
  const digests = keys.map((k) => filedPartyDigest(db, k.kind, k.value))
  const { rows } = await sql<Row>`
    select a.id, a.form, a.state, a.status, e.display_name, c.name as contractor, a.tracking_number,
      a.contractor_id = me.contractor_id as own,
      array_agg(distinct p.party) as parties, array_agg(distinct p.kind) as kinds, d.kind as decision, d.reasons
    from filed_party p
    join application a on a.id = p.application_id
    join enrollee e on e.id = a.enrollee_id
    join contractor c on c.id = a.contractor_id
    join application me on me.id = ${permit.subjectId}
    join enrollee my on my.id = me.enrollee_id
    left join lateral (select d.kind, d.reasons from decision d
      where d.application_id = a.id and d.overturned_at is null order by d.decided_at desc, d.id limit 1) d on true
    where p.digest = any(${digests}::text[]) and a.enrollee_id <> me.enrollee_id
      and (e.tax_id_index is null or e.tax_id_index is distinct from my.tax_id_index)
      and a.status = any(${[...unrecorded]}::text[])
    group by a.id, e.display_name, c.name, me.contractor_id, d.kind, d.reasons
    order by a.status_since desc, a.id limit ${MOST}`.execute(open(db))
  return rows.map((r) => ({
    applicationId: r.id,
    enrolleeName: r.display_name,
    form: r.form,
    state: r.state,
    status: r.status,
    as: [...new Set(r.parties.map((p) => p.split('/')[0]!))],
    by: r.kinds,
    ...(r.own
      ? {
          ...(r.tracking_number && { trackingNumber: r.tracking_number }),
          ...(r.decision && r.reasons && { decision: r.decision, reasons: r.reasons }),
        }
      : { contractor: r.contractor }),
  }))
}

/** Databases, by the vault of their connections, whose submissions were all gone through. */
const gone = new WeakSet<object>()

/**
 * Whether every submission's parties are kept; until then nobody can say that no filing names a party. Asked of the
 * database until it is so: what is signed since keeps its own at once.
 */
export async function areFiledPartiesKept(
  db: Db,
  _: Permit<'application.review' | 'application.screen'>,
): Promise<boolean> {
  const vault = vaultOf(db)
  if (gone.has(vault)) return true
  const { rows } = await sql`
    select 1 from submission s where not exists (select 1 from filed_party_index i
      where i.application_id = s.application_id and i.submission_ordinal = s.ordinal) limit 1`.execute(open(db))
  if (rows.length === 0) gone.add(vault)
  return rows.length === 0
}

export interface UnindexedSubmission {
  readonly applicationId: string
  readonly ordinal: number
  readonly form: string
  readonly text: string
}

/** The oldest submissions whose parties are not kept yet; at most so many. */
export async function listUnindexed(
  db: Db,
  _: Permit<'system.run'>,
  limit: number,
): Promise<readonly UnindexedSubmission[]> {
  const rows = await open(db)
    .selectFrom('submission as s')
    .innerJoin('application as a', 'a.id', 's.application_id')
    .leftJoin('filed_party_index as i', (j) =>
      j.onRef('i.application_id', '=', 's.application_id').onRef('i.submission_ordinal', '=', 's.ordinal'),
    )
    .select(['s.application_id', 's.ordinal', 's.sealed_document', 'a.form'])
    .where('i.application_id', 'is', null)
    .orderBy('s.signed_at')
    .orderBy('s.application_id')
    .orderBy('s.ordinal')
    .limit(limit)
    .execute()
  return rows.map((r) => ({
    applicationId: r.application_id,
    ordinal: r.ordinal,
    form: r.form,
    text: vaultOf(db).unseal(submissionPlace(r.application_id, r.ordinal), r.sealed_document).toString(),
  }))
}
