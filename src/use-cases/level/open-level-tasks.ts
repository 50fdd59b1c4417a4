/**
 * Opens the visits and the fingerprints that the screening level asks for, for whoever holds the case, as soon as the
 * level is known. It opens what is not there yet, so running it twice does nothing twice, and a place that is new in an
 * answer gets its own visit; what somebody called off stays called off.
 */
import type { Db } from '#db/db.ts'
import { listTasks } from '#db/queries/application/case-tasks.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { insertTask } from '#db/records/application/case-tasks.ts'
import type { Permit } from '#domain/access/policy.ts'
import { reasonOf } from '#domain/application/reasons.ts'
import { addDays, dayIn } from '#domain/dates.ts'
import { effectiveOwners } from '#domain/ownership/effective-owners.ts'
import { addressLine } from '#domain/party/address.ts'
import { askedBy, type LevelAsk } from '#domain/review/level/level-asks.ts'
import { taskKinds } from '#domain/review/queues/case-tasks.ts'
import type { File } from '#forms/kit/section.ts'
import { ownershipOf } from '#forms/ownership.ts'
import { readingOf } from '#forms/readings.ts'
import { type CaseFile, findCaseFile, submissionUnderReview } from '../case/case-file.ts'
import { excepted, levelOf } from './level-standing.ts'

type Holding = Permit<'application.review' | 'application.screen'>

/** Within the transaction that takes or screens the case. */
export async function openLevelTasks(tx: Db, permit: Holding, holderId: string | undefined, now: Date): Promise<void> {
  if (holderId === undefined) return
  const checks = await listChecks(tx, permit)
  if (levelOf(checks) === undefined) return
  const found = await findCaseFile(tx, permit)
  const level = levelOf(checks.filter((c) => c.submission === submissionUnderReview(found)))
  if (!level || reasonOf(found.header).record === 'ends') return
  const [given, done] = [await listTasks(tx, permit), excepted(checks)]
  const dueFrom = dayIn(found.header.contractorZone, now)
  for (const kind of askedBy(level).filter((k) => !done.includes(k)))
    for (const what of subjectsOf(kind, found)) {
      if (given.some((t) => t.kind === kind && t.what === what)) continue
      const dueOn = addDays(dueFrom, taskKinds[kind].days)
      const task = await insertTask(tx, permit, { kind, what, ownerId: holderId, dueOn }, now, holderId)
      const detail = { task, kind, act: 'opened', what, dueOn, level: level.level, cite: level.cite }
      await appendEvent(tx, permit.subjectId, 'task', permit.actor, now, detail)
    }
}

/** One visit a place; the fingerprints of everybody together. */
const subjectsOf = (kind: LevelAsk, found: CaseFile): readonly string[] =>
  kind === 'site-visit' ? placesToVisit(found) : [peopleToPrint(found)]

/** Every practice location; for a location that is added only those that are new. */
function placesToVisit({ header, whole, basis }: CaseFile): readonly string[] {
  const reading = readingOf(header.form)
  const places = (file: File) => {
    const facts = reading.comparisonFacts(file, () => undefined)
    return (facts.practiceAddresses ?? []).map((a) => addressLine(a.said))
  }
  const before = header.reason === 'add-location' && basis ? places(basis.file) : []
  const all = [...new Set(places(whole))]
  const asked = all.filter((p) => !before.includes(p))
  if (asked.length > 0) return asked
  return all.length > 0 ? all : [reading.legalName(whole)]
}

/** Whoever practices, or the persons who own five percent or more, directly or through others: 424.518(c)(2). */
function peopleToPrint({ header, whole }: CaseFile): string {
  const reading = readingOf(header.form)
  const structure = ownershipOf(header.form, whole)
  const owners = structure ? effectiveOwners(structure).owners.filter((o) => o.party.kind === 'person') : []
  return owners.length > 0 ? owners.map((o) => o.party.name).join(', ') : reading.legalName(whole)
}
