/** What people add to the screening: their word on a finding, and a license as the board shows it. */
import type { Db } from '#db/db.ts'
import { listChecks, type ScreeningCheck } from '#db/queries/application/screening.ts'
import { type LockedApplication, lockApplication } from '#db/records/application/applications.ts'
import { insertChecks, saveDisposition, supersedeChecks } from '#db/records/application/screening.ts'
import { dropClearedMatch, saveClearedMatch } from '#db/records/lists/cleared-matches.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import type { Day } from '#domain/dates.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import {
  type Disposition,
  dispositionsOf,
  type LicenseStanding,
  REASON_MIN,
} from '#domain/review/screening/screening.ts'
import { findCaseFile, submissionUnderReview } from '../case/case-file.ts'
import { hitOf } from './keep-dispositions.ts'
import { licensesOf } from './screening-subjects.ts'

type Reviewing = Permit<'application.review'>

/** Why the visitor cannot work on the case now: it is somebody else's, or not in review. */
function idle(locked: LockedApplication, permit: Reviewing): Problem | undefined {
  if (locked.assignedTo !== permit.actor.userId) return { code: 'not-your-case' }
  return allows(locked.status, 'recommend')
    ? undefined
    : { code: 'not-in-this-status', with: { status: locked.status } }
}

/** Refuses with `disposition-needed`, `reason-needed`, `not-found`, or because it is not the visitor's case. */
export const disposeCheck = (
  db: Db,
  permit: Reviewing,
  said: { readonly checkId: string; readonly disposition: Disposition | undefined; readonly reason: string },
  now: Date,
): Promise<Result<null>> =>
  transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const problem = idle(locked, permit)
    if (problem) return refuse(problem)
    const check = (await listChecks(tx, permit)).find((c) => c.id === said.checkId)
    if (!check) return refuse({ code: 'not-found' })
    const { disposition } = said
    if (!disposition || !dispositionsOf(check.outcome).includes(disposition))
      return refuse({ code: 'disposition-needed', at: `disposition-${check.id}` })
    const reason = said.reason.trim()
    if (reason.length < REASON_MIN)
      return refuse({ code: 'reason-needed', at: `reason-${check.id}`, with: { min: REASON_MIN } })
    await saveDisposition(tx, permit, check.id, { disposition, reason }, now)
    await rememberClearing(tx, permit, check, { disposition, reason }, now)
    return ok(null)
  })

/** "Not the same" is also kept beside the entry, so that later applications and monitoring need not ask again. */
async function rememberClearing(
  tx: Db,
  permit: Reviewing,
  check: ScreeningCheck,
  said: { readonly disposition: Disposition; readonly reason: string },
  now: Date,
): Promise<void> {
  const hit = hitOf(check.evidence)
  const { enrolleeId } = permit.subject
  if (!hit || !check.source || enrolleeId === undefined) return
  const about = { enrolleeId, party: check.subject, source: check.source, ...hit }
  if (said.disposition === 'not-the-same') await saveClearedMatch(tx, permit, about, said.reason, now)
  else await dropClearedMatch(tx, permit, about)
}

export interface SeenLicense {
  /** One of `licensesOf(...)`. */
  readonly subject: string
  readonly site: string
  readonly standing: LicenseStanding
  readonly expiresOn: Day | undefined
  readonly seenOn: Day
  readonly note: string | undefined
}

/** Keeps what the board's site showed; anything but an active license is a difference that needs a disposition. */
export async function recordLicense(db: Db, permit: Reviewing, seen: SeenLicense, now: Date): Promise<Result<null>> {
  const found = await findCaseFile(db, permit)
  const license = licensesOf(found.whole).find((l) => l.subject === seen.subject)
  if (!license) return refuse({ code: 'not-found' })
  const active = seen.standing === 'active' && (seen.expiresOn === undefined || seen.expiresOn >= seen.seenOn)
  return transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const problem = idle(locked, permit)
    if (problem) return refuse(problem)
    await supersedeChecks(tx, permit, { kinds: ['license-board'], subject: seen.subject }, now)
    const { subject: _, ...shown } = seen
    await insertChecks(
      tx,
      permit,
      [
        {
          kind: 'license-board',
          subject: seen.subject,
          submission: submissionUnderReview(found),
          outcome: active ? 'recorded' : 'different',
          evidence: { query: { number: license.number, state: license.state }, seen: shown },
          source: seen.site,
          sourceAsOf: seen.seenOn,
        },
      ],
      now,
    )
    return ok(null)
  })
}
