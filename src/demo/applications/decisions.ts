/**
 * Decisions of the Lakes desk in the demonstration, by the use-cases: a revoked enrollment with a bar, a deactivated one
 * with a rebuttal that waits, and a stay that waits for the supervisor.
 */
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { letterSubject } from '#db/queries/application/letters.ts'
import { decisionSubject, findRecordDecision } from '#db/queries/decisions/enrollment-decisions.ts'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { type Action, type Actor, authorize, type Permit, type Subject, systemActor } from '#domain/access/policy.ts'
import type { Site } from '#outside/services.ts'
import type { Identity } from '#use-cases/account/identity.ts'
import { createAccount } from '#use-cases/account/registration/create-account.ts'
import { fileAppeal } from '#use-cases/appeals/file-appeal.ts'
import { deliverLetters } from '#use-cases/decisions/deliver-letters.ts'
import { issueDecision } from '#use-cases/decisions/issue-decision.ts'
import { type DecisionInput, prepareDecision } from '#use-cases/decisions/prepare-decision.ts'
import { settleEnrollmentStatuses } from '#use-cases/decisions/settle-enrollment-statuses.ts'
import { en } from '#words/index.ts'
import { DEMO_PASSWORD } from '../accounts/accounts.ts'
import { demoAppellants } from './appellants.ts'
import { deskOf, must } from './application-case.ts'

interface Tools {
  readonly identity: Pick<Identity, 'secrets' | 'passwords'>
  readonly site: Site
  readonly now: Date
}
const CONTRACTOR = 'lakes'
const DAY = 86_400_000

export async function seedDecisions(db: Db, { identity, site, now }: Tools): Promise<void> {
  const desk = await deskOf(db, CONTRACTOR)
  const [analyst] = desk.analysts
  const chosen = await practitioners(db)
  const [revoked, stopped, standing, stayed] = chosen
  if (!analyst || !revoked || !stopped || !standing || !stayed) return
  const run = allowed(systemActor, 'system.run', { id: 'demo' })
  const ago = (days: number) => new Date(now.getTime() - days * DAY)
  const prepare = async (enrollmentId: string, input: DecisionInput, at: Date) =>
    must(
      await prepareDecision(
        db,
        allowed(analyst, 'enrollment.prepare-decision', await enrollmentSubject(db, enrollmentId)),
        input,
        en,
        at,
      ),
      'preparing',
    )
  const decide = async (enrollmentId: string, input: DecisionInput, at: Date) => {
    const id = await prepare(enrollmentId, input, new Date(at.getTime() - DAY))
    const permit = allowed(desk.supervisor, 'enrollment.decide', await decisionSubject(db, id))
    must(await issueDecision(db, permit, en, at), 'issuing')
    await deliverLetters(db, run, { site, words: en }, at)
    return (await findRecordDecision(db, permit, id))?.letterId
  }
  const accounts = await insertAccounts(db, identity, [stopped, standing], ago(60))
  await decide(
    revoked.enrollmentId,
    {
      kind: 'revoke',
      reasons: ['not-operational'],
      found: 'Two visits found an empty shop at the address of the practice. The telephone is disconnected.',
      barYears: 3,
    },
    ago(40),
  )
  const letterId = await decide(
    stopped.enrollmentId,
    { kind: 'deactivate', reasons: ['not-billing'], found: 'The last claim is of seven months ago.' },
    ago(5),
  )
  await prepare(
    stayed.enrollmentId,
    {
      kind: 'stay',
      reasons: ['change-not-reported'],
      found: 'The registry and the telephone listing show another practice address.',
      days: 60,
    },
    ago(1),
  )
  const owner = accounts[0]
  if (owner && letterId)
    must(
      await fileAppeal(
        db,
        allowed(owner, 'appeal.file', await letterSubject(db, letterId)),
        {
          remedy: 'rebuttal',
          grounds: 'I was on parental leave for half a year and told the office so. I see patients again since Monday.',
          lateReason: '',
          signerName: stopped.name,
          agreed: true,
        },
        ago(2),
      ),
      'rebuttal',
    )
  await settleEnrollmentStatuses(db, run, now)
}

interface Enrolled {
  readonly enrollmentId: string
  readonly enrolleeId: string
  readonly name: string
}
/** Practitioners whose enrollment stands and with whom no other story of the demonstration is about. */
async function practitioners(db: Db): Promise<readonly Enrolled[]> {
  const rows = await open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['n.id', 'e.id as enrollee', 'e.display_name'])
    .where('n.status', '=', 'approved')
    .where('n.contractor_id', '=', CONTRACTOR)
    .where('n.form', '=', 'CMS-855I')
    .where((x) =>
      x.not(
        x.exists(
          x
            .selectFrom('enrollment_period as p')
            .select('p.id')
            .whereRef('p.enrollment_id', '=', 'n.id')
            .where('p.status', '<>', 'approved'),
        ),
      ),
    )
    .where((x) =>
      x.not(
        x.exists(x.selectFrom('membership as m').select('m.id').whereRef('m.party_id', '=', x.cast('e.id', 'text'))),
      ),
    )
    .where((x) =>
      x.not(x.exists(x.selectFrom('application as a').select('a.id').whereRef('a.enrollee_id', '=', 'e.id'))),
    )
    .where((x) =>
      x.not(x.exists(x.selectFrom('reassignment as r').select('r.id').whereRef('r.from_enrollment_id', '=', 'n.id'))),
    )
    .where((x) =>
      x.not(x.exists(x.selectFrom('monitoring_case as c').select('c.id').whereRef('c.enrollment_id', '=', 'n.id'))),
    )
    .orderBy('n.id')
    .limit(4)
    .execute()
  return rows.map((r) => ({ enrollmentId: r.id, enrolleeId: r.enrollee, name: r.display_name }))
}

async function insertAccounts(
  db: Db,
  identity: Tools['identity'],
  people: readonly Enrolled[],
  at: Date,
): Promise<readonly Actor[]> {
  const made: Actor[] = []
  for (const [i, a] of demoAppellants.entries()) {
    const person = people[i]
    if (!person) continue
    const memberships = [{ role: a.role, partyId: person.enrolleeId }]
    const created = await createAccount(
      db,
      allowed(systemActor, 'system.run', { id: 'demo' }),
      identity,
      {
        loginId: a.loginId,
        displayName: person.name,
        password: DEMO_PASSWORD,
        email: a.email,
        totpSeed: a.totpSeed,
        memberships,
      },
      at,
    )
    if (created.ok) made.push({ userId: created.value.userId, memberships })
  }
  return made
}

function allowed<A extends Action>(actor: Actor, action: A, subject: Subject | undefined): Permit<A> {
  const permit = subject && authorize(actor, action, subject)
  if (!permit?.ok) throw new Error(`demo: ${action} is not permitted`)
  return permit.value
}
