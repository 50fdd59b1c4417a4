/** /help: what people ask, found by word, and whom to ask; and one page a topic. */
import { helpNumbers } from '#domain/help/numbers.ts'
import type { Site } from '#outside/services.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { BackLink, Button, SummaryList } from '#web/kit/parts.tsx'
import { notFound, show } from '#web/kit/reply.ts'
import type { HelpPart, HelpTopic } from '#words/en/help/topic.ts'
import { helpTopics } from '#words/en/help/topics.ts'
import type { Words } from '#words/index.ts'
import { searchTopics } from './search-topics.ts'

const Topics = ({ topics }: { topics: readonly HelpTopic[] }) => (
  <ul class="usa-list usa-list--unstyled help-topics">
    {topics.map((t) => (
      <li key={t.id}>
        <a href={`/help/${t.id}`}>{t.title}</a>
        <p class="usa-hint">{t.summary}</p>
      </li>
    ))}
  </ul>
)

const Contact = ({ w, site }: { w: Words; site: Site }) => {
  const t = w.help
  const { phone, email, hours } = site.helpDesk
  return (
    <>
      <SummaryList
        w={w}
        rows={[
          { key: t.phone, value: <a href={`tel:${phone.replace(/\D/g, '')}`}>{phone}</a> },
          { key: t.email, value: <a href={`mailto:${email}`}>{email}</a> },
          { key: t.hours, value: hours },
        ]}
      />
      <p>
        <a href="/forms">{w.allQuestions.link}</a>
      </p>
      <p>
        {t.contactNote} <a href="/help/contact">{w.layout.askHelp}</a>
      </p>
    </>
  )
}

export const helpPage = page({
  path: '/help',
  action: 'public.view',
  subject: nobodysOwn,
  query: ['q'],
  async get({ w, services: { site }, query }) {
    const t = w.help
    const all = helpTopics(helpNumbers, site)
    const asked = (query.q ?? '').trim().slice(0, 60)
    const found = searchTopics(all, asked)
    return show(
      t.title,
      <>
        <h1>{t.title}</h1>
        <p class="usa-intro">{t.intro}</p>
        <form method="get" action="/help" class="help-search">
          <label class="usa-label" for="q">
            {t.search}
          </label>
          <div class="usa-hint" id="q-hint">
            {t.searchHint}
          </div>
          <input class="usa-input" type="search" id="q" name="q" value={asked} aria-describedby="q-hint" />
          <Button>{t.searchButton}</Button>
        </form>
        <h2>{asked ? t.found(found.length, asked) : t.topicsTitle}</h2>
        {found.length === 0 && <p>{t.foundNothing}</p>}
        <Topics topics={found} />
        {asked && (
          <p>
            <a href="/help">{t.all}</a>
          </p>
        )}
        <h2>{t.contactTitle}</h2>
        <Contact w={w} site={site} />
        <h2>{t.lookupTitle}</h2>
        <p>
          {t.lookup} <a href="/lookup">{w.layout.lookup}</a>
        </p>
        <h2>{t.privacyTitle}</h2>
        <p>{t.privacy}</p>
        <h2>{t.accessTitle}</h2>
        <p>{t.access}</p>
      </>,
    )
  },
})

function Part({ part }: { part: HelpPart }) {
  const items = part.lines.map((line) => <li key={line}>{line}</li>)
  return (
    <>
      {part.title && <h2>{part.title}</h2>}
      {part.as === 'steps' && <ol class="usa-list">{items}</ol>}
      {part.as === 'list' && <ul class="usa-list">{items}</ul>}
      {part.as === 'text' && part.lines.map((line) => <p key={line}>{line}</p>)}
    </>
  )
}

export const helpTopicPage = page({
  path: '/help/:topic',
  action: 'public.view',
  subject: nobodysOwn,
  async get({ w, services: { site }, params }) {
    const t = w.help
    const all = helpTopics(helpNumbers, site)
    const topic = all.find((one) => one.id === params.topic)
    if (!topic) return notFound
    return show(
      topic.title,
      <>
        <BackLink href="/help" w={w} label={t.all} />
        <h1>{topic.title}</h1>
        <p class="usa-intro">{topic.summary}</p>
        <div class="help-topic">
          {topic.parts.map((part) => (
            <Part part={part} key={part.lines[0]} />
          ))}
        </div>
        <h2>{t.more}</h2>
        <ul class="usa-list">
          {topic.links.map(([href, label]) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
        <h2>{t.notSolved}</h2>
        <Contact w={w} site={site} />
      </>,
    )
  },
})
