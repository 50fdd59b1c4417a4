/** Keeps a view of the worklist, and removes one. */
import { authorize } from '#domain/access/policy.ts'
import { fieldsOf, worklistFields } from '#domain/review/queues/worklist-query.ts'
import { dropView, keepView } from '#use-cases/queues/keep-view.ts'
import { page } from '#web/kit/page.ts'
import { notFound, redirect } from '#web/kit/reply.ts'
import { visitorsContractor } from '../contractor-subject.ts'
import { drawWorklist } from '../worklist-page.tsx'
import { askedOf, worklistPath } from './worklist-address.ts'

export const keepViewPage = page({
  path: '/desk/views',
  action: 'worklist.work',
  subject: visitorsContractor,
  post: {
    once: true,
    fields: ['name', 'shared', ...worklistFields],
    async handle(ask) {
      const { db, permit, posted, subject, now } = ask
      const asked = askedOf(posted)
      const name = posted.name ?? ''
      const view = { name, query: fieldsOf(asked), shared: posted.shared === 'yes' }
      const kept = await keepView(db, permit, view, now)
      if (kept.ok) return redirect(worklistPath(asked), { notice: 'view-kept' })
      const viewing = authorize(permit.actor, 'worklist.view', subject)
      return viewing.ok ? drawWorklist({ ...ask, permit: viewing.value }, asked, kept.problems, name) : notFound
    },
  },
})

export const dropViewPage = page({
  path: '/desk/views/:viewId',
  action: 'worklist.work',
  subject: visitorsContractor,
  post: {
    fields: [],
    async handle({ db, permit, params }) {
      await dropView(db, permit, params.viewId ?? '')
      return redirect('/desk', { notice: 'view-removed' })
    },
  },
})
