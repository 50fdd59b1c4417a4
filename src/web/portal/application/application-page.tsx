/** One address for an application: the task list while it is a draft, the tracker afterwards. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { page } from '#web/kit/page.ts'
import { taskList } from './task-list.tsx'
import { tracker } from './tracker.tsx'
import { type ViewAsk, wholeApplication } from './whole-application.ts'

export const applicationPage = page({
  path: '/applications/:applicationId',
  action: 'application.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get(ask: ViewAsk) {
    const whole = await wholeApplication(ask)
    return allows(whole.header.status, 'submit') ? taskList(ask, whole) : tracker(ask, whole)
  },
})
