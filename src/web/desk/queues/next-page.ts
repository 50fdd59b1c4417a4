/** Leads to the next case and takes it when it is nobody's, which also runs the checks. */

import { takeNext } from '#use-cases/queues/take-next.ts'
import { screenApplication } from '#use-cases/screening/screen-application.ts'
import { page } from '#web/kit/page.ts'
import { redirect } from '#web/kit/reply.ts'
import { casePath } from '../case/loaded-case.ts'
import { visitorsContractor } from '../contractor-subject.ts'

export const nextPage = page({
  path: '/desk/next',
  action: 'worklist.work',
  subject: visitorsContractor,
  post: {
    once: true,
    fields: ['after'],
    async handle({ db, permit, posted, now }) {
      const next = await takeNext(db, permit, posted.after, now)
      if (!next.ok) return redirect('/desk', { notice: 'no-next-case' })
      const { permit: reviewing, isTaken } = next.value
      // When the checks cannot run the case is still taken; its screening says what is missing.
      if (isTaken) await screenApplication(db, reviewing, now)
      return redirect(casePath(reviewing.subjectId), isTaken ? { notice: 'case-taken' } : {})
    },
  },
})
