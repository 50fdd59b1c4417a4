/** Requests to disclose affiliations at the desk: answers to look at, those without one, those that wait, and the rest. */
import { listDeskQueue } from '#db/queries/affiliations/request-lists.ts'
import { affiliationQueues, isAffiliationQueue } from '#domain/affiliation/request.ts'
import { page } from '#web/kit/page.ts'
import { show } from '#web/kit/reply.ts'
import { visitorsContractor } from '../contractor-subject.ts'
import { RequestsTable } from './requests-table.tsx'

export const affiliationsQueuePage = page({
  path: '/desk/affiliations',
  action: 'affiliation.search',
  subject: visitorsContractor,
  query: ['queue'],
  async get({ db, permit, query, w, now, today }) {
    const t = w.affiliations.desk
    const queue = isAffiliationQueue(query.queue) ? query.queue : 'answered'
    const rows = await listDeskQueue(db, permit, queue, today)
    return show(
      t.menu,
      <>
        <h1>{t.menu}</h1>
        <p>{t.queueIntro}</p>
        <p>
          <a class="usa-link" href="/desk/affiliations/search">
            {t.searchLink}
          </a>
        </p>
        <nav class="tabs" aria-label={t.queuesLabel}>
          <ul>
            {affiliationQueues.map((name) => (
              <li key={name}>
                <a href={`/desk/affiliations?queue=${name}`} aria-current={name === queue ? 'page' : undefined}>
                  {t.queues[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {rows.length === 0 ? (
          <p>{t.emptyQueue}</p>
        ) : (
          <RequestsTable caption={t.queues[queue]} rows={rows} now={now} w={w} />
        )}
      </>,
      { wide: true },
    )
  },
})
