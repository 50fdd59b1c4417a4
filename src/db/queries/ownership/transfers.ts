/** Sales that a buyer told of: which enrollment, who buys, what each side filed and answered. Reads only. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import type { Day } from '#domain/dates.ts'
import type { Agreement, SellerAnswer } from '#domain/ownership/transfer.ts'
import type { MajorityException, MajorityFinding } from '#domain/screening/majority-ownership.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { ApplicationPermit } from '../application/applications.ts'

export interface Filing {
  readonly applicationId: string
  readonly status: ApplicationStatus
  readonly trackingNumber: string | undefined
}
export interface Transfer {
  readonly id: string
  readonly saleOn: Day
  readonly agreement: Agreement
  readonly majority: MajorityFinding['because']
  readonly exception: MajorityException | undefined
  readonly namedAt: Date
  readonly buyer: Filing & { readonly enrolleeId: string; readonly name: string; readonly npi: string }
  readonly seller: {
    readonly enrollmentId: string
    readonly enrolleeId: string
    readonly name: string
    readonly npi: string
    readonly specialty: string
    readonly state: string
    readonly status: string
    /** Its own filing, once it has begun one. */
    readonly filing: Filing | undefined
    readonly answer: SellerAnswer | undefined
    readonly said: string | undefined
    readonly answeredAt: Date | undefined
  }
}

const transfers = (db: Db) =>
  open(db)
    .selectFrom('ownership_transfer as t')
    .innerJoin('enrollment as n', 'n.id', 't.seller_enrollment_id')
    .innerJoin('enrollee as s', 's.id', 'n.enrollee_id')
    .innerJoin('enrollee as b', 'b.id', 't.buyer_enrollee_id')
    .innerJoin('application as a', 'a.id', 't.buyer_application_id')
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('application as x')
          .select(['x.id', 'x.status', 'x.tracking_number'])
          .whereRef('x.enrollment_id', '=', 't.seller_enrollment_id')
          .where('x.reason', '=', 'ownership-seller')
          .where('x.status', '<>', 'withdrawn')
          .orderBy('x.created_at', 'desc')
          .orderBy('x.id')
          .limit(1)
          .as('f'),
      (j) => j.onTrue(),
    )
    .selectAll('t')
    .select(['n.enrollee_id as s_id', 'n.specialty', 'n.state', 'n.status as n_status'])
    .select(['s.display_name as s_name', 's.npi as s_npi', 'b.display_name as b_name', 'b.npi as b_npi'])
    .select(['a.status as a_status', 'a.tracking_number as a_tracking'])
    .select(['f.id as f_id', 'f.status as f_status', 'f.tracking_number as f_tracking'])
    .orderBy('t.named_at', 'desc')
    .orderBy('t.id')

type Row = Awaited<ReturnType<ReturnType<typeof transfers>['execute']>>[number]
const transferOf = (r: Row): Transfer => ({
  id: r.id,
  saleOn: r.sale_on,
  agreement: r.agreement,
  majority: r.majority_finding,
  exception: r.majority_exception ?? undefined,
  namedAt: r.named_at,
  buyer: {
    applicationId: r.buyer_application_id,
    status: r.a_status,
    trackingNumber: r.a_tracking ?? undefined,
    enrolleeId: r.buyer_enrollee_id,
    name: r.b_name,
    npi: r.b_npi,
  },
  seller: {
    enrollmentId: r.seller_enrollment_id,
    enrolleeId: r.s_id,
    name: r.s_name,
    npi: r.s_npi,
    specialty: r.specialty,
    state: r.state,
    status: r.n_status,
    filing:
      r.f_id && r.f_status
        ? { applicationId: r.f_id, status: r.f_status, trackingNumber: r.f_tracking ?? undefined }
        : undefined,
    answer: r.answer ?? undefined,
    said: r.said ?? undefined,
    answeredAt: r.answered_at ?? undefined,
  },
})

/** Those that an application is about, whichever side filed it; the newest first. */
export async function listTransfersOf(db: Db, permit: ApplicationPermit): Promise<readonly Transfer[]> {
  const rows = await transfers(db)
    .where((e) =>
      e.or([
        e('t.buyer_application_id', '=', permit.subjectId),
        e(
          't.seller_enrollment_id',
          'in',
          e
            .selectFrom('application as own')
            .select('own.enrollment_id')
            .where('own.id', '=', permit.subjectId)
            .where('own.reason', '=', 'ownership-seller')
            .where('own.enrollment_id', 'is not', null)
            .$castTo<{ enrollment_id: string }>(),
        ),
      ]),
    )
    .execute()
  return rows.map(transferOf)
}

/** Those that name the permit's enrollment as the one that is sold, the newest first. */
export async function listSalesOf(
  db: Db,
  permit: Permit<'enrollment.manage' | 'enrollment.view'>,
): Promise<readonly Transfer[]> {
  const rows = await transfers(db).where('t.seller_enrollment_id', '=', permit.subjectId).execute()
  return rows.map(transferOf).filter((t) => t.buyer.status !== 'withdrawn')
}

/** Enrollments that somebody says to have bought, and whose side has not answered. */
export async function listSalesToAnswer(
  db: Db,
  _: Permit<'dashboard.view'>,
  enrolleeIds: readonly string[],
): Promise<readonly Transfer[]> {
  if (enrolleeIds.length === 0) return []
  const rows = await transfers(db)
    .where('n.enrollee_id', 'in', enrolleeIds)
    .where('t.answer', 'is', null)
    .where('a.status', '<>', 'withdrawn')
    .execute()
  return rows.map(transferOf).filter((t) => t.seller.filing === undefined)
}

export interface Sold {
  readonly enrollmentId: string
  readonly enrolleeId: string
  readonly name: string
  readonly npi: string
  readonly form: string
  readonly specialty: string
  readonly state: string
  readonly began: Day | undefined
  /** The certification number of its newest version. */
  readonly ccn: string | undefined
}

/**
 * Enrollments of organizations by NPI, enrollment id, PTAN or certification number (written plainly); a few at most. Names
 * of organizations are public; whoever knows a PTAN or a number was told it.
 */
export async function findSold(db: Db, _: Permit<'application.start'>, number: string): Promise<readonly Sold[]> {
  const { rows } = await sql<Sold & { readonly began: Day | null; readonly ccn: string | null }>`
    select n.id as "enrollmentId", e.id as "enrolleeId", e.display_name as name, e.npi, n.form, n.specialty, n.state,
      (select min(p.from_on) from enrollment_period p where p.enrollment_id = n.id and p.known_to is null) as began, v.ccn
    from enrollment n join enrollee e on e.id = n.enrollee_id
    left join lateral (select upper(replace(replace(w.answers #>> '{provider-numbers,0,answers,ccn}', '-', ''), ' ', '')) as ccn
      from enrollment_version w where w.enrollment_id = n.id and w.known_to is null order by w.ordinal desc limit 1) v on true
    where n.form in ('CMS-855A', 'CMS-855B') and n.status not in ('revoked', 'withdrawn')
      and (e.npi = ${number} or n.id = ${number} or n.ptan = ${number} or v.ccn = ${number})
    order by n.id limit 5`.execute(open(db))
  return rows.map((r) => ({ ...r, began: r.began ?? undefined, ccn: r.ccn ?? undefined }))
}

/** The certification number of the enrollment that is sold with an application; undefined where the record has none. */
export async function soldNumber(
  db: Db,
  permit: Permit<'application.decide'>,
): Promise<{ readonly agreement: Agreement; readonly ccn: string | undefined } | undefined> {
  const { rows } = await sql<{ readonly agreement: Agreement; readonly ccn: string | null }>`
    select t.agreement, (select w.answers #>> '{provider-numbers,0,answers,ccn}' from enrollment_version w
      where w.enrollment_id = t.seller_enrollment_id and w.known_to is null order by w.ordinal desc limit 1) as ccn
    from ownership_transfer t where t.buyer_application_id = ${permit.subjectId}`.execute(open(db))
  const [row] = rows
  return row && { agreement: row.agreement, ccn: row.ccn ?? undefined }
}

/** The day of the last sale of the whole that an approval wrote for an enrollment. */
export async function lastSaleOf(
  db: Db,
  _: Permit<'application.start'>,
  enrollmentId: string,
): Promise<Day | undefined> {
  const row = await open(db)
    .selectFrom('application as a')
    .innerJoin('decision as d', 'd.application_id', 'a.id')
    .select((e) => e.fn.max<Day | null>('d.effective_on').as('on'))
    .where('a.enrollment_id', '=', enrollmentId)
    .where('a.reason', '=', 'ownership-buyer')
    .where('a.status', '=', 'approved')
    .where('d.kind', '=', 'approve')
    .executeTakeFirst()
  return row?.on ?? undefined
}
