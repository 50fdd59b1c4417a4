/**
 * What was disclosed, found by the party, what happened to it, and when: over every signed answer of the contractor's own
 * providers, or of all for an auditor. Tax numbers are found by their digest and never come out. Reads only.
 */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { AffiliationKind, DisclosableEvent } from '#domain/affiliation/affiliation.ts'
import type { RequestOutcome } from '#domain/affiliation/request.ts'
import type { Day } from '#domain/dates.ts'
import { nameKey } from '#domain/party/name-key.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'

export interface AffiliationSearch {
  readonly name?: string | undefined
  readonly npi?: string | undefined
  readonly taxId?: string | undefined
  readonly event?: DisclosableEvent | undefined
  readonly tie?: AffiliationKind | undefined
  /** The affiliation was so on some day from here … */
  readonly from?: Day | undefined
  /** … to here. */
  readonly to?: Day | undefined
  /** Of this provider only, or of all but it. */
  readonly enrolleeId?: string | undefined
  readonly notOf?: string | undefined
  /** The same party: its NPI, the digest of its tax number, or its whole name. */
  readonly sameAs?: {
    readonly npi?: string | undefined
    readonly taxIdIndex?: string | undefined
    /** Of the parties of ownership: the one with the same tax number. */
    readonly ownerId?: string | undefined
    readonly name: string
  }
}
export interface DisclosedAffiliation {
  readonly requestId: string
  readonly itemId: string
  readonly enrolleeId: string
  readonly enrolleeName: string
  readonly enrolleeNpi: string
  readonly applicationId: string | undefined
  readonly enrollmentId: string | undefined
  readonly party: string
  readonly partyNpi: string | undefined
  readonly concerns: string | undefined
  readonly ties: readonly AffiliationKind[]
  readonly from: Day | undefined
  readonly to: Day | undefined
  readonly event: DisclosableEvent | undefined
  readonly eventOn: Day | undefined
  readonly outcome: RequestOutcome | undefined
  readonly answeredAt: Date
}
type Searching = Permit<'affiliation.search' | 'affiliation.review' | 'affiliation.determine'>
export const MOST_DISCLOSED = 200

/** The newest answers first. Without anything to search for all of them. At most 200. */
export async function searchAffiliations(
  db: Db,
  permit: Searching,
  s: AffiliationSearch,
): Promise<readonly DisclosedAffiliation[]> {
  const { contractorId } = permit.subject
  const key = nameKey(s.name ?? '')
  const text = (name: string) => sql<string | null>`f.answers ->> ${name}`
  const rows = await open(db)
    .selectFrom('affiliation as f')
    .innerJoin('affiliation_request as r', 'r.id', 'f.request_id')
    .innerJoin('enrollee as e', 'e.id', 'r.enrollee_id')
    .select(['f.request_id', 'f.id', 'f.answers', 'f.npi as party_npi', 'r.enrollee_id', 'e.display_name', 'e.npi'])
    .select(['r.application_id', 'r.enrollment_id', 'r.outcome', 'r.answered_at'])
    .where('r.answered_at', 'is not', null)
    .where('f.removed_at', 'is', null)
    .$if(contractorId !== undefined, (q) => q.where('r.contractor_id', '=', contractorId!))
    .$if(key !== '', (q) => q.where('f.name_key', 'like', `%${key}%`))
    .$if(s.npi !== undefined, (q) => q.where('f.npi', '=', s.npi!))
    .$if(s.taxId !== undefined, (q) => q.where('f.tax_id_index', '=', vaultOf(db).blindIndex('tax-id', s.taxId!)))
    .$if(s.event !== undefined, (q) => q.where('f.event', '=', s.event!))
    .$if(s.tie !== undefined, (q) => q.where(sql<boolean>`f.answers -> 'ties' @> ${JSON.stringify([s.tie])}::jsonb`))
    .$if(s.from !== undefined, (q) => q.where((x) => x.or([x(text('to'), 'is', null), x(text('to'), '>=', s.from!)])))
    .$if(s.to !== undefined, (q) => q.where(text('from'), '<=', s.to!))
    .$if(s.enrolleeId !== undefined, (q) => q.where('r.enrollee_id', '=', s.enrolleeId!))
    .$if(s.sameAs !== undefined, (q) =>
      q.where((x) =>
        x.or([
          x('f.name_key', '=', nameKey(s.sameAs!.name)),
          ...(s.sameAs!.npi ? [x('f.npi', '=', s.sameAs!.npi)] : []),
          ...(s.sameAs!.ownerId
            ? [
                x(
                  'f.tax_id_index',
                  '=',
                  x.selectFrom('ownership_party as p').select('p.tax_id_index').where('p.id', '=', s.sameAs!.ownerId),
                ),
              ]
            : []),
          ...(s.sameAs!.taxIdIndex ? [x('f.tax_id_index', '=', s.sameAs!.taxIdIndex)] : []),
        ]),
      ),
    )
    .$if(s.notOf !== undefined, (q) => q.where('r.enrollee_id', '<>', s.notOf!))
    .orderBy('r.answered_at', 'desc')
    .orderBy('f.name_key')
    .orderBy('f.id')
    .limit(MOST_DISCLOSED)
    .execute()
  return rows.map((r) => {
    const a = r.answers as Readonly<Record<string, unknown>>
    return {
      requestId: r.request_id,
      itemId: r.id,
      enrolleeId: r.enrollee_id,
      enrolleeName: r.display_name,
      enrolleeNpi: r.npi,
      applicationId: r.application_id ?? undefined,
      enrollmentId: r.enrollment_id ?? undefined,
      party: String(a.partyName ?? ''),
      partyNpi: r.party_npi ?? undefined,
      concerns: (a.concernsName as string | undefined) ?? undefined,
      ties: (a.ties ?? []) as readonly AffiliationKind[],
      from: a.from as Day | undefined,
      to: a.to as Day | undefined,
      event: a.event as DisclosableEvent | undefined,
      eventOn: a.eventOn as Day | undefined,
      outcome: r.outcome ?? undefined,
      answeredAt: r.answered_at!,
    }
  })
}
