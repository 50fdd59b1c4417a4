/**
 * Plays the histories of application-plans.ts, by the same use-cases as the pages, with the time moved back by weeks.
 * A run that was killed is taken up where it was: an application is known by its owner and the instant of its start.
 */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { listEvents } from '#db/queries/application/application-events.ts'
import { findSetting, saveSetting } from '#db/records/settings.ts'
import { authorize } from '#domain/access/policy.ts'
import { addDays, type Day, day, dayIn } from '#domain/dates.ts'
import { isStateCode } from '#domain/party/states.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import type { Passwords } from '#outside/passwords.ts'
import { startApplication } from '#use-cases/application/start-application.ts'
import { demoContractors } from '../accounts/contractors.ts'
import { demoParties } from '../accounts/people.ts'
import { chance } from '../chance.ts'
import { findPool, type Owner, ownerOf, type Pool, secretsOf } from './applicants.ts'
import { type DemoCase, deskOf, must, permitted, type Stage } from './application-case.ts'
import { applicationFile } from './application-file.ts'
import { type Act, acts, type Plan, plans } from './application-plans.ts'
import * as desk from './desk-acts.ts'
import { fill } from './fill-answers.ts'
import * as provider from './provider-acts.ts'
import { startRosasChange } from './rosas-change.ts'

/** The day from which the histories are counted back; kept, so that a second run counts from the same. */
const COUNTED_FROM = 'demo.applications-from'
const AT_ONCE = 4

const perform: Readonly<Record<Exclude<Act, 'start'>, (s: Stage, c: DemoCase, at: Date) => Promise<void>>> = {
  half: (s, c, at) => fill(s, c, 0.5, at),
  fill: (s, c, at) => fill(s, c, 1, at),
  submit: provider.submit,
  take: desk.take,
  judge: desk.judge,
  request: desk.request,
  reply: (s, c, at) => provider.reply(s, c, at, true),
  answer: async (s, c, at) => {
    await provider.answer(s, c, at)
    await desk.screenAgain(s, c, at)
  },
  recommend: desk.recommend,
  approve: desk.approve,
  deny: desk.deny,
  reject: desk.reject,
  return: desk.sendBack,
  withdraw: provider.withdraw,
}

/** Needs the registry and the accounts of the demonstration. */
export async function seedApplications(
  stage: Stage,
  { passwords, now }: { readonly passwords: Passwords; readonly now: Date },
): Promise<void> {
  const { db } = stage
  const from = await countedFrom(db, now)
  const pool = await findPool(db)
  // Nobody ever types it: one hash for all of these accounts.
  const passwordHash = must(await passwords.hash(randomUUID()), 'password')
  // Counted by contractor, so that each desk's analysts take turns.
  const work = demoContractors.flatMap(({ id }) => {
    const people = [...(pool.people[id] ?? [])]
    return plans
      .filter((plan) => plan.contractor === id)
      .map((plan, i) => ({ plan, i, person: plan.npi ? pool.named.get(plan.npi) : people.shift() }))
  })
  const queue = [...work]
  const sharing: DemoCase[] = []
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { plan, i, person } = next
      const played = person && (await play(stage, plan, i, person, pool, from, passwordHash))
      if (played && plan.sharesManager && plan.acts.at(-1)?.act === 'judge') sharing.push(played)
    }
  }
  // All come to rest before a fault is told, so that nothing of this run goes on beside the next.
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker))
  for (const end of ended) if (end.status === 'rejected') throw end.reason
  // The plans are played side by side: what each found of the others is asked again once all are there.
  for (const c of sharing) await desk.checkAgain(stage, c, instant(from, 4, 0))
  await startRosasChange(stage, instant(from, 5, 0))
}

export async function countedFrom(db: Db, now: Date): Promise<Day> {
  const kept = await findSetting(db, COUNTED_FROM)
  if (typeof kept === 'string') return day(kept)
  const today = dayIn('America/Chicago', now)
  await saveSetting(db, COUNTED_FROM, today)
  return today
}

/** Working hours of one civil day in all zones of the contractors; later acts of a history have a later hour. */
export const instant = (from: Day, daysAgo: number, i: number): Date =>
  new Date(`${addDays(from, -daysAgo)}T${15 + Math.floor(i / 2)}:${i % 2 === 0 ? '07' : '41'}:00Z`)

async function play(
  stage: Stage,
  plan: Plan,
  i: number,
  person: NonNullable<ReturnType<Pool['named']['get']>>,
  pool: Pool,
  from: Day,
  passwordHash: string,
): Promise<DemoCase | undefined> {
  const { npi } = person
  const begun = instant(from, plan.acts[0]!.daysAgo, 0)
  const near = pool.groups.filter((g) => g.practice?.state === person.practice!.state)
  const isRosa = npi === demoParties.rosaVega.npi
  const group = isRosa
    ? demoParties.elmStreetClinic
    : chance(npi, 'has group') < 0.45
      ? near[i % near.length]
      : undefined
  const file = applicationFile(person, {
    on: dayIn('America/Chicago', begun),
    adverse: plan.adverse ?? false,
    sharesManager: plan.sharesManager ?? false,
    moved: !plan.npi && chance(npi, 'moved') < 0.3,
    ...secretsOf(npi),
    ...(group && { group }),
  })
  const ssn = String(file.identifiers![0]!.answers.ssn)
  const owner = await ownerOf(stage.db, person, { ssn, passwordHash }, instant(from, plan.acts[0]!.daysAgo + 1, 0))
  const applicationId = owner && (await begin(stage, owner, file, begun))
  if (!owner || !applicationId) return undefined
  const { analysts, supervisor } = await deskOf(stage.db, plan.contractor)
  const analyst = analysts[i % analysts.length]!
  const c: DemoCase = { applicationId, form: cms855i.id, provider: person, owner, analyst, supervisor, file }
  await playActs(stage, plan, c, from)
  return c
}

/** Everything after the start that has not happened yet. */
export async function playActs(stage: Stage, plan: Pick<Plan, 'acts'>, c: DemoCase, from: Day): Promise<void> {
  const view = await permitted(stage, c.owner.actor, 'application.view', c.applicationId)
  // What stands beside the movements is no act of a plan.
  const beside: readonly string[] = ['fee', 'signature', 'note', 'task', 'more-time']
  const events = (await listEvents(stage.db, view)).map((e) => e.event).filter((e) => !beside.includes(e))
  for (const [n, { act, daysAgo }] of plan.acts.entries())
    if (n > lastDone(plan, events) && act !== 'start') await perform[act](stage, c, instant(from, daysAgo, n))
}

/** The place of the last act whose line the history has already. */
function lastDone(plan: Pick<Plan, 'acts'>, events: readonly string[]): number {
  let seen = 0
  let last = -1
  for (const [n, { act }] of plan.acts.entries()) {
    const { event } = acts[act] as { readonly event?: string }
    if (event && events[seen] === event) {
      seen++
      last = n
    }
  }
  return last
}

/** Starts the application, or finds that it was started; undefined when a visitor has one for this person. */
async function begin(
  { db }: Stage,
  { actor, enrolleeId }: Owner,
  file: DemoCase['file'],
  at: Date,
): Promise<string | undefined> {
  const there = await open(db)
    .selectFrom('application')
    .select(['id', 'created_at'])
    .where('enrollee_id', '=', enrolleeId)
    .where('reason', '=', 'initial')
    .execute()
  if (there.length > 0) return there.find((a) => a.created_at.getTime() === at.getTime())?.id
  const { practitioner, state } = file.enrollment![0]!.answers
  if (typeof state !== 'string' || !isStateCode(state)) throw new Error('an application is for a state')
  const input = { form: cms855i.id, state, said: { practitioner, state } }
  const permit = must(authorize(actor, 'application.start', { id: enrolleeId, enrolleeId }), 'start')
  return must(await startApplication(db, permit, input, at), 'application').applicationId
}
