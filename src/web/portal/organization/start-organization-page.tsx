/** A few plain questions, then a draft for an organization, already filled with what the registry knows. */

import { isRowId } from '#db/queries/application/applications.ts'
import { type EnrolleeIdentity, findEnrolleeIdentity } from '#db/queries/enrollment/enrollee-people.ts'
import type { Subject } from '#domain/access/policy.ts'
import { isStateCode } from '#domain/party/states.ts'
import type { Problem } from '#domain/result.ts'
import { parseAnswers, type Typed } from '#forms/kit/answers.ts'
import { sectionOf } from '#forms/kit/form.ts'
import type { Answers } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'
import { startOrganization } from '#forms/start-organization.ts'
import { startApplication } from '#use-cases/application/start-application.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { redirect } from '#web/kit/reply.ts'
import { postedNames } from '#web/kit/typed-fields.ts'
import { startOrganizationPage as t, startOrganization as words } from '#words/en/forms/start-organization.ts'
import { applicationPath } from '../application/section-order.ts'
import { drawBegin } from '../beginning/begin-form.tsx'

type StartAsk = Ask<'application.start', Subject>
const questions = Object.entries(startOrganization.questions)

export const startOrganizationAt = (enrolleeId: string): string => `/enroll/organizations/${enrolleeId}`

export const startOrganizationPage = page({
  path: '/enroll/organizations/:enrolleeId',
  action: 'application.start',
  subject: (_, { enrolleeId }): Subject | undefined =>
    isRowId(enrolleeId) ? { id: enrolleeId, enrolleeId } : undefined,
  async get(ask) {
    const who = await findEnrolleeIdentity(ask.db, ask.permit)
    return who.kind === 'organization' ? draw(ask, who, {}, []) : redirect('/enroll/start')
  },
  post: {
    fields: questions.flatMap(([name, q]) => postedNames(name, q)),
    async handle(ask) {
      const { posted, today, db, permit, now } = ask
      const who = await findEnrolleeIdentity(db, permit)
      if (who.kind !== 'organization') return redirect('/enroll/start')
      const { answers, problems } = parseAnswers(startOrganization, posted, today)
      const [form, state] = [String(answers.form), String(answers.state)]
      if (problems.length > 0) return draw(ask, who, posted, problems)
      if (!isStateCode(state)) return draw(ask, who, posted, [{ code: 'not-a-state', at: 'state' }])
      const input = { form, state, said: forForm(form, answers) }
      const started = await startApplication(db, permit, input, now)
      return started.ok
        ? redirect(applicationPath(started.value.applicationId))
        : draw(ask, who, posted, started.problems)
    },
  },
})

/** The answers that the form's own section asks too. */
function forForm(form: string, answers: Answers): Answers {
  const asked = sectionOf(readingOf(form).form, 'enrollment')?.questions ?? {}
  return Object.fromEntries(Object.entries(answers).filter(([name]) => name in asked))
}

function draw(ask: StartAsk, who: EnrolleeIdentity, typed: Typed, problems: readonly Problem[]) {
  const form = {
    title: words.title,
    intro: t.intro(who.displayName),
    needList: t.needList,
    questions: startOrganization.questions,
    words: words.questions,
  }
  return drawBegin(ask, form, typed, problems)
}
