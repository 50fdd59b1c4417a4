/** One address for an application: the task list while it is a draft, the tracker afterwards. */
import { type ApplicationSubject, applicationSubject } from '#db/queries/application/applications.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { taskList } from './task-list.tsx'
import { tracker } from './tracker.tsx'
import { wholeApplication } from './whole-application.ts'

export type ViewAsk = Ask<'application.view', ApplicationSubject>

export const applicationPage = page({
  path: '/applications/:applicationId',
  action: 'application.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get(ask: ViewAsk) {
    const whole = await wholeApplication(ask)
    return allows(whole.header.status, 'submit') ? taskList(ask, whole) : tracker(ask, whole)
  },
})
