/** A revalidation that came years early and is kept, and a draft of a change that the record overtook. */
import { findEnrollmentVersion } from '#db/queries/enrollment/enrollment-versions.ts'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { insertNextVersion } from '#db/records/enrollment/enrollments.ts'
import { transact } from '#db/records/transact.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { addDays, dayIn, siteZone } from '#domain/dates.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { splitRestricted } from '#forms/kit/answers.ts'
import { sectionsOf } from '#forms/kit/form.ts'
import { type Answers, ONLY_ITEM } from '#forms/kit/section.ts'
import { saveSection } from '#use-cases/application/save-section.ts'
import { signApplication } from '#use-cases/application/sign-application.ts'
import { must, permitted, type Stage } from '../applications/application-case.ts'
import { begin, changeMail, type Practitioner, signatureOf } from './filer.ts'

const HOUR = 3_600_000

export async function keptAndOvertaken(s: Stage, actor: Actor, p: Practitioner, now: Date): Promise<void> {
  const at = (hours: number) => new Date(now.getTime() - hours * HOUR)
  const kept = await begin(s, actor, p, 'revalidation', at(30))
  const confirmed = { confirmed: cms855i.tasks.map((t) => t.id) }
  const edit = await permitted(s, actor, 'application.edit', kept)
  const said = { sectionId: 'confirmation', itemId: ONLY_ITEM, answers: confirmed, seenVersion: undefined }
  must(await saveSection(s.db, edit, said, at(29)), 'nothing changed')
  const signature = await signatureOf(s, actor, kept, at(29))
  const permit = await permitted(s, actor, 'application.sign', kept)
  must(await signApplication(s.db, permit, signature, s, at(28)), 'early revalidation')
  const draft = await begin(s, actor, p, 'change', at(27))
  await changeMail(s, actor, draft, 'PO Box 4417', at(26))
  await mailMoves(s, actor, p.enrollmentId, at(2))
}

/** The record gives mail another street than the one it had, and than the one of the draft. */
async function mailMoves({ db }: Stage, actor: Actor, enrollmentId: string, at: Date): Promise<void> {
  const subject = await enrollmentSubject(db, enrollmentId)
  const view = subject && authorize(actor, 'enrollment.view', subject)
  const version = view?.ok ? await findEnrollmentVersion(db, view.value) : undefined
  if (!version) throw new Error('the enrollment has a record')
  const halves = sectionsOf(cms855i).flatMap((section) => {
    const items = version.file[section.id]
    const moved = (answers: Answers): Answers =>
      section.id === 'correspondence' ? { ...answers, line1: '905 Grand Ave' } : answers
    return items
      ? [[section.id, items.map((i) => ({ id: i.id, ...splitRestricted(section, moved(i.answers)) }))] as const]
      : []
  })
  const half = (which: 'open' | 'restricted') =>
    Object.fromEntries(halves.map(([id, items]) => [id, items.map((i) => ({ id: i.id, answers: i[which] }))]))
  const effectiveFrom = addDays(dayIn(siteZone, at), -1)
  await transact(db, (tx) =>
    insertNextVersion(
      tx,
      enrollmentId,
      { effectiveFrom, open: half('open'), restricted: half('restricted'), applicationId: undefined },
      at,
    ),
  )
}
