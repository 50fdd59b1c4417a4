/** /docs: statuses, events and letters with their codes, read off the tables that the program itself obeys. */
import type { JSX } from 'preact'
import { type ApplicationEvent, type ApplicationStatus, statuses, transitions } from '#domain/application/lifecycle.ts'
import { wordedLetters } from '#domain/decisions/worded-letters.ts'
import { feedTypes } from '#domain/events/feed.ts'
import { JumpList } from '#web/kit/jump-list.tsx'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { type Column, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'

const statusNames = Object.keys(statuses) as ApplicationStatus[]
const eventNames = Object.keys(transitions) as ApplicationEvent[]
const parts = ['statuses', 'events', 'feed', 'letters'] as const

export const dictionaryPage = page({
  path: '/docs',
  action: 'public.view',
  subject: nobodysOwn,
  async get({ w }) {
    const t = w.dictionary
    return show(
      t.title,
      <>
        <h1>{t.title}</h1>
        <p class="usa-intro">{t.intro}</p>
        <p>
          {t.requests} <a href="/developers">{w.developers.page.title}</a>,{' '}
          <a href="/developers/fhir">{w.fhir.page.title}</a>, <a href="/openapi.json">/openapi.json</a>.
        </p>
        <JumpList label={t.title} jumps={parts.map((to) => ({ to, title: t[to] }))} />
        <Part id="statuses" codes={statusNames} w={w} columns={statusColumns(w)} />
        <Part id="events" codes={eventNames} w={w} columns={eventColumns(w)} />
        <Part id="feed" codes={feedTypes} w={w} columns={[{ title: t.name, cell: (c) => w.developers.types[c] }]} />
        <Part
          id="letters"
          codes={wordedLetters}
          w={w}
          columns={[
            { title: t.name, cell: (c) => w.decisions.letters[c] },
            { title: t.heading, cell: (c) => w.letters.wordings[c].title },
          ]}
        />
      </>,
      { wide: true },
    )
  },
})

interface PartProps<C extends string> {
  readonly id: (typeof parts)[number]
  readonly codes: readonly C[]
  readonly columns: readonly Column<C>[]
  readonly w: Words
}
function Part<C extends string>({ id, codes, columns, w }: PartProps<C>): JSX.Element {
  const t = w.dictionary
  const code: Column<C> = { title: t.code, cell: (c) => <code>{c}</code> }
  return (
    <section>
      <h2 id={id}>{t[id]}</h2>
      <Table caption={t[id]} rows={codes} rowKey={(c) => c} columns={[code, ...columns]} />
    </section>
  )
}

const statusColumns = (w: Words): readonly Column<ApplicationStatus>[] => [
  { title: w.dictionary.name, cell: (s) => w.statuses[s].name },
  { title: w.dictionary.waitsOn, cell: (s) => w.dictionary.waiting[statuses[s].waitingOn] },
  { title: w.dictionary.means, cell: (s) => w.statuses[s].provider },
  { title: w.dictionary.otherwise, cell: (s) => w.statuses[s].otherwise },
]

const eventColumns = (w: Words): readonly Column<ApplicationEvent>[] => [
  { title: w.dictionary.name, cell: (e) => w.events[e] },
  { title: w.dictionary.from, cell: (e) => transitions[e].from.map((s) => w.statuses[s].name).join(', ') },
  { title: w.dictionary.to, cell: (e) => w.statuses[transitions[e].to].name },
  { title: w.dictionary.cite, cell: (e) => citeOf(e) },
]
function citeOf(event: ApplicationEvent): string {
  const transition = transitions[event]
  return 'cite' in transition ? transition.cite : ''
}
