/** Puts the visitor's notices away. */
import { readNotices } from '#use-cases/tasks/put-notices-away.ts'
import { page } from '#web/kit/page.ts'
import { redirect } from '#web/kit/reply.ts'
import { visitorsContractor } from '../contractor-subject.ts'

export const putNoticesAwayPage = page({
  path: '/desk/notices',
  action: 'worklist.view',
  subject: visitorsContractor,
  post: {
    fields: [],
    async handle({ db, permit, now }) {
      await readNotices(db, permit, now)
      return redirect('/desk')
    },
  },
})
