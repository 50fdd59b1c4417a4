/** Files of the past with the evidence that was kept about them, for trying rules on. Reads only. */
import type { Permit } from '#domain/access/policy.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import type { SupplierType } from '#domain/enrollment/supplier-types.ts'
import type { FieldFinding } from '#domain/matching/match-party.ts'
import { isLevelAsk } from '#domain/review/level/level-asks.ts'
import { type Disposition, isCheckKind, isDisposition } from '#domain/review/screening/screening.ts'
import type { ScreeningDecision, ScreeningOccasion } from '#domain/review/screening/screening-level.ts'
import type { AskedPlace, PastCheck, PastFile } from '#domain/rules/judge-past.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** Enough to see what a change does; a larger desk tries it on a shorter time. */
export const MOST_FILES = 5000

interface Kept {
  readonly hit?: {
    readonly score?: number
    readonly fields?: readonly FieldFinding[]
    readonly reinstated?: boolean
  }
  readonly level?: ScreeningDecision | null
  readonly supplierType?: SupplierType
  readonly occasion?: ScreeningOccasion | null
  readonly asked?: AskedPlace
  readonly moratoria?: readonly AskedPlace[]
  readonly result?: string
  readonly exception?: object
}

/** Applications received since the day, newest first; of the permit's contractor, or of all when it names none. */
export async function listPastFiles(db: Db, permit: Permit<'rules.try'>, since: Day): Promise<readonly PastFile[]> {
  const { contractorId } = permit.subject
  const k = open(db)
  const applications = await k
    .selectFrom('application as a')
    .innerJoin('contractor as c', 'c.id', 'a.contractor_id')
    .innerJoin('submission as s', 's.application_id', 'a.id')
    .select(['a.id', 'a.tracking_number', 'a.status', 'a.received_on', 'c.time_zone'])
    .select((e) => e.fn.min('s.signed_at').as('signed_at'))
    .where('a.received_on', '>=', since)
    .$if(contractorId !== undefined, (q) => q.where('a.contractor_id', '=', contractorId!))
    .groupBy(['a.id', 'a.tracking_number', 'a.status', 'a.received_on', 'c.time_zone'])
    .orderBy('a.received_on', 'desc')
    .orderBy('a.id')
    .limit(MOST_FILES)
    .execute()
  if (applications.length === 0) return []
  const checks = await k
    .selectFrom('screening_check')
    .select([
      'application_id',
      'check_id',
      'subject',
      'outcome',
      'disposition',
      'source',
      'source_as_of',
      'ran_at',
      'evidence',
    ])
    .where(
      'application_id',
      'in',
      applications.map((a) => a.id),
    )
    .where('superseded_at', 'is', null)
    .orderBy('ran_at')
    .orderBy('id')
    .execute()
  const of = Map.groupBy(checks, (c) => c.application_id)
  return applications.map((a) => ({
    id: a.id,
    trackingNumber: a.tracking_number ?? a.id,
    status: a.status,
    receivedOn: a.received_on!,
    signedOn: dayIn(a.time_zone, new Date(a.signed_at)),
    checks: (of.get(a.id) ?? []).flatMap((c): readonly PastCheck[] => {
      if (!isCheckKind(c.check_id)) return []
      const { hit, level, supplierType, occasion, asked, moratoria, result, exception } = c.evidence as Kept
      return [
        {
          kind: c.check_id,
          subject: c.subject,
          outcome: c.outcome,
          disposition: isDisposition(c.disposition ?? undefined) ? (c.disposition as Disposition) : undefined,
          source: c.source ?? undefined,
          sourceAsOf: c.source_as_of ?? undefined,
          ranOn: dayIn(a.time_zone, c.ran_at),
          ...(hit?.score !== undefined &&
            hit.fields && { hit: { score: hit.score, fields: hit.fields, ended: hit.reinstated ?? false } }),
          ...(level && { level }),
          ...(level && supplierType && occasion && { leveled: { supplierType, occasion, level } }),
          ...(c.check_id === 'moratorium' && asked && { moratorium: { asked, bars: moratoria ?? [] } }),
          ...(isLevelAsk(c.check_id) && { brought: { result, isException: exception !== undefined } }),
        },
      ]
    }),
  }))
}
