/**
 * What the rules propose for a case, and why: approval when everything passes, rejection when a request was not
 * answered in time, and else each rule that fails with its authority. It only proposes; a person decides.
 */
import type { Db } from '#db/db.ts'
import type { ApplicationPermit } from '#db/queries/application/applications.ts'
import { listTasks } from '#db/queries/application/case-tasks.ts'
import { findOpenRequest } from '#db/queries/application/development-requests.ts'
import { listChecks, type ScreeningCheck } from '#db/queries/application/screening.ts'
import { isOpen } from '#domain/application/lifecycle.ts'
import { type Day, daysBetween } from '#domain/dates.ts'
import { taskKinds } from '#domain/review/queues/case-tasks.ts'
import { clocks } from '#domain/review/queues/clocks.ts'
import { type CheckKind, isByHand } from '#domain/review/screening/screening.ts'
import { checkCites } from '#domain/rules/check-cites.ts'
import type { CaseFile } from '../case/case-file.ts'
import { submissionUnderReview } from '../case/case-file.ts'
import { findOpenChecks } from '../decisions/open-work.ts'

export interface RuleResult {
  readonly rule: CheckKind | 'task' | 'signature-age' | 'development'
  /** A subject of a check, or what a task is about. */
  readonly about: string
  readonly why:
    | 'passed'
    | 'missing'
    | 'unavailable'
    | 'disposition'
    | 'stops'
    | 'not-passed'
    | 'open'
    | 'too-old'
    | 'not-answered'
  readonly cite: string
}
export interface Assessment {
  readonly proposal: 'approve' | 'reject' | 'wait' | 'none'
  readonly passed: readonly RuleResult[]
  readonly failed: readonly RuleResult[]
}

export async function assessCase(db: Db, permit: ApplicationPermit, found: CaseFile, today: Day): Promise<Assessment> {
  const open = await findOpenChecks(db, permit, found)
  const checks = (await listChecks(db, permit)).filter(
    (c) => c.submission === submissionUnderReview(found) || isByHand(c.kind),
  )
  const tasks = await listTasks(db, permit)
  const request = await findOpenRequest(db, permit)
  const late = request !== undefined && today > request.dueOn
  const failed: readonly RuleResult[] = [
    ...(late ? [{ rule: 'development', about: '', why: 'not-answered', cite: clocks.development.cite } as const] : []),
    ...open.map((o): RuleResult => ({ rule: o.kind, about: o.subject, why: o.why, cite: checkCites[o.kind].cite })),
    ...tasks
      .filter((t) => t.state === 'open')
      .map((t): RuleResult => ({ rule: 'task', about: t.what, why: 'open', cite: taskKinds[t.kind].cite })),
    ...signatureAge(found),
  ]
  const passed = checks.filter((c) => !open.some((o) => o.kind === c.kind && o.subject === c.subject)).map(passedOf)
  if (!isOpen(found.header.status) || found.submissions.length === 0) return { proposal: 'none', passed, failed }
  const proposal = late ? 'reject' : failed.length > 0 ? 'wait' : 'approve'
  return { proposal, passed, failed }
}

const passedOf = (c: ScreeningCheck): RuleResult => ({
  rule: c.kind,
  about: c.subject,
  why: 'passed',
  cite: checkCites[c.kind].cite,
})

/** A signature older than the rule allows on the day the application came. */
function signatureAge({ submissions, header }: CaseFile): readonly RuleResult[] {
  const [first] = submissions
  if (!first || !header.receivedOn) return []
  const signedOn = first.signedAt.toISOString().slice(0, 10) as Day
  const { days, cite } = clocks['signature-age']
  return daysBetween(signedOn, header.receivedOn) > days
    ? [{ rule: 'signature-age', about: '', why: 'too-old', cite }]
    : []
}
