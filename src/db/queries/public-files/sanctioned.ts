/** Rows of the revocation and opt-out files. Reads only, in pages. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import { type Day, siteZone } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { inPages, type NamedRow, nameColumns, onlyNpis, typeText } from './view.ts'

type Viewing = Permit<'public.view'>

export interface RevokedRow extends NamedRow {
  readonly id: string
  readonly npi: string
  readonly severalNpis: boolean
  readonly state: string
  readonly specialty: string
  readonly typeText: string | null
  /** As an imported file says it. */
  readonly listedReason: string | null
  /** Names of the reasons of our own decision. */
  readonly reasons: readonly string[]
  readonly effectiveOn: Day
  readonly barUntil: Day | null
}

/** Revoked on the day and still barred from enrolling again: nobody else is published. */
export const pagesOfRevoked = (db: Db, _: Viewing, on: Day): AsyncGenerator<readonly RevokedRow[]> =>
  inPages(
    async (after, limit) => {
      const { rows } = await sql<RevokedRow>`
        select n.id, e.npi, n.state, n.specialty, coalesce(l.type_text, ${typeText('n.specialty')}) as "typeText", ${nameColumns},
          exists (select 1 from enrollment_npi a where a.enrollment_id = n.id) as "severalNpis",
          l.reason as "listedReason", coalesce(d.reasons, '[]') as reasons,
          coalesce(l.effective_on, d.effective_on, ep.from_on) as "effectiveOn", coalesce(l.bar_until, d.until_on) as "barUntil"
        from enrollment_period ep
        join enrollment n on n.id = ep.enrollment_id
        join enrollee e on e.id = n.enrollee_id
        left join revocation_listing l on l.enrollment_id = n.id
        left join lateral (
          select x.reasons, x.effective_on, b.until_on
          from enrollment_decision x join re_enrollment_bar b on b.decision_id = x.id
          where x.enrollment_id = n.id and x.kind = 'revoke' and x.state in ('issued', 'delivered') and b.lifted_at is null
          order by b.until_on desc limit 1) d on true
        where ep.status = 'revoked' and ep.known_to is null and ep.from_on <= ${on} and (ep.to_on is null or ep.to_on >= ${on})
          and n.id > ${after} and coalesce(l.bar_until, d.until_on) >= ${on}
        order by n.id limit ${limit}`.execute(open(db))
      return rows
    },
    (r) => r.id,
  )

export interface OptedOutRow extends NamedRow {
  readonly id: string
  readonly npi: string
  readonly specialty: string
  /** First day of the opt-out, and the day on which an imported file says that it ends. */
  readonly from: Day
  readonly listed: {
    readonly specialty: string
    readonly until: Day
    readonly line1: string
    readonly line2: string
    readonly city: string
    readonly state: string
    readonly zip: string
    readonly may_order: boolean
    readonly updated: Day | null
  } | null
  readonly excluded: boolean
  readonly updatedOn: Day
}

/** Opted out on the day. An address stands only in imported rows: the affidavit asks for none that is public. */
export const pagesOfOptedOut = (
  db: Db,
  _: Viewing,
  on: Day,
  npis?: readonly string[],
): AsyncGenerator<readonly OptedOutRow[]> =>
  inPages(
    async (after, limit) => {
      const { rows } = await sql<OptedOutRow>`
        select n.id, e.npi, n.specialty, ep.from_on as "from", (ep.known_from at time zone ${siteZone})::date as "updatedOn",
          ${nameColumns},
          case when l.enrollment_id is not null then to_jsonb(l) || jsonb_build_object('until', l.until_on, 'updated', l.updated_on)
            end as listed,
          coalesce((select v.answers #>> '{standing,0,answers,excluded}' from enrollment_version v
            where v.enrollment_id = n.id and v.known_to is null order by v.ordinal desc limit 1), '') = 'true' as excluded
        from enrollment_period ep
        join enrollment n on n.id = ep.enrollment_id
        join enrollee e on e.id = n.enrollee_id
        left join opt_out_listing l on l.enrollment_id = n.id
        where ep.status = 'opted-out' and ep.known_to is null and ep.from_on <= ${on}
          and (ep.to_on is null or ep.to_on >= ${on}) and e.npi || n.id > ${after} ${onlyNpis('e.npi', npis)}
        order by e.npi || n.id limit ${limit}`.execute(open(db))
      return rows
    },
    (r) => r.npi + r.id,
  )
