/**
 * One act on a decision in a process of its own, which the test kills: node one-act.fixture.ts <database> <act as JSON>.
 * Prints "done" after the commit and then waits, so that it can be killed there too.
 */
import { connect } from '#db/kit/connect.ts'
import { openVault } from '#db/kit/vault.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { decisionSubject } from '#db/queries/decisions/enrollment-decisions.ts'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { type Action, type Actor, authorize, type Permit, type Subject, systemActor } from '#domain/access/policy.ts'
import { en } from '#words/index.ts'
import { approveApplication } from './approve-application.ts'
import { deliverLetters } from './deliver-letters.ts'
import { issueDecision } from './issue-decision.ts'
import { type DecisionInput, prepareDecision } from './prepare-decision.ts'
import { refuseApplication } from './refuse-application.ts'

export interface Act {
  readonly verb: 'prepare' | 'issue' | 'deliver' | 'approve' | 'refuse'
  readonly actor?: Actor
  readonly id: string
  readonly input?: DecisionInput
  readonly refusal?: { readonly reasons: readonly string[]; readonly found: string }
  readonly at: string
}

const [, , url = '', text = '{}'] = process.argv
const act = JSON.parse(text) as Act
const { db } = connect(url, openVault(new Uint8Array(32).fill(7)), 2)
const now = new Date(act.at)

function permit<A extends Action>(actor: Actor, action: A, subject: Subject | undefined): Permit<A> {
  const found = subject && authorize(actor, action, subject)
  if (!found?.ok) throw new Error(action)
  return found.value
}
const actor = act.actor ?? systemActor
const office = { site: { product: 'OpenPECOS', origin: 'https://enroll.example' }, words: en }
if (act.verb === 'prepare') {
  const subject = await enrollmentSubject(db, act.id)
  await prepareDecision(db, permit(actor, 'enrollment.prepare-decision', subject), act.input!, en, now)
} else if (act.verb === 'issue') {
  await issueDecision(db, permit(actor, 'enrollment.decide', await decisionSubject(db, act.id)), en, now)
} else if (act.verb === 'approve' || act.verb === 'refuse') {
  const decide = permit(actor, 'application.decide', await applicationSubject(db, act.id))
  if (act.verb === 'approve') await approveApplication(db, decide, { delay: 'none' }, office, now)
  else await refuseApplication(db, decide, { kind: 'deny', ...act.refusal! }, office, now)
} else {
  await deliverLetters(db, permit(actor, 'system.run', { id: 'jobs' }), office, now)
}
process.stdout.write('done\n')
setInterval(() => {}, 1000)
