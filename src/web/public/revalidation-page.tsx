/** When a provider has to revalidate, for anybody, as CMS publishes it: seven months ahead, later to be determined. */
import { findPublicDues } from '#db/queries/time/public-dues.ts'
import { isNpi } from '#domain/identifiers/npi.ts'
import { opensOn } from '#domain/time/revalidation.ts'
import { npi as npiKind } from '#forms/kit/kinds.ts'
import { Control } from '#web/kit/fields.tsx'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Button, ErrorSummary, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'

export const revalidationLookupPage = page({
  path: '/revalidation',
  action: 'public.view',
  subject: nobodysOwn,
  query: ['npi'],
  async get({ db, permit, query, today, w }) {
    const t = w.time.lookup
    const npi = (query.npi ?? '').replace(/[\s-]/g, '')
    const wrong = npi !== '' && !isNpi(npi) ? ({ code: 'not-an-npi', at: 'npi' } as const) : undefined
    const found = npi !== '' && !wrong ? await findPublicDues(db, permit, npi) : undefined
    return show(
      wrong ? `${w.layout.errorPrefix}${t.title}` : t.title,
      <>
        <ErrorSummary problems={wrong ? [wrong] : []} w={w} nameOf={() => t.npi} />
        <h1>{t.title}</h1>
        <p class="usa-intro">{t.intro}</p>
        {found?.length === 0 && <p>{t.none}</p>}
        {found && found.length > 0 && (
          <Table
            caption={t.caption(npi)}
            rows={found}
            rowKey={(e) => e.id}
            columns={[
              { title: t.enrollment, cell: (e) => `${e.id}, ${w.forms[e.form]?.short ?? e.form}` },
              { title: t.state, cell: (e) => w.values.states[e.state] ?? e.state },
              { title: t.due, cell: (e) => (today >= opensOn(e.due) ? w.portal.time.day(e.due) : t.later) },
            ]}
          />
        )}
        <form method="get" action="/revalidation" class="usa-form" noValidate>
          <Control name="npi" kind={npiKind} words={{ ask: t.npi }} value={query.npi ?? ''} problem={wrong} w={w} />
          <Button>{t.find}</Button>
        </form>
      </>,
      { status: wrong ? 422 : 200 },
    )
  },
})
