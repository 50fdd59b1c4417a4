/** Begins everything that a situation asks for; with more than one application, as a packet. */
import type { Db } from '#db/db.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { insertPacket } from '#db/records/application/packets.ts'
import { transact } from '#db/records/transact.ts'
import { type Actor, authorize, type Permit } from '#domain/access/policy.ts'
import type { ApplicationReason } from '#domain/application/reasons.ts'
import type { SituationId } from '#domain/application/situations.ts'
import type { StateCode } from '#domain/party/states.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Answers } from '#forms/kit/section.ts'
import { startApplication } from '../application/start-application.ts'
import { startChange } from '../application/start-change.ts'

export type Beginning =
  | { readonly enrolleeId: string; readonly form: string; readonly state: StateCode; readonly said: Answers }
  | {
      readonly enrolleeId: string
      readonly enrollmentId: string
      readonly reason: ApplicationReason
      readonly tasks: readonly string[]
    }

export interface Prepared {
  readonly applicationIds: readonly string[]
  /** Of more than one application. */
  readonly packetId: string | undefined
}

/**
 * An application that is open already is taken as it is. Refuses with what beginning one refuses with; those begun
 * before it stay as drafts, and are found again the next time.
 */
export async function preparePacket(
  db: Db,
  actor: Actor,
  situation: SituationId,
  beginnings: readonly Beginning[],
  now: Date,
): Promise<Result<Prepared>> {
  const permits: Permit<'application.edit'>[] = []
  for (const b of beginnings) {
    const begun = await begin(db, actor, b, now)
    if (!begun.ok) return begun
    const subject = await applicationSubject(db, begun.value)
    const editing = subject ? authorize(actor, 'application.edit', subject) : refuse({ code: 'not-found' })
    if (!editing.ok) return editing
    permits.push(editing.value)
  }
  if (permits.length === 0) return refuse({ code: 'required', at: 'about' })
  const applicationIds = permits.map((p) => p.subjectId)
  if (permits.length === 1) return ok({ applicationIds, packetId: undefined })
  const packetId = await transact(db, (tx) => insertPacket(tx, permits, situation, now))
  return ok({ applicationIds, packetId })
}

async function begin(db: Db, actor: Actor, b: Beginning, now: Date): Promise<Result<string>> {
  const permit = authorize(actor, 'application.start', { id: b.enrolleeId, enrolleeId: b.enrolleeId })
  if (!permit.ok) return permit
  const begun =
    'form' in b ? await startApplication(db, permit.value, b, now) : await startChange(db, permit.value, b, now)
  if (begun.ok) return ok(begun.value.applicationId)
  const open = begun.problem.code === 'application-open' ? begun.problem.with?.applicationId : undefined
  return open === undefined ? begun : ok(String(open))
}
