/** What the page of a situation draws from: the steps of its plan, and what the visitor holds and may begin. */
import { listStartable, type Startable } from '#db/queries/application/packets.ts'
import { type EnrollmentHeader, listOwnEnrollments } from '#db/queries/enrollment/enrollments.ts'
import type { Subject } from '#domain/access/policy.ts'
import { type PlannedStep, planSteps, type SituationId, situationOf } from '#domain/application/situations.ts'
import type { Ask } from '#web/kit/page.ts'

export type SituationAsk = Ask<'dashboard.view', SituationSubject>
export interface SituationSubject extends Subject {
  readonly situation: SituationId
}

/** Everything that the page draws from and the answers are judged by. */
export interface Loaded {
  readonly steps: readonly PlannedStep[]
  readonly held: readonly EnrollmentHeader[]
  readonly people: readonly Startable[]
  readonly organizations: readonly Startable[]
  /** Steps that open something new and that the visitor can begin. */
  readonly fresh: readonly PlannedStep[]
}

/** Reads them for the visitor. */
export async function loadSituation({ db, permit, subject }: SituationAsk): Promise<Loaded> {
  const held = await listOwnEnrollments(db, permit)
  const all = await listStartable(db, permit)
  const people = all.filter((s) => s.kind === 'individual')
  const organizations = all.filter((s) => s.kind === 'organization')
  const steps = planSteps(
    situationOf(subject.situation),
    held.map((h) => ({ enrollmentId: h.id, form: h.form })),
  )
  const fresh = steps.filter(
    (s) =>
      s.reason === 'initial' && s.by !== 'other' && (s.by === 'person' ? people.length > 0 : organizations.length > 0),
  )
  return { steps, held, people, organizations, fresh }
}
