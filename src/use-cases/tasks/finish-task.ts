/** Brings the result of a task into its case: as a check with its evidence where it is one, and as a notice to who asked. */
import { createHash, randomUUID } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { Db } from '#db/db.ts'
import { type CaseTask, findTask, listPhotos } from '#db/queries/application/case-tasks.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { closeTask, insertPhoto, sealPhoto } from '#db/records/application/case-tasks.ts'
import { insertChecks, supersedeChecks } from '#db/records/application/screening.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import {
  isCheckedTask,
  MOST_PHOTOS,
  photoMaxMegabytes,
  resultsOf,
  taskKinds,
} from '#domain/review/queues/case-tasks.ts'
import { findCaseFile, submissionUnderReview } from '../case/case-file.ts'
import type { DocumentStore } from '../documents/judge-file.ts'
import { APPLICANT } from '../screening/screening-subjects.ts'
import { type DeskOffice, tellDesk } from './tell-desk.ts'

type Reviewing = Permit<'application.review'>
export const photoMaxBytes = photoMaxMegabytes * 1_048_576
const ACCEPTED: readonly string[] = ['image/jpeg', 'image/png', 'image/heic', 'image/heif', 'image/webp']

/** Who may bring the result: whose task it is, and who holds the case. */
export const mayFinish = (task: CaseTask, holder: string | undefined, userId: string): boolean =>
  task.state === 'open' && (task.ownerId === userId || holder === userId)

/** Keeps a photo of an open task. Refuses with `file-empty`, `file-too-large`, `file-infected`, `photo-type` or `too-many-items`. */
export async function addPhoto(
  db: Db,
  permit: Reviewing,
  { files, scanner }: DocumentStore,
  taskId: string,
  sent: { readonly fileName: string; readonly bytes: Buffer; readonly tooLarge: boolean },
  now: Date,
): Promise<Result<null>> {
  const at = 'photo'
  if (sent.tooLarge || sent.bytes.length > photoMaxBytes)
    return refuse({ code: 'file-too-large', at, with: { max: photoMaxMegabytes } })
  if (sent.bytes.length === 0) return refuse({ code: 'file-empty', at })
  const type = await fileTypeFromBuffer(sent.bytes)
  if (!type || !ACCEPTED.includes(type.mime)) return refuse({ code: 'photo-type', at })
  const scanned = await scanner?.scan(sent.bytes)
  if (scanned?.kind === 'infected') return refuse({ code: 'file-infected', at, with: { found: scanned.found } })
  const scan = scanned?.kind === 'clean' ? 'clean' : 'not-scanned'
  const id = randomUUID()
  const storedAs = await files.put(sealPhoto(db, id, sent.bytes))
  const sha256 = createHash('sha256').update(sent.bytes).digest('hex')
  const done = await transact(db, async (tx): Promise<Result<'kept' | 'there'>> => {
    const locked = await lockApplication(tx, permit)
    const task = await findTask(tx, permit, taskId)
    if (!task || !mayFinish(task, locked.assignedTo, permit.actor.userId)) return refuse({ code: 'not-your-case' })
    const there = (await listPhotos(tx, permit)).filter((p) => p.taskId === taskId)
    if (there.some((p) => p.sha256 === sha256)) return ok('there')
    if (there.length >= MOST_PHOTOS) return refuse({ code: 'too-many-items', at, with: { max: MOST_PHOTOS } })
    // A camera calls every picture "image.jpg".
    const fileName = `photo-${there.length + 1}.${type.ext}`
    const bytes = sent.bytes.length
    await insertPhoto(tx, permit, { id, taskId, fileName, mediaType: type.mime, bytes, sha256, storedAs, scan }, now)
    return ok('kept')
  })
  if (!done.ok || done.value === 'there') await files.remove(storedAs)
  return done.ok ? ok(null) : done
}

export interface TaskResult {
  readonly result: string | undefined
  readonly report: Readonly<Record<string, unknown>>
}

/** Refuses with `result-needed`, `not-your-case`, `already-so` or `not-found`. */
export async function finishTask(
  db: Db,
  permit: Reviewing,
  taskId: string,
  { result, report }: TaskResult,
  office: DeskOffice,
  now: Date,
): Promise<Result<null>> {
  const found = await findCaseFile(db, permit)
  return transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const task = await findTask(tx, permit, taskId)
    if (!task) return refuse({ code: 'not-found' })
    if (task.state !== 'open') return refuse({ code: 'already-so' })
    if (!mayFinish(task, locked.assignedTo, permit.actor.userId)) return refuse({ code: 'not-your-case' })
    const outcome = result === undefined ? undefined : resultsOf(task.kind)[result]
    if (!result || !outcome) return refuse({ code: 'result-needed', at: 'result' })
    await closeTask(tx, permit, taskId, { result, report }, now)
    const detail = { task: taskId, kind: task.kind, act: 'done', what: task.what, result }
    await appendEvent(tx, permit.subjectId, 'task', permit.actor, now, detail)
    if (isCheckedTask(task.kind)) {
      const subject = task.kind === 'site-visit' ? task.what : APPLICANT
      const photos = (await listPhotos(tx, permit)).filter((p) => p.taskId === taskId)
      await supersedeChecks(tx, permit, { kinds: [task.kind], subject }, now)
      const check = {
        kind: task.kind,
        subject,
        submission: submissionUnderReview(found),
        outcome,
        evidence: {
          query: { task: taskId, what: task.what, dueOn: task.dueOn },
          result,
          report,
          photos: photos.map((p) => ({ fileName: p.fileName, sha256: p.sha256 })),
          cite: taskKinds[task.kind].cite,
        },
        source: undefined,
        sourceAsOf: dayIn(found.header.contractorZone, now),
      }
      await insertChecks(tx, permit, [check], now)
    }
    const t = office.words.desk.tasks
    const says = t.finished(t.kinds[task.kind], task.what, t.results[result as 'done'] ?? result)
    for (const userId of new Set([task.openedBy, locked.assignedTo ?? task.openedBy]))
      await tellDesk(tx, permit, { userId, kind: 'task-done', says }, office, now)
    return ok(null)
  })
}
