/**
 * A few applications of other forms and reasons: one who only orders and one who opts out, both waiting for an
 * analyst, and Rosa Vega's revalidation, which she only has to confirm. By the use-cases of the pages.
 */
import { randomUUID } from 'node:crypto'
import { open } from '#db/kit/open.ts'
import { findAccountByLoginId } from '#db/records/access/accounts.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { addDays, dayIn, lastOfMonth, siteZone } from '#domain/dates.ts'
import { orderingSpecialties } from '#domain/enrollment/ordering-types.ts'
import { isStateCode } from '#domain/party/states.ts'
import { sectionsOf } from '#forms/kit/form.ts'
import { type File, ONLY_ITEM } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'
import type { Passwords } from '#outside/passwords.ts'
import { startApplication } from '#use-cases/application/start-application.ts'
import { startChange } from '#use-cases/application/start-change.ts'
import { demoParties } from '../accounts/people.ts'
import { findPool, ownerOf, secretsOf } from '../applications/applicants.ts'
import { type DemoCase, deskOf, must, type Stage } from '../applications/application-case.ts'
import { applicationFile } from '../applications/application-file.ts'
import { submit } from '../applications/provider-acts.ts'

const CONTRACTOR = 'lakes'
const only = (answers: Readonly<Record<string, unknown>>) => [{ id: ONLY_ITEM, answers }]

/** What a form asks beyond the facts that every practitioner has. */
const own: Readonly<Record<string, (startsOn: string) => File>> = {
  'CMS-855O': () => ({ 'order-only': only({ why: 'health-center', employer: 'Prairie Community Health Center' }) }),
  'OPT-OUT': (startsOn) => ({
    'opt-out': only({ participates: false, startsOn, before: false, orders: true }),
    'private-contracts': only({
      terms: [
        'in-writing',
        'patient-pays',
        'no-claims',
        'no-limits',
        'no-medigap',
        'not-in-emergency',
        'copy-given',
        'kept',
      ],
    }),
    standing: only({ excluded: false }),
  }),
}

export async function seedSituations(
  stage: Stage,
  { passwords, now }: { readonly passwords: Passwords; readonly now: Date },
): Promise<void> {
  const passwordHash = await unknownHash(stage, passwords)
  const pool = await findPool(stage.db)
  // The last of the pool: the histories take the first.
  const people = (pool.people[CONTRACTOR] ?? []).toReversed()
  const { analysts, supervisor } = await deskOf(stage.db, CONTRACTOR)
  // A run that was killed left some behind: nobody files the same twice.
  const there = await open(stage.db).selectFrom('application').select('form').distinct().execute()
  const forms = Object.keys(own).filter((form) => !there.some((a) => a.form === form))
  for (const provider of people) {
    const form = forms[0]
    if (!form) break
    const begun = new Date(now.getTime() - 3 * 86_400_000)
    const on = dayIn('America/Chicago', begun)
    const whole = applicationFile(provider, { on, moved: false, ...secretsOf(provider.npi) })
    if (!isOrdering(whole)) continue
    const file = fileFor(form, whole, addDays(on, 14))
    const ssn = String(whole.identifiers![0]!.answers.ssn)
    const owner = await ownerOf(stage.db, provider, { ssn, passwordHash }, begun)
    if (!owner) continue
    const { practitioner, state } = whole.enrollment![0]!.answers
    if (typeof state !== 'string' || !isStateCode(state)) continue
    const id = owner.enrolleeId
    const permit = must(authorize(owner.actor, 'application.start', { id, enrolleeId: id }), 'start')
    const begin = { form, state, said: { practitioner, state } }
    const { applicationId } = must(await startApplication(stage.db, permit, begin, begun), form)
    const c: DemoCase = { applicationId, form, provider, owner, analyst: analysts[0]!, supervisor, file }
    await submit(stage, c, new Date(now.getTime() - 86_400_000))
    forms.shift()
  }
  await startRosasRevalidation(stage, now)
}

/** Nobody ever types it: the one of the histories, or a new one. */
async function unknownHash({ db }: Stage, passwords: Passwords): Promise<string> {
  const there = await open(db)
    .selectFrom('app_user')
    .select('password_hash')
    .where('login_id', 'like', 'demo.%')
    .where('password_hash', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return there?.password_hash ?? must(await passwords.hash(randomUUID()), 'password')
}

const isOrdering = (file: File): boolean =>
  (orderingSpecialties as readonly unknown[]).includes(file['physician-specialty']?.[0]?.answers.primary)

/** Of a practitioner's file what the form asks too, and what only it asks. */
function fileFor(form: string, whole: File, startsOn: string): File {
  const sections = sectionsOf(readingOf(form).form)
  const shared = sections.flatMap((s): [string, File[string]][] => {
    const items = whole[s.id]
    if (!items) return []
    const kept = items.map((item) => ({
      id: item.id,
      answers: Object.fromEntries(Object.entries(item.answers).filter(([name]) => name in s.questions)),
    }))
    return [[s.id, kept]]
  })
  return { ...Object.fromEntries(shared), ...own[form]?.(startsOn) }
}

/** Her enrollment is approved, nothing changed: she looks, ticks and signs. */
async function startRosasRevalidation({ db }: Stage, now: Date): Promise<void> {
  const account = await findAccountByLoginId(db, 'rosa.vega')
  const enrollment = await open(db)
    .selectFrom('enrollment as e')
    .innerJoin('enrollee as p', 'p.id', 'e.enrollee_id')
    .select(['e.id', 'e.enrollee_id'])
    .where('p.npi', '=', demoParties.rosaVega.npi)
    .executeTakeFirst()
  if (!account || !enrollment) return
  // Within the window in which it is taken up at once, and too far ahead for a notice.
  await open(db)
    .insertInto('revalidation_date')
    .values({
      id: randomUUID(),
      enrollment_id: enrollment.id,
      due_on: lastOfMonth(addDays(dayIn(siteZone, now), 150)),
      reason: 'CMS asked for it',
      set_by: account.id,
      set_at: now,
    })
    .execute()
  const partyId = enrollment.enrollee_id
  const actor: Actor = { userId: account.id, memberships: [{ role: 'individual-provider', partyId }] }
  const permit = must(authorize(actor, 'application.start', { id: partyId, enrolleeId: partyId }), 'revalidation')
  const input = { enrollmentId: enrollment.id, reason: 'revalidation', tasks: [] } as const
  const started = await startChange(db, permit, input, new Date(now.getTime() - 7_200_000))
  if (!started.ok && started.problem.code !== 'application-open') must(started, 'revalidation')
}
