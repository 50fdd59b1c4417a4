/** When enrollments last billed, as far as the file of last claims in force says it. Reads only. */
import { type RawBuilder, sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import { formIds } from '#domain/application/reasons.ts'
import { type Day, earlier } from '#domain/dates.ts'
import type { EnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import type { SourceVersion } from '#domain/party/registry-provider.ts'
import {
  type AskedBefore,
  type BillingFacts,
  type BillingFile,
  type ClaimSource,
  expectsClaims,
} from '#domain/screening/non-billing.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { askedSource } from './source-policies.ts'

export interface LastBilledFile extends BillingFile {
  readonly version: SourceVersion
}

/** The file that may be asked on this day; undefined when none was loaded or it is too old: then nothing is known. */
export async function lastBilledFile(
  db: Db,
  on: Day,
  source: ClaimSource = 'last-billed',
): Promise<LastBilledFile | undefined> {
  const { version, freshness } = await askedSource(db, source, on)
  if (!version || freshness !== 'fresh') return undefined
  // Rows of several days or beginnings: only what all of them cover counts.
  const { rows } = await sql<{ from: Day | null; as_of: Day | null }>`
    select max(covers_from) as from, min(as_of) as as_of from last_billed
    where import_id = ${version.importId}`.execute(open(db))
  const { from, as_of } = rows[0]!
  return from && as_of
    ? { source, version, coversFrom: from, asOf: earlier(earlier(as_of, version.asOf), on) }
    : undefined
}

export interface BilledEnrollment extends BillingFacts {
  readonly id: string
  readonly ptan: string
  readonly enrolleeName: string
  /** A case about it waits for a person, or for the decision that one asked for. */
  readonly hasCase: boolean
  /** What the newest case about it was opened for. */
  readonly lastCase: AskedBefore | undefined
}
interface Row {
  readonly id: string
  readonly form: string
  readonly status: string
  readonly ptan: string
  readonly name: string
  readonly began: Day | null
  readonly last: Day | null
  readonly ending: boolean
  readonly has_case: boolean
  readonly last_case: AskedBefore | null
}

/**
 * The claims that count for enrollment `n`: those with its PTAN, and those of its NPI whose row has no PTAN or one that is
 * no other enrollment's of the same provider (who renders is named with the PTAN of the group that bills). Decisions that end it count while they are prepared or wait for their day.
 */
async function billed(
  db: Db,
  { source, version }: LastBilledFile,
  on: Day,
  which: RawBuilder<boolean>,
  rest: RawBuilder<unknown> = sql``,
): Promise<readonly BilledEnrollment[]> {
  const { rows } = await sql<Row>`
    select n.id, n.form, n.status, n.ptan, e.display_name as name,
      (select max(p.from_on) from enrollment_period p
        where p.enrollment_id = n.id and p.known_to is null and p.from_on <= ${on} and p.status = n.status) as began,
      greatest(
        (select max(l.last_claim_on) from last_billed l
          where l.import_id = ${version.importId} and l.ptan = n.ptan and n.ptan <> ''),
        (select max(l.last_claim_on) from last_billed l
          where l.import_id = ${version.importId} and l.npi = e.npi and (l.ptan = ''
            or not exists (select from enrollment o
              where o.ptan = l.ptan and o.id <> n.id and o.enrollee_id = n.enrollee_id)))) as last,
      exists (select from enrollment_decision d
        where d.enrollment_id = n.id and d.kind in ('deactivate', 'revoke')
          and (d.state = 'prepared' or (d.state in ('issued', 'delivered') and d.effective_on > ${on}))
          and not exists (select from enrollment_decision u
            where u.undoes_id = d.id and u.state in ('issued', 'delivered')))
        or exists (select from application a
          where a.enrollment_id = n.id and a.reason = 'withdrawal'
            and a.status in ('submitted', 'in-review', 'in-development', 'recommended')) as ending,
      exists (select from monitoring_case m
        where m.enrollment_id = n.id and m.source = ${source} and (m.disposed_at is null
          or (m.disposition = 'for-action' and not exists (select from enrollment_decision d
            where d.monitoring_case_id = m.id and d.state <> 'prepared')))) as has_case,
      (select m.evidence -> 'nonBilling' from monitoring_case m
        where m.enrollment_id = n.id and m.source = ${source} order by m.source_as_of desc limit 1) as last_case
    from enrollment n join enrollee e on e.id = n.enrollee_id
    where ${which} order by n.id ${rest}`.execute(open(db))
  return rows.flatMap((r): readonly BilledEnrollment[] =>
    r.began === null
      ? []
      : [
          {
            id: r.id,
            form: r.form,
            status: r.status as EnrollmentStatus,
            ptan: r.ptan,
            enrolleeName: r.name,
            beganOn: r.began,
            lastClaimOn: r.last ?? undefined,
            isEnding: r.ending,
            hasCase: r.has_case,
            lastCase: r.last_case ?? undefined,
          },
        ],
  )
}

/** Of how many enrollments that stand and may bill the file knows any claim, however old. */
export async function claimsKnown(
  db: Db,
  _: Permit<'system.run'>,
  { source, version }: LastBilledFile,
): Promise<{ readonly known: number; readonly enrollments: number }> {
  const { rows } = await sql<{ known: number; enrollments: number }>`
    select count(*)::int as enrollments, count(*) filter (where
      exists (select from last_billed l
        where l.import_id = ${version.importId} and l.ptan = n.ptan and n.ptan <> '')
      or exists (select from last_billed l where l.import_id = ${version.importId} and l.npi = e.npi))::int as known
    from enrollment n join enrollee e on e.id = n.enrollee_id
    where n.status = 'approved' and n.form = any(${formIds.filter((f) => expectsClaims(source, f))}::text[])`.execute(
    open(db),
  )
  return rows[0]!
}

/** Of these enrollments; those that have not begun are left out. */
export const billedAmong = (
  db: Db,
  _: Permit<'system.run' | 'dashboard.view' | 'enrollment.view'>,
  file: LastBilledFile,
  ids: readonly string[],
  on: Day,
): Promise<readonly BilledEnrollment[]> =>
  ids.length === 0 ? Promise.resolve([]) : billed(db, file, on, sql<boolean>`n.id = any(${[...ids]}::text[])`)

/** Those that stand, after this one in the order of ids; of the permit's contractor, or of all when it names none. */
export function listBilled(
  db: Db,
  { subject: { contractorId } }: Permit<'rules.try'>,
  file: LastBilledFile,
  page: { readonly after: string; readonly limit: number; readonly on: Day },
): Promise<readonly BilledEnrollment[]> {
  const own = contractorId === undefined ? sql`` : sql`and n.contractor_id = ${contractorId}`
  const which = sql<boolean>`n.status = 'approved' and n.id > ${page.after} ${own}`
  return billed(db, file, page.on, which, sql`limit ${page.limit}`)
}
