/** A person's application from the first question to the decision, by the use-cases of the pages. For tests. */
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { saveItem } from '#db/records/application/application-items.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import type { ApplicationReason } from '#domain/application/reasons.ts'
import { addYears, dayIn } from '#domain/dates.ts'
import type { StateCode } from '#domain/party/states.ts'
import type { Result } from '#domain/result.ts'
import { splitRestricted } from '#forms/kit/answers.ts'
import { sectionOf } from '#forms/kit/form.ts'
import type { File } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'
import { en } from '#words/index.ts'
import { findCaseFile } from '../case/case-file.ts'
import { compareApplication } from '../case/compare-application.ts'
import { contractorId, type DeskWorld, office } from '../case/desk.fixture.ts'
import { explainDifference } from '../case/explain-difference.ts'
import { permitFor } from '../case/filed.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import type { ApprovalChoice } from '../decisions/approval-plan.ts'
import { approveApplication } from '../decisions/approve-application.ts'
import { recommendApplication } from '../decisions/recommend-application.ts'
import { bringAsked } from '../level/level.fixture.ts'
import { recordLicense } from '../screening/judge-checks.ts'
import { screenApplication } from '../screening/screen-application.ts'
import { disposeAll } from '../screening/screening.fixture.ts'
import { licensesOf } from '../screening/screening-subjects.ts'
import { freezeApplication } from './freeze-application.ts'
import { saveSection } from './save-section.ts'
import { signApplication } from './sign-application.ts'
import { startApplication } from './start-application.ts'
import { startChange } from './start-change.ts'

export const zone = 'America/Chicago'
export { contractorId }

export const must = async <T>(result: Promise<Result<T>>): Promise<T> => {
  const done = await result
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
  return done.value
}

const startPermit = (actor: Actor, enrolleeId: string) => {
  const permit = authorize(actor, 'application.start', { id: enrolleeId, enrolleeId })
  if (!permit.ok) throw new Error('may start')
  return permit.value
}

/** Begins a new enrollment by a form and fills it. */
export async function begun(db: Db, world: DeskWorld, form: string, file: File, now: Date): Promise<string> {
  const { applicationId } = await must(
    startApplication(
      db,
      startPermit(world.vega, world.enrolleeId),
      { form, state: String(file.enrollment![0]!.answers.state) as StateCode, said: file.enrollment![0]!.answers },
      now,
    ),
  )
  await fillAll(db, world.vega, applicationId, form, file, now)
  return applicationId
}

/** Saves every section of a file over what the registry had given. */
export async function fillAll(
  db: Db,
  by: Actor,
  applicationId: string,
  form: string,
  file: File,
  now: Date,
): Promise<void> {
  const permit = await permitFor(db, by, 'application.edit', applicationId)
  const stored = await findFile(db, permit)
  for (const [sectionId, items] of Object.entries(file))
    for (const [i, item] of items.entries()) {
      const there = stored[sectionId]?.[i]
      const section = sectionOf(readingOf(form).form, sectionId)!
      const place = { sectionId, itemId: there?.id ?? item.id, seenVersion: there?.version }
      await must(saveItem(db, applicationId, { ...place, ...splitRestricted(section, item.answers) }, by, now))
    }
}

/** Begins an application about an enrollment. */
export const begunAbout = async (
  db: Db,
  world: DeskWorld,
  enrollmentId: string,
  reason: ApplicationReason,
  now: Date,
): Promise<string> =>
  (await must(startChange(db, startPermit(world.vega, world.enrolleeId), { enrollmentId, reason, tasks: [] }, now)))
    .applicationId

/** Saves a section that does not repeat. */
export async function say(
  db: Db,
  by: Actor,
  applicationId: string,
  sectionId: string,
  answers: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<void> {
  const permit = await permitFor(db, by, 'application.edit', applicationId)
  const there = (await findFile(db, permit))[sectionId]?.[0]
  await must(saveSection(db, permit, { sectionId, itemId: '1', answers, seenVersion: there?.version }, now))
}

/** Explains what differs from the registry. */
export async function explained(db: Db, by: Actor, applicationId: string, now: Date): Promise<void> {
  const edit = await permitFor(db, by, 'application.edit', applicationId)
  const { form } = await findApplication(db, edit)
  const on = dayIn(zone, now)
  const { rows } = await compareApplication(db, edit, readingOf(form), await findFile(db, edit), on)
  for (const { key, standing, explanation } of rows)
    if (standing === 'explain' && !explanation)
      await must(explainDifference(db, edit, { key, explanation: 'It is right as it stands here.' }, on, now))
}

/** Explains what differs from the registry, and signs. */
export async function signed(db: Db, by: Actor, applicationId: string, now: Date): Promise<void> {
  await explained(db, by, applicationId, now)
  const permit = await permitFor(db, by, 'application.sign', applicationId)
  const frozen = await freezeApplication(db, permit, en, now)
  if (frozen.open.length > 0) throw new Error(JSON.stringify(frozen.open))
  const signature = {
    typedName: frozen.record.signer ?? frozen.record.practitioner,
    agreed: true,
    seenSha256: frozen.sha256,
    idempotencyKey: `sign-${applicationId}`,
  }
  await must(signApplication(db, permit, signature, { site: office.site as never, words: en }, now))
}

/** The desk takes it, screens it and looks licenses up, so that it can be recommended. */
export async function reviewed(db: Db, world: DeskWorld, id: string, now: Date): Promise<void> {
  // Lists of the day: older ones would answer nothing.
  await open(db)
    .updateTable('source_import')
    .set({ as_of: dayIn(zone, now) })
    .execute()
  const permit = await permitFor(db, world.analyst, 'application.review', id)
  await must(takeCase(db, permit, now))
  await must(screenApplication(db, permit, now))
  const today = dayIn(zone, now)
  // Of the whole record: a change of something else is checked with the licenses on file.
  for (const { subject } of licensesOf((await findCaseFile(db, permit)).whole))
    await must(
      recordLicense(
        db,
        permit,
        {
          subject,
          site: 'board.example',
          standing: 'active',
          expiresOn: addYears(today, 1),
          seenOn: today,
          note: undefined,
        },
        now,
      ),
    )
  await disposeAll(db, permit, now)
  await bringAsked(db, permit, now)
}

/** The desk from taking it to the approval, by the rule's dates unless a choice says otherwise. */
export async function decided(
  db: Db,
  world: DeskWorld,
  id: string,
  now: Date,
  choice: ApprovalChoice = { delay: 'none' },
): Promise<string> {
  await reviewed(db, world, id, now)
  const permit = await permitFor(db, world.analyst, 'application.review', id)
  await must(recommendApplication(db, permit, '', now))
  const deciding = await permitFor(db, world.supervisor, 'application.decide', id)
  return (await must(approveApplication(db, deciding, choice, office, now))).enrollmentId
}
