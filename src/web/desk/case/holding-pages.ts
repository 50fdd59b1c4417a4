/** Takes a case, which also runs the checks, and puts it back. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { putBackCase, takeCase } from '#use-cases/case/take-case.ts'
import { screenApplication } from '#use-cases/screening/screen-application.ts'
import { page } from '#web/kit/page.ts'
import { redirect } from '#web/kit/reply.ts'
import { drawAnswers } from './answers-page.tsx'
import { casePath } from './loaded-case.ts'

export const takePage = page({
  path: '/desk/cases/:applicationId/take',
  action: 'application.review',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  post: {
    fields: [],
    async handle(ask) {
      const { db, permit, now } = ask
      const taken = await takeCase(db, permit, now)
      if (!taken.ok) return drawAnswers(ask, taken.problems)
      // When the checks cannot run the case is still taken; its screening says what is missing.
      await screenApplication(db, permit, now)
      return redirect(casePath(permit.subjectId), { notice: 'case-taken' })
    },
  },
})

export const putBackPage = page({
  path: '/desk/cases/:applicationId/put-back',
  action: 'application.review',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  post: {
    fields: [],
    async handle(ask) {
      const done = await putBackCase(ask.db, ask.permit, ask.now)
      return done.ok ? redirect('/desk', { notice: 'case-put-back' }) : drawAnswers(ask, done.problems)
    },
  },
})
