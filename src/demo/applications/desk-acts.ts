/** What the contractor's people do in an invented history, by the use-cases of the desk. */
import { listTasks } from '#db/queries/application/case-tasks.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import type { NewItem } from '#db/records/application/development-requests.ts'
import { systemActor } from '#domain/access/policy.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import { isLevelAsk } from '#domain/review/level/level-asks.ts'
import {
  type CheckKind,
  dispositions,
  dispositionsOf,
  type LicenseStanding,
} from '#domain/review/screening/screening.ts'
import { findCaseFile } from '#use-cases/case/case-file.ts'
import { takeCase } from '#use-cases/case/take-case.ts'
import { proposedDelay } from '#use-cases/decisions/approval-plan.ts'
import { approveApplication } from '#use-cases/decisions/approve-application.ts'
import { recommendApplication } from '#use-cases/decisions/recommend-application.ts'
import { type RefusalChoice, refuseApplication } from '#use-cases/decisions/refuse-application.ts'
import { requestDevelopment } from '#use-cases/development/request-development.ts'
import { disposeCheck, recordLicense } from '#use-cases/screening/judge-checks.ts'
import { screenApplication } from '#use-cases/screening/screen-application.ts'
import { licensesOf } from '#use-cases/screening/screening-subjects.ts'
import { finishTask } from '#use-cases/tasks/finish-task.ts'
import { chance } from '../chance.ts'
import { type DemoCase, must, permitted, type Stage } from './application-case.ts'

const ZONE = 'America/Chicago'
const reviewing = (s: Stage, c: DemoCase) => permitted(s, c.analyst, 'application.review', c.applicationId)
const deciding = (s: Stage, c: DemoCase) => permitted(s, c.supervisor, 'application.decide', c.applicationId)

export async function take(s: Stage, c: DemoCase, at: Date): Promise<void> {
  const permit = await reviewing(s, c)
  must(await takeCase(s.db, permit, at), 'case')
  must(await screenApplication(s.db, permit, at), 'screening')
}

/** The analyst runs the checks once more. */
export async function checkAgain(s: Stage, c: DemoCase, at: Date): Promise<void> {
  must(await screenApplication(s.db, await reviewing(s, c), at), 'screening again')
}

/** The program's own run after an answer; nothing when the submission was screened. */
export async function screenAgain(s: Stage, c: DemoCase, at: Date): Promise<void> {
  const permit = await permitted(s, systemActor, 'application.screen', c.applicationId)
  must(await screenApplication(s.db, permit, at), 'screening of an answer')
}

async function lookUpLicenses(s: Stage, c: DemoCase, standing: LicenseStanding, at: Date): Promise<void> {
  const permit = await reviewing(s, c)
  const checks = await listChecks(s.db, permit)
  const seen = new Set(checks.filter((c) => c.kind === 'license-board').map((c) => c.subject))
  for (const { subject, state } of licensesOf(c.file)) {
    if (standing === 'active' && seen.has(subject)) continue
    const item = c.file.licenses?.find((i) => subject.includes(`/${i.id}/`))
    const site = `${s.words.values.states[state] ?? state} license look-up`
    const expiresOn = item?.answers.expiresOn as Day | undefined
    const found = { subject, site, standing, expiresOn, seenOn: dayIn(ZONE, at), note: undefined }
    must(await recordLicense(s.db, permit, found, at), 'license')
  }
}

const reasons: Partial<Record<CheckKind, string>> = {
  sam: 'Another person: the entry is about a contractor of that name in another trade.',
  revocation: 'Another person: the enrollment that was revoked has another NPI.',
  death: 'Another person: the birth date of the entry is different.',
  exclusion: 'Another person: the birth date and the city of the entry are different.',
  'practice-address': 'The lease and the telephone listing show the new address; the registry is behind.',
  'correspondence-address': 'A mailing address may differ from the registry; mail was not returned.',
}

/** Looks up what was not looked up yet, and says of every finding that it does not stand in the way. */
export async function judge(s: Stage, c: DemoCase, at: Date): Promise<void> {
  // Already there, unless the program was killed between a signature and the screening of it.
  await screenAgain(s, c, at)
  await lookUpLicenses(s, c, 'active', at)
  const permit = await reviewing(s, c)
  for (const check of await listChecks(s.db, permit)) {
    const disposition = dispositionsOf(check.outcome).find((d) => !dispositions[d].stops)
    if (!disposition || check.disposition) continue
    const reason = reasons[check.kind] ?? 'Compared with the papers of the application: plausible.'
    must(await disposeCheck(s.db, permit, { checkId: check.id, disposition, reason }, at), 'disposition')
  }
}

export async function request(s: Stage, c: DemoCase, at: Date): Promise<void> {
  const wording = (id: string) => {
    const { text, cite } = s.words.desk.decide.library.find((l) => l.id === id)!
    return { wording: text, cite }
  }
  const hasLocation = c.file['practice-locations'] !== undefined
  const place = hasLocation
    ? { sectionId: 'practice-locations', itemId: 'registry-1', question: 'line1', ...wording('location') }
    : { sectionId: 'licenses', itemId: 'registry-1', question: 'number', ...wording('license') }
  const items: readonly NewItem[] = chance(c.provider.npi, 'asked twice') < 0.6 ? [place, wording('document')] : [place]
  must(await requestDevelopment(s.db, await reviewing(s, c), items, s, at), 'request')
}

/** What the screening level asks for comes back, and passes. */
async function bringAsked(s: Stage, c: DemoCase, at: Date): Promise<void> {
  const permit = await reviewing(s, c)
  for (const task of await listTasks(s.db, permit)) {
    if (task.state !== 'open' || !isLevelAsk(task.kind)) continue
    const said =
      task.kind === 'site-visit'
        ? {
            result: 'operational',
            report: {
              visitedOn: dayIn(ZONE, at),
              open: true,
              sign: true,
              staff: true,
              equipment: true,
              accessible: true,
            },
          }
        : { result: 'no-record', report: { note: 'Nothing on file.' } }
    must(await finishTask(s.db, permit, task.id, said, s, at), 'what the level asks for')
  }
}

export async function recommend(s: Stage, c: DemoCase, at: Date): Promise<void> {
  await judge(s, c, at)
  await bringAsked(s, c, at)
  must(await recommendApplication(s.db, await reviewing(s, c), 'All checks looked at; nothing open.', at), 'recommend')
}

export async function approve(s: Stage, c: DemoCase, at: Date): Promise<void> {
  const permit = await deciding(s, c)
  const delay = proposedDelay(await findCaseFile(s.db, permit))
  must(await approveApplication(s.db, permit, { delay }, s, at), 'approval')
}

const refuseAs = async (s: Stage, c: DemoCase, choice: RefusalChoice, at: Date): Promise<void> => {
  must(await refuseApplication(s.db, await deciding(s, c), choice, s, at), choice.kind)
}

export async function deny(s: Stage, c: DemoCase, at: Date): Promise<void> {
  await lookUpLicenses(s, c, 'suspended', at)
  const permit = await reviewing(s, c)
  for (const check of await listChecks(s.db, permit))
    if (check.kind === 'license-board') {
      const said = { checkId: check.id, disposition: 'to-correct', reason: 'The board shows a suspension.' } as const
      must(await disposeCheck(s.db, permit, said, at), 'disposition')
    }
  const found = 'The state licensing board shows that your license is suspended.'
  await refuseAs(s, c, { kind: 'deny', reasons: ['noncompliance'], found }, at)
}

export const reject = (s: Stage, c: DemoCase, at: Date): Promise<void> =>
  refuseAs(
    s,
    c,
    {
      kind: 'reject',
      reasons: ['information-not-given'],
      found: 'No answer to our request for more information came within the 30 days.',
    },
    at,
  )

export const sendBack = (s: Stage, c: DemoCase, at: Date): Promise<void> =>
  refuseAs(
    s,
    c,
    {
      kind: 'return',
      reasons: ['duplicate'],
      found: 'We have an application with the same content from you already; that one is being worked on.',
    },
    at,
  )
