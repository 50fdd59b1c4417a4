/** The public look-up: a form that works by GET, so that a search is an address one can keep. */
import type { JSX } from 'preact'
import type { RegistryCursor } from '#db/queries/registry-files/registry.ts'
import { type Day, isDay } from '#domain/dates.ts'
import { isNpi } from '#domain/identifiers/npi.ts'
import { isStateCode } from '#domain/party/states.ts'
import { publicListNames } from '#domain/publication/public-list.ts'
import type { Problem } from '#domain/result.ts'
import { npi as npiKind, state as stateKind, text } from '#forms/kit/kinds.ts'
import { searchProviders } from '#use-cases/eligibility/look-up-provider.ts'
import { listNamesAlike } from '#use-cases/registry/find-names-alike.ts'
import { DayField } from '#web/kit/day-field.tsx'
import { Control } from '#web/kit/fields.tsx'
import { type Fields, nobodysOwn, page } from '#web/kit/page.ts'
import { Button, ErrorSummary } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { NameResults, providerPath } from './name-results.tsx'

const PAGE = 25

export const lookupPage = page({
  path: '/lookup',
  action: 'public.view',
  subject: nobodysOwn,
  query: ['npi', 'last', 'first', 'state', 'on', 'after'],
  async get({ db, permit, query, today, w, services }) {
    const t = w.lookup
    const on = query.on?.trim() || today
    const npi = (query.npi ?? '').replace(/[\s-]/g, '')
    const last = query.last?.trim() ?? ''
    const problems = problemsOf(query, npi, on)
    const asked = npi !== '' || last !== ''
    if (problems.length === 0 && npi !== '') return redirect(providerPath(npi, on as Day, today))
    const page =
      problems.length === 0 && last !== ''
        ? await searchProviders(db, permit, services.eligibility(), {
            last,
            ...(query.first && { first: query.first }),
            ...(query.state && { state: query.state }),
            on: on as Day,
            limit: PAGE,
            ...readCursor(query.after),
          })
        : undefined
    // Below the last of the names that begin so; before it, the next page is what is wanted.
    const alike =
      page?.source && !page.next
        ? await listNamesAlike(db, permit, services.eligibility(), {
            last,
            ...(query.first && { first: query.first }),
            ...(query.state && { state: query.state }),
            on: on as Day,
          })
        : undefined
    return show(
      problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : asked ? `${t.title}: ${last}` : t.title,
      <>
        <ErrorSummary problems={problems} w={w} nameOf={(at) => asks(w)[at as keyof ReturnType<typeof asks>]} />
        <h1>{t.title}</h1>
        {!asked && <p class="usa-intro">{t.intro}</p>}
        {page && (
          <NameResults
            page={page}
            alike={alike}
            nextHref={nextHref(query, page.next)}
            on={on as Day}
            today={today}
            w={w}
          />
        )}
        <LookupForm query={query} on={on} problems={problems} w={w} />
        <h2>{w.publicLists.others}</h2>
        <ul class="usa-list">
          {publicListNames.map((list) => (
            <li key={list}>
              <a class="usa-link" href={`/lists/${list}`}>
                {w.publicLists.lists[list].title}
              </a>
            </li>
          ))}
          <li>
            <a class="usa-link" href="/ownership">
              {w.ownership.publicTitle}
            </a>
          </li>
          <li>
            <a class="usa-link" href="/data">
              {w.publicFiles.lookupLink}
            </a>
          </li>
        </ul>
      </>,
      { status: problems.length > 0 ? 422 : 200 },
    )
  },
})

/** The questions of the form, by field: what an error summary says before its sentence. */
const asks = ({ lookup: t }: Words) => ({ npi: t.byNpi, state: t.state, on: t.on })

function nextHref(query: Fields, next: RegistryCursor | undefined): string | undefined {
  if (!next) return undefined
  const again = new URLSearchParams(Object.entries(query).filter((e): e is [string, string] => Boolean(e[1])))
  again.set('after', writeCursor(next))
  return `/lookup?${again}`
}

function problemsOf(query: Fields, npi: string, on: string): readonly Problem[] {
  const problems: Problem[] = []
  if (npi !== '' && !isNpi(npi)) problems.push({ code: 'not-an-npi', at: 'npi' })
  if (query.state && !isStateCode(query.state)) problems.push({ code: 'not-a-state', at: 'state' })
  if (!isDay(on)) problems.push({ code: 'not-a-date', at: 'on' })
  return problems
}

interface FormProps {
  readonly query: Fields
  readonly on: string
  readonly problems: readonly Problem[]
  readonly w: Words
}
function LookupForm({ query, on, problems, w }: FormProps): JSX.Element {
  const t = w.lookup
  const field = (name: string) => ({ name, value: query[name] ?? '', problem: problems.find((p) => p.at === name), w })
  return (
    <form method="get" action="/lookup" class="usa-form usa-form--large" noValidate>
      <Control {...field('npi')} kind={npiKind} words={{ ask: t.byNpi, hint: t.npiHint }} />
      <fieldset class="usa-fieldset">
        <legend class="usa-legend usa-legend--large">{t.byName}</legend>
        <Control {...field('last')} kind={text(100)} words={{ ask: t.last, hint: t.lastHint }} />
        <Control {...field('first')} kind={text(100)} words={{ ask: t.first }} optional />
        <Control {...field('state')} kind={stateKind} words={{ ask: t.state }} optional />
      </fieldset>
      <DayField {...field('on')} value={on} label={t.on} hint={t.onHint} />
      <Button>{t.find}</Button>
    </form>
  )
}

const writeCursor = (c: RegistryCursor): string =>
  Buffer.from(JSON.stringify([c.name, c.first, c.npi])).toString('base64url')

/** A cursor that was tampered with begins at the first page. */
function readCursor(text: string | undefined): { readonly after?: RegistryCursor } {
  if (!text) return {}
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (!Array.isArray(read) || !read.every((part) => typeof part === 'string')) return {}
    const [name = '', first = '', npi = ''] = read as string[]
    return { after: { name, first, npi } }
  } catch {
    return {}
  }
}
