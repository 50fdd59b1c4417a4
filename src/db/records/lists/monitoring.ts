/** Writes of monitoring: passes with where they are, cases once for each entry, and what a person says of one. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { MonitoredSource, MonitoringDisposition, MonitoringKind } from '#domain/screening/monitoring.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../../queries/application/applications.ts'
import { evidenceHash } from '../application/screening.ts'

type System = Permit<'system.run'>

export interface RunAt {
  readonly id: string
  readonly after: string
  readonly isFinished: boolean
}

/** The pass of this load, begun now or before. */
export async function beginRun(
  tx: Db,
  _: System,
  run: { readonly source: MonitoredSource; readonly importId: string; readonly pass: string },
  at: Date,
): Promise<RunAt> {
  await open(tx)
    .insertInto('monitoring_run')
    .values({
      id: randomUUID(),
      source: run.source,
      import_id: run.importId,
      pass: run.pass,
      started_at: at,
      finished_at: null,
    })
    .onConflict((c) => c.columns(['source', 'import_id', 'pass']).doNothing())
    .execute()
  const row = await open(tx)
    .selectFrom('monitoring_run')
    .select(['id', 'after_enrollment', 'finished_at'])
    .where('source', '=', run.source)
    .where('import_id', '=', run.importId)
    .where('pass', '=', run.pass)
    .executeTakeFirstOrThrow()
  return { id: row.id, after: row.after_enrollment, isFinished: row.finished_at !== null }
}

/** Takes the turn for the page that begins after `from`; false when somebody else did it. Holds the run until the end. */
export async function advanceRun(
  tx: Db,
  _: System,
  id: string,
  step: {
    readonly from: string
    readonly to: string
    readonly enrollments: number
    readonly parties: number
    readonly opened: number
  },
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('monitoring_run')
    .set((eb) => ({
      after_enrollment: step.to,
      enrollments: eb('enrollments', '+', step.enrollments),
      parties: eb('parties', '+', step.parties),
      opened: eb('opened', '+', step.opened),
    }))
    .where('id', '=', id)
    .where('after_enrollment', '=', step.from)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export const finishRun = (tx: Db, _: System, id: string, at: Date): Promise<unknown> =>
  open(tx).updateTable('monitoring_run').set({ finished_at: at }).where('id', '=', id).execute()

export interface NewMonitoringCase {
  readonly enrollmentId: string
  readonly contractorId: string
  readonly party: string
  readonly partyName: string
  readonly kind: MonitoringKind
  readonly source: MonitoredSource
  readonly rowId: string
  readonly rowSha256: string
  readonly outcome: 'possible' | 'match'
  readonly evidence: Readonly<Record<string, unknown>>
  readonly sourceAsOf: Day
}

/** Opens those that were never opened for the same entry; gives how many. */
export async function openCases(
  tx: Db,
  _: System,
  runId: string,
  cases: readonly NewMonitoringCase[],
  at: Date,
): Promise<number> {
  if (cases.length === 0) return 0
  const made = await open(tx)
    .insertInto('monitoring_case')
    .values(
      cases.map((c) => ({
        id: randomUUID(),
        enrollment_id: c.enrollmentId,
        contractor_id: c.contractorId,
        party: c.party,
        party_name: c.partyName,
        kind: c.kind,
        source: c.source,
        row_id: c.rowId,
        row_sha256: c.rowSha256,
        outcome: c.outcome,
        evidence: JSON.stringify(c.evidence),
        evidence_sha256: evidenceHash(c.evidence),
        source_as_of: c.sourceAsOf,
        opened_at: at,
        run_id: runId,
        disposition: null,
        disposition_reason: null,
        disposed_by: null,
        disposed_at: null,
      })),
    )
    .onConflict((c) => c.columns(['enrollment_id', 'party', 'source', 'row_id', 'row_sha256']).doNothing())
    .returning('id')
    .execute()
  return made.length
}

/** False when it is no open case of the permit's contractor: somebody else may have said it a moment ago. */
export async function saveMonitoringDisposition(
  tx: Db,
  permit: Permit<'monitoring.judge'>,
  caseId: string,
  said: { readonly disposition: MonitoringDisposition; readonly reason: string },
  at: Date,
): Promise<boolean> {
  const { contractorId } = permit.subject
  if (!isRowId(caseId) || contractorId === undefined) return false
  const done = await open(tx)
    .updateTable('monitoring_case')
    .set({
      disposition: said.disposition,
      disposition_reason: said.reason,
      disposed_by: permit.actor.userId,
      disposed_at: at,
    })
    .where('id', '=', caseId)
    .where('contractor_id', '=', contractorId)
    .where('disposed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
