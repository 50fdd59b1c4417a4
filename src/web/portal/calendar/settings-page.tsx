/** How the visitor is told what is due: a mail, and a secret address for their own calendar program. */
import { findCalendarSetting } from '#db/queries/time/actors.ts'
import type { Subject } from '#domain/access/policy.ts'
import { siteZone } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { digestRhythms, isDigestRhythm } from '#domain/time/digest.ts'
import { choice } from '#forms/kit/kinds.ts'
import { chooseDigest, endFeed, makeFeed } from '#use-cases/time/calendar-feed.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'

const SETTINGS = '/calendar/settings'

export const calendarSettingsPage = page({
  path: SETTINGS,
  action: 'dashboard.view',
  subject: visitorsOwn,
  get: (ask) => draw(ask, undefined, []),
  post: {
    fields: ['digest'],
    async handle(ask) {
      const { digest } = ask.posted
      if (!isDigestRhythm(digest)) return draw(ask, digest, [{ code: 'required', at: 'digest' }])
      await chooseDigest(ask.db, ask.permit.actor.userId, digest)
      return redirect(SETTINGS, { notice: 'saved' })
    },
  },
})

async function draw(ask: Ask<'dashboard.view', Subject>, typed: string | undefined, problems: readonly Problem[]) {
  const { db, permit, visit, w } = ask
  const t = w.time.settings
  const setting = await findCalendarSetting(db, permit)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <>
      <BackLink href="/calendar" w={w} label={t.back} />
      <ErrorSummary problems={problems} w={w} nameOf={() => t.digestAsk} />
      <h1>{t.title}</h1>
      <h2>{t.digestTitle}</h2>
      <Form visit={visit}>
        <Control
          name="digest"
          kind={choice(...digestRhythms)}
          words={{ ask: t.digestAsk, hint: t.digestHint, options: w.time.rhythms }}
          value={typed ?? setting.digest}
          problem={problems[0]}
          w={w}
        />
        <Button>{t.save}</Button>
      </Form>
      <h2>{t.feedTitle}</h2>
      <p>{t.feedIntro}</p>
      {setting.feedMadeAt && <p>{t.feedMade(w.portal.time.at(setting.feedMadeAt, siteZone))}</p>}
      <div class="form-buttons">
        <Form visit={visit} action="/calendar/feed">
          <Button kind="outline">{setting.feedMadeAt ? t.makeNew : t.make}</Button>
        </Form>
        {setting.feedMadeAt && (
          <Form visit={visit} action="/calendar/feed/end">
            <Button kind="secondary">{t.end}</Button>
          </Form>
        )}
      </div>
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

/** The secret is shown once, in the answer to the post itself: no address and no log holds it. */
export const makeFeedPage = page({
  path: '/calendar/feed',
  action: 'dashboard.view',
  subject: visitorsOwn,
  post: {
    once: true,
    fields: [],
    async handle({ db, permit, now, w, services }) {
      const t = w.time.settings
      const token = await makeFeed(db, permit, now)
      return show(
        t.onceTitle,
        <>
          <BackLink href={SETTINGS} w={w} label={t.title} />
          <h1>{t.onceTitle}</h1>
          <p>{t.once}</p>
          <label class="usa-label" for="address">
            {t.address}
          </label>
          <input
            class="usa-input"
            id="address"
            readOnly
            value={`${services.site.origin}/calendar/feed/${token}.ics`}
            autocomplete="off"
          />
        </>,
      )
    },
  },
})

export const endFeedPage = page({
  path: '/calendar/feed/end',
  action: 'dashboard.view',
  subject: visitorsOwn,
  post: {
    fields: [],
    async handle({ db, permit }) {
      await endFeed(db, permit)
      return redirect(SETTINGS, { notice: 'saved' })
    },
  },
})
