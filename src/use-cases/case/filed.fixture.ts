/** Applications of Dr. Vega, signed and submitted, and permits as the pages would get them. */
import { createHash, randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { saveItem } from '#db/records/application/application-items.ts'
import { insertApplication, lockApplication } from '#db/records/application/applications.ts'
import { saveFiledParties } from '#db/records/application/filed-parties.ts'
import { insertSubmission } from '#db/records/application/submissions.ts'
import { transact } from '#db/records/transact.ts'
import { type Action, type Actor, authorize, type Permit } from '#domain/access/policy.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import { type Day, day } from '#domain/dates.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { splitRestricted } from '#forms/kit/answers.ts'
import { sectionOf } from '#forms/kit/form.ts'
import type { File } from '#forms/kit/section.ts'
import { drVega, vegaNpi } from '#test/people/dr-vega.ts'
import { filedParties } from '../screening/filed-parties.ts'
import { contractorId, type DeskWorld } from './desk.fixture.ts'

/** A permit as a page would get it; throws when the policy says no. */
export async function permitFor<A extends Action>(
  db: Db,
  actor: Actor,
  action: A,
  applicationId: string,
): Promise<Permit<A>> {
  const subject = await applicationSubject(db, applicationId)
  const permit = authorize(actor, action, subject!)
  if (!permit.ok) throw new Error(permit.problem.code)
  return permit.value
}

interface Filed {
  readonly file?: File
  readonly receivedOn?: Day
  readonly enrollmentId?: string
  readonly basisOrdinal?: number
  readonly chosenTasks?: readonly string[]
}

/** Signs and submits a file for Dr. Vega; returns the application's id. */
export async function fileApplication(db: Db, world: DeskWorld, now: Date, filed: Filed = {}): Promise<string> {
  const { file = drVega, receivedOn = day('2026-11-24'), ...change } = filed
  const start = authorize(world.vega, 'application.start', { id: world.enrolleeId, enrolleeId: world.enrolleeId })
  if (!start.ok) throw new Error('she may start')
  const id = await transact(db, async (tx) => {
    const applicationId = await insertApplication(
      tx,
      start.value,
      {
        form: cms855i.id,
        edition: cms855i.edition,
        reason: change.enrollmentId ? 'change' : 'initial',
        state: 'IL',
        contractorId,
        signerId: world.vega.userId,
        prefilled: [],
        ...change,
      },
      now,
    )
    for (const [sectionId, items] of Object.entries(file))
      for (const item of items) {
        const split = splitRestricted(sectionOf(cms855i, sectionId)!, item.answers)
        await saveItem(
          tx,
          applicationId,
          { sectionId, itemId: item.id, ...split, seenVersion: undefined },
          world.vega,
          now,
        )
      }
    return applicationId
  })
  await submitAgain(db, world, id, file, now, receivedOn)
  return id
}

/** Signs the file as the next submission; answers a development request when one is open. */
export async function submitAgain(
  db: Db,
  world: DeskWorld,
  applicationId: string,
  file: File,
  now: Date,
  receivedOn: Day,
): Promise<void> {
  const permit = await permitFor(db, world.vega, 'application.sign', applicationId)
  const text = canonicalJson({
    record: 1,
    form: cms855i.id,
    formTitle: cms855i.id,
    edition: cms855i.edition,
    reasonTitle: 'Initial enrollment',
    contractor: contractorId,
    npi: vegaNpi,
    practitioner: 'Rosa Maria Vega',
    state: 'IL',
    lang: 'en',
    answers: file,
    sections: [],
    documents: [],
    preflight: [],
    replies: [],
    attestation: { version: '1', title: 'Signature', statement: [], penalties: [], agree: 'I agree' },
  })
  await transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const ordinal = await insertSubmission(
      tx,
      permit,
      {
        edition: cms855i.edition,
        text,
        sha256: createHash('sha256').update(text).digest('hex'),
        attestationVersion: '1',
        signerName: 'Rosa Maria Vega',
        receivedOn,
        idempotencyKey: randomUUID(),
      },
      now,
    )
    await saveFiledParties(tx, permit, { applicationId, ordinal }, filedParties(cms855i.id, file))
    const first = ordinal === 1
    const moved = await moveApplication(
      tx,
      locked,
      first
        ? { event: 'submit', dueOn: null, receivedOn, trackingNumber: randomUUID().slice(0, 19).toUpperCase() }
        : { event: 'answer-development', dueOn: null },
      world.vega,
      now,
    )
    if (!moved.ok) throw new Error(moved.problem.code)
  })
}
