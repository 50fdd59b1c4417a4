/**
 * /lists/order-and-refer and its neighbors: one person on a public list, by NPI or name, as an address that can be kept,
 * and the same as CSV. No account, no cookie, nothing written down about who asked.
 */
import type { JSX } from 'preact'
import type { Permit } from '#domain/access/policy.ts'
import { isNpi } from '#domain/identifiers/npi.ts'
import { csvLine } from '#domain/publication/csv-line.ts'
import { publicFileLayouts } from '#domain/publication/layouts.ts'
import { type PublicList, publicListNames } from '#domain/publication/public-list.ts'
import type { Problem } from '#domain/result.ts'
import { npi as npiKind, text } from '#forms/kit/kinds.ts'
import { type ListAnswer, lookUpList, publicLists } from '#use-cases/public-files/look-up-list.ts'
import type { Cells } from '#use-cases/public-files/person-rows.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, nobodysOwn, page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, ErrorSummary, Table } from '#web/kit/parts.tsx'
import { download, notFound, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'

const LEAST_LETTERS = 2
const FIELDS = ['npi', 'last', 'first'] as const

const isList = (name: string | undefined): name is PublicList => publicListNames.some((l) => l === name)

function readQuestion(query: Fields) {
  const npi = (query.npi ?? '').replace(/[\s-]/g, '')
  const last = query.last?.trim().slice(0, 100) ?? ''
  const first = query.first?.trim().slice(0, 100) ?? ''
  const problems: Problem[] = []
  if (npi !== '' && !isNpi(npi)) problems.push({ code: 'not-an-npi', at: 'npi' })
  const letters = last.replace(/[^\p{L}]/gu, '').length
  if (npi === '' && last !== '' && letters < LEAST_LETTERS)
    problems.push({ code: 'search-short', at: 'last', with: { min: LEAST_LETTERS } })
  return { npi, last, first, problems, asked: npi !== '' || last !== '' }
}

type Asking = Pick<Ask<'public.view', { readonly id: string }>, 'db' | 'query' | 'today' | 'w'> & {
  readonly permit: Permit<'public.view'>
}
const answer = async (list: PublicList, { db, permit, query, today, w }: Asking): Promise<ListAnswer | undefined> => {
  const { problems, asked, ...question } = readQuestion(query)
  const typeName = w.portal.enrollment.specialty
  return asked && problems.length === 0 ? lookUpList(db, permit, list, { ...question, on: today, typeName }) : undefined
}

export const listPage = page({
  path: '/lists/:list',
  action: 'public.view',
  subject: nobodysOwn,
  query: FIELDS,
  async get(ask) {
    const { params, query, w } = ask
    const { list } = params
    if (!isList(list)) return notFound
    const t = w.publicLists
    const { problems } = readQuestion(query)
    const found = await answer(list, ask)
    const title = t.lists[list].title
    return show(
      problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
      <>
        <BackLink href="/lookup" w={w} label={t.back} />
        <ErrorSummary problems={problems} w={w} nameOf={(at) => (at === 'npi' ? t.npi : t.last)} />
        <h1>{title}</h1>
        <p class="usa-intro">{t.lists[list].about}</p>
        {found && <Found found={found} list={list} query={query} w={w} />}
        <AskForm list={list} query={query} problems={problems} w={w} />
      </>,
      { wide: true, status: problems.length > 0 ? 422 : 200 },
    )
  },
})

interface FormProps {
  readonly list: PublicList
  readonly query: Fields
  readonly problems: readonly Problem[]
  readonly w: Words
}
function AskForm({ list, query, problems, w }: FormProps): JSX.Element {
  const t = w.publicLists
  const field = (name: string) => ({ name, value: query[name] ?? '', problem: problems.find((p) => p.at === name), w })
  return (
    <form method="get" action={`/lists/${list}`} class="usa-form" noValidate>
      <Control {...field('npi')} kind={npiKind} words={{ ask: t.npi, hint: t.npiHint }} optional />
      <Control {...field('last')} kind={text(100)} words={{ ask: t.last, hint: t.lastHint }} optional />
      <Control {...field('first')} kind={text(100)} words={{ ask: t.first }} optional />
      <Button>{t.find}</Button>
    </form>
  )
}

interface FoundProps {
  readonly found: ListAnswer
  readonly list: PublicList
  readonly query: Fields
  readonly w: Words
}
function Found({ found, list, query, w }: FoundProps): JSX.Element {
  const t = w.publicLists
  if (found.lines.length === 0)
    return (
      <Alert kind="info" title={t.noneTitle}>
        <p>{t.lists[list].none}</p>
      </Alert>
    )
  const columns = publicFileLayouts[publicLists[list].kind].columns
  // A column that says nothing of anybody here only takes room.
  const shown = columns
    .map((name, at) => ({ name, at }))
    .filter(({ at }) => found.lines.some((l) => (l[at] ?? '') !== ''))
  const again = new URLSearchParams(FIELDS.flatMap((f) => (query[f] ? [[f, query[f]]] : [])))
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t.found(found.lines.length)}</h2>
      {found.near && <p>{t.near}</p>}
      {found.more && <p>{t.more}</p>}
      <Table
        caption={t.lists[list].title}
        rows={found.lines}
        rowKey={(l: Cells) => l.join('/')}
        columns={shown.map(({ name, at }) => ({
          title: t.columns[name] ?? name,
          cell: (l: Cells) => String(l[at] ?? ''),
        }))}
      />
      <p>
        <a class="usa-link" href={`/lists/${list}/results.csv?${again}`}>
          {t.csv}
        </a>
      </p>
    </section>
  )
}

export const listCsvPage = page({
  path: '/lists/:list/results.csv',
  action: 'public.view',
  subject: nobodysOwn,
  query: FIELDS,
  async get(ask) {
    const { list } = ask.params
    const found = isList(list) ? await answer(list, ask) : undefined
    if (!isList(list) || !found) return notFound
    const lines = [publicFileLayouts[publicLists[list].kind].columns, ...found.lines]
    return download(Buffer.from(lines.map(csvLine).join('')), 'text/csv; charset=utf-8', `${list}.csv`)
  },
})
