/** What works without signing in, by a secret that was given: the calendar's file, and the end of the mails. */
import { timingSafeEqual } from 'node:crypto'
import type { Services } from '#outside/services.ts'
import { chooseDigest, readFeed } from '#use-cases/time/calendar-feed.ts'
import { stopPaths } from '#use-cases/time/send-digests.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { download, notFound, show } from '#web/kit/reply.ts'

export const calendarFeedPage = page({
  path: '/calendar/feed/:token.ics',
  action: 'public.view',
  subject: nobodysOwn,
  async get({ db, params, services, w, now }) {
    const file = await readFeed(db, params.token ?? '', { site: services.site, words: w }, now)
    if (!file) return notFound
    return download(Buffer.from(file), 'text/calendar; charset=utf-8', 'due-dates.ics', true)
  },
})

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
const isStop = ({ secrets }: Services, path: string, userId: string): boolean =>
  stopPaths(secrets, userId).some((p) => same(path, p))

/** A mail program that looks at every address stops nothing: only the button does. */
export const stopDigestPage = page({
  path: '/calendar/stop/:userId/:proof',
  action: 'account.enter',
  subject: nobodysOwn,
  async get({ params, services, visit, w }) {
    const t = w.time.stop
    if (!isStop(services, visit.path, params.userId ?? '')) return notFound
    return show(
      t.title,
      <div class="one-thing">
        <h1>{t.title}</h1>
        <p>{t.intro}</p>
        <Form visit={visit}>
          <Button>{t.yes}</Button>
        </Form>
      </div>,
    )
  },
  post: {
    fields: [],
    async handle({ db, params, services, visit, w }) {
      const t = w.time.stop
      const userId = params.userId ?? ''
      if (!isStop(services, visit.path, userId)) return notFound
      await chooseDigest(db, userId, 'off')
      return show(
        t.done,
        <div class="one-thing">
          <h1>{t.done}</h1>
          <p>{t.doneMore}</p>
        </div>,
      )
    },
  },
})
