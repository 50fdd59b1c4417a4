/** The switcher: finds one provider of hundreds and acts for it. A page and a form, so that it needs no script. */
import { type ActedFor, listActedFor } from '#db/queries/delegation/acted-for.ts'
import { chooseActing } from '#use-cases/delegation/choose-acting.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { Button, Form, Table } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { callerOf } from './teller.ts'

const PAGE = 50

export const actingPage = page({
  path: '/acting',
  action: 'dashboard.view',
  subject: visitorsOwn,
  query: ['find', 'page'],
  async get({ db, permit, query, now, w, visit }) {
    const t = w.delegation.switcher
    const search = (query.find ?? '').trim().slice(0, 100)
    const at = Math.min(1000, Math.max(0, Number.parseInt(query.page ?? '0', 10) || 0))
    const { rows, count } = await listActedFor(db, permit, { search, page: at, limit: PAGE }, now)
    const to = (n: number) => `/acting?find=${encodeURIComponent(search)}&page=${n}`
    return show(
      t.title,
      <>
        <h1>{t.title}</h1>
        <p class="usa-intro">{t.intro}</p>
        <form method="get" action="/acting" class="switcher-search">
          <label class="usa-label" for="find">
            {t.search}
          </label>
          <div class="switcher-search__row">
            <input class="usa-input" id="find" name="find" type="search" value={search} autocomplete="off" />
            <Button>{t.find}</Button>
          </div>
        </form>
        {visit.acting?.chosen && (
          <Form visit={visit} class="inline-form">
            <Button go="all" kind="outline">
              {t.all}
            </Button>
          </Form>
        )}
        {rows.length === 0 ? (
          <p>{search ? t.nobodyFound : t.nobody}</p>
        ) : (
          <Table
            caption={t.caption(count)}
            rows={rows}
            rowKey={(r) => r.enrolleeId}
            columns={[
              {
                title: t.provider,
                cell: (r) => (
                  <>
                    {r.name}
                    <span class="quiet below">NPI {r.npi}</span>
                  </>
                ),
              },
              { title: t.role, cell: (r) => sayRole(r, w) },
              {
                title: t.choose,
                cell: (r) =>
                  visit.acting?.chosen && visit.acting.enrolleeId === r.enrolleeId ? (
                    <strong>{t.chosen}</strong>
                  ) : (
                    <Form visit={visit} class="inline-form">
                      <input type="hidden" name="npi" value={r.npi} />
                      <button class="usa-button usa-button--unstyled" type="submit">
                        {t.choose}
                        <span class="usa-sr-only"> {r.name}</span>
                      </button>
                    </Form>
                  ),
              },
            ]}
          />
        )}
        <p class="actions">
          {at > 0 && <a href={to(at - 1)}>{t.previous}</a>}{' '}
          {(at + 1) * PAGE < count && <a href={to(at + 1)}>{t.next}</a>}
        </p>
      </>,
    )
  },
  post: {
    fields: ['npi'],
    async handle(ask) {
      const { db, permit, posted, visit, now } = ask
      if (!visit.session) return notFound
      const npi = posted.go === 'all' ? undefined : (posted.npi ?? '')
      if (npi !== undefined && !/^\d{10}$/.test(npi)) return notFound
      const chosen = await chooseActing(db, permit, { sessionId: visit.session.id, npi }, callerOf(ask), now)
      if (!chosen.ok) return notFound
      return redirect('/dashboard', {
        notice: npi === undefined ? 'acting-all' : 'acting-chosen',
        cookies: [{ name: 'session', value: chosen.value.sessionToken }],
      })
    },
  },
})

const sayRole = (r: ActedFor, w: Words): string => {
  const role = w.delegation.roles[r.role]
  return r.through ? w.delegation.switcher.through(role, r.through) : role
}
