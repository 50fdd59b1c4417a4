/** /demo/codes: what authenticator apps would show now. Only in demo mode, where the seeds are no secret. */
import { demoCodes } from '#use-cases/account/sign-in/demo-codes.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Table } from '#web/kit/parts.tsx'
import { notFound, show } from '#web/kit/reply.ts'

export const codesPage = page({
  path: '/demo/codes',
  action: 'demo.control',
  subject: nobodysOwn,

  async get({ db, permit, services, now, w }) {
    if (!services.site.demo) return notFound
    const t = w.demo
    const { codes, seconds } = await demoCodes(db, permit, now)
    return show(
      t.codesTitle,
      <>
        <h1>{t.codesTitle}</h1>
        <p class="usa-intro">{t.codesIntro}</p>
        {/* Not by itself: whoever reads slowly, or listens, would lose the place every few seconds (WCAG 2.2.1). */}
        <p>
          <a class="usa-link" href="/demo/codes">
            {t.codesAgain}
          </a>
        </p>
        {codes.length === 0 ? (
          <p>{t.codesNone}</p>
        ) : (
          <Table
            caption={`${t.codesLeft} ${t.codesSeconds(seconds)}`}
            rows={codes}
            rowKey={(c) => `${c.loginId} ${c.code}`}
            columns={[
              { title: t.codesWho, cell: (c) => `${c.loginId} (${c.name})` },
              { title: t.codesCode, cell: (c) => <code>{c.code}</code> },
            ]}
          />
        )}
      </>,
    )
  },
})
