/** A few plain questions, then a draft that is already filled with what the registry knows. */

import { isRowId } from '#db/queries/application/applications.ts'
import { listBars } from '#db/queries/decisions/bars.ts'
import { findEnrolleeIdentity } from '#db/queries/enrollment/enrollee-people.ts'
import { enrolleesFor, type Subject } from '#domain/access/policy.ts'
import { isStateCode } from '#domain/party/states.ts'
import type { Problem } from '#domain/result.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { parseAnswers, type Typed } from '#forms/kit/answers.ts'
import { start } from '#forms/start.ts'
import { startApplication } from '#use-cases/application/start-application.ts'
import { type Ask, page, type Visit } from '#web/kit/page.ts'
import { redirect } from '#web/kit/reply.ts'
import { postedNames } from '#web/kit/typed-fields.ts'
import { start as words } from '#words/en/forms/start.ts'
import { BarAlert } from '../appeals/bar-alert.tsx'
import { applicationPath } from '../application/section-order.ts'
import { startOrganizationAt } from '../organization/start-organization-page.tsx'
import { drawBegin } from './begin-form.tsx'

/** The provider for whom an application would start: the chosen or only one; of several, the visitor's own practice. */
export function ownEnrollee(visit: Visit): Subject | undefined {
  const held = enrolleesFor(visit.actor, 'application.start').filter(isRowId)
  const own = visit.actor.memberships.find((m) => m.role === 'individual-provider' && held.includes(m.partyId))
  const one = own?.partyId ?? (held.length === 1 ? held[0] : undefined)
  return one === undefined ? undefined : { id: one, enrolleeId: one }
}

export const startPage = page({
  path: '/enroll/start',
  action: 'application.start',
  subject: (_, __, visit) => ownEnrollee(visit),
  async get(ask) {
    const { kind } = await findEnrolleeIdentity(ask.db, ask.permit)
    return kind === 'organization' ? redirect(startOrganizationAt(ask.subject.id)) : draw(ask, {}, [])
  },
  post: {
    once: true,
    fields: Object.entries(start.questions).flatMap(([name, q]) => postedNames(name, q)),
    async handle(ask) {
      const { posted, today, db, permit, now } = ask
      const { answers, problems } = parseAnswers(start, posted, today)
      // The last two questions are drawn with the first, so that all is said once; of a change they are not asked.
      if (problems.length > 0) return draw(ask, posted, problems)
      if (answers.reason === 'change') return redirect('/dashboard#enrollments')
      const practitioner = answers.practitioner === 'physician' ? 'physician' : 'non-physician'
      const state = String(answers.state)
      if (!isStateCode(state)) return draw(ask, posted, [{ code: 'not-a-state', at: 'state' }])
      const input = { form: cms855i.id, state, said: { practitioner, state } }
      const started = await startApplication(db, permit, input, now)
      return started.ok ? redirect(applicationPath(started.value.applicationId)) : draw(ask, posted, started.problems)
    },
  },
})

async function draw(ask: Ask<'application.start', Subject>, typed: Typed, problems: readonly Problem[]) {
  const { w, db, permit, subject, today } = ask
  const { title, intro, needList } = w.portal.start
  const warning = <BarAlert bars={await listBars(db, permit, subject.id, today)} w={w} />
  const form = { title, intro, needList, questions: start.questions, words: words.questions, warning }
  return drawBegin(ask, form, typed, problems)
}
