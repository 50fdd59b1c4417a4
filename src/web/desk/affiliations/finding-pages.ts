/** Records what the desk finds of an answer, moves the last day, or closes a request. */
import { affiliationSubject } from '#db/queries/affiliations/requests.ts'
import { type Day, isDay } from '#domain/dates.ts'
import {
  closeAffiliations,
  determineAffiliations,
  giveAffiliationsTime,
} from '#use-cases/affiliations/determine-affiliations.ts'
import { page } from '#web/kit/page.ts'
import { redirect } from '#web/kit/reply.ts'
import { postedNames, typedFrom } from '#web/kit/typed-fields.ts'
import { deskAffiliationPath } from './affiliation-paths.ts'
import { newDay } from './close-forms.tsx'
import { judgeFields, typedFactors } from './judge-form.tsx'
import { drawRequest } from './request-page.tsx'

const subject = (
  db: Parameters<typeof affiliationSubject>[0],
  { requestId }: { readonly [name: string]: string | undefined },
) => affiliationSubject(db, requestId)

export const affiliationFindingPage = page({
  path: '/desk/affiliations/:requestId/finding',
  action: 'affiliation.determine',
  subject,
  post: {
    fields: judgeFields,
    many: ['risky'],
    once: true,
    async handle(ask) {
      const { db, permit, posted, services, w, now, subject: s } = ask
      const typed = {
        outcome: posted.outcome ?? '',
        reason: posted.reason ?? '',
        risky: (posted.risky ?? '').split(',').filter(Boolean),
        factors: typedFactors(posted),
      }
      const done = await determineAffiliations(db, permit, typed, { site: services.site, words: w }, now)
      if (!done.ok) return drawRequest(ask, posted, done.problems)
      services.wake()
      return redirect(deskAffiliationPath(s.id), { notice: 'recorded' })
    },
  },
})

export const affiliationMoreTimePage = page({
  path: '/desk/affiliations/:requestId/more-time',
  action: 'affiliation.determine',
  subject,
  post: {
    fields: [...postedNames('dueOn', newDay), 'why'],
    once: true,
    async handle(ask) {
      const { db, permit, posted, services, w, now, subject: s } = ask
      const day = typedFrom('dueOn', newDay, posted)
      if (day !== undefined && !isDay(day)) return drawRequest(ask, posted, [{ code: 'not-a-date', at: 'dueOn' }])
      const said = { dueOn: day as Day | undefined, reason: posted.why ?? '' }
      const done = await giveAffiliationsTime(db, permit, said, { site: services.site, words: w }, now)
      if (!done.ok) return drawRequest(ask, posted, done.problems)
      services.wake()
      return redirect(deskAffiliationPath(s.id), { notice: 'more-time-given' })
    },
  },
})

export const closeAffiliationsPage = page({
  path: '/desk/affiliations/:requestId/close',
  action: 'affiliation.determine',
  subject,
  post: {
    fields: ['how', 'closeReason'],
    once: true,
    async handle(ask) {
      const { db, permit, posted, services, w, now, subject: s } = ask
      const said = { how: posted.how ?? '', reason: posted.closeReason ?? '' }
      const done = await closeAffiliations(db, permit, said, { site: services.site, words: w }, now)
      if (!done.ok) return drawRequest(ask, posted, done.problems)
      services.wake()
      return redirect(deskAffiliationPath(s.id), { notice: 'recorded' })
    },
  },
})
