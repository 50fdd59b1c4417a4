/** /account/activity: all that was recorded about signing in and protecting the account, on a page and as a table. */
import { type Activity, listActivity } from '#db/queries/access/accounts.ts'
import { deviceName } from '#domain/access/device-name.ts'
import { sayInstant } from '#use-cases/account/tell-owner.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Table } from '#web/kit/parts.tsx'
import { download } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { screen } from '../screen.tsx'
import { placeOf } from './place.ts'

const SHOWN = 200
const DOWNLOADED = 10_000

export const activityPage = page({
  path: '/account/activity',
  action: 'account.manage',
  subject: visitorsOwn,
  async get({ db, permit, visit, w, services }) {
    const t = w.account.safety
    const s = w.account.security
    const activity = await listActivity(db, permit, SHOWN)
    return screen({
      title: t.activityTitle,
      w,
      before: <BackLink href="/account" w={w} />,
      children: (
        <>
          <p>{t.activityIntro}</p>
          <p>
            <a class="usa-button usa-button--outline" href="/account/activity/download">
              {t.activityDownload}
            </a>
          </p>
          <Table
            caption={t.activityTitle}
            rows={activity}
            rowKey={(a) => a.id}
            columns={[
              { title: s.activityWhat, cell: (a) => w.account.events[a.type] },
              { title: s.activityWhen, cell: (a) => sayInstant(a.at) },
              { title: t.activityResult, cell: (a) => t.activityResults[a.outcome] },
              { title: s.sessionDevice, cell: (a) => deviceName(a.userAgent) },
              { title: s.sessionPlace, cell: (a) => placeOf(a.ip, visit.ip, w) },
            ]}
          />
          <p>
            {t.activityNotMe} {services.site.helpDesk.phone}.{' '}
            <a class="usa-link" href="/account/password">
              {s.passwordTitle}
            </a>
          </p>
        </>
      ),
    })
  },
})

export const activityDownloadPage = page({
  path: '/account/activity/download',
  action: 'account.manage',
  subject: visitorsOwn,
  async get({ db, permit, w }) {
    const activity = await listActivity(db, permit, DOWNLOADED)
    return download(Buffer.from(activityCsv(activity, w)), 'text/csv; charset=utf-8', 'security-activity.csv')
  },
})

/** Quoted throughout; what a spreadsheet would take for a formula begins with an apostrophe. */
const cell = (text: string): string => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`

/** One line an event, the times in UTC. */
export function activityCsv(activity: readonly Activity[], w: Words): string {
  const s = w.account.security
  const t = w.account.safety
  const head = [s.activityWhen, s.activityWhat, t.activityResult, s.sessionDevice, s.sessionPlace]
  const rows = activity.map((a) => [
    a.at.toISOString(),
    w.account.events[a.type],
    t.activityResults[a.outcome],
    deviceName(a.userAgent),
    a.ip,
  ])
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}
