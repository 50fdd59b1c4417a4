/**
 * Searches what was disclosed, over every provider in reach. A plain get, so that an answer can be kept; a tax number is
 * posted instead, so that it stays out of addresses and logs.
 */
import type { JSX } from 'preact'
import { type AffiliationSearch, MOST_DISCLOSED, searchAffiliations } from '#db/queries/affiliations/search.ts'
import type { Subject } from '#domain/access/policy.ts'
import {
  affiliationKindNames,
  disclosableEventNames,
  isAffiliationKind,
  isDisclosableEvent,
} from '#domain/affiliation/affiliation.ts'
import { type Day, isDay } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { ein, npi, specialty, text } from '#forms/kit/kinds.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { type Reply, show } from '#web/kit/reply.ts'
import { visitorsContractor } from '../contractor-subject.ts'
import { DisclosedTable } from './disclosed-table.tsx'

type SearchAsk = Ask<'affiliation.search', Subject>
const HERE = '/desk/affiliations/search'

export const affiliationSearchPage = page({
  path: HERE,
  action: 'affiliation.search',
  subject: visitorsContractor,
  query: ['name', 'npi', 'event', 'tie', 'from', 'to'],
  async get(ask) {
    const read = searchOf(ask.query)
    return draw(ask, ask.query, read.search, read.problems)
  },
  post: {
    fields: ['taxId'],
    async handle(ask) {
      const taxId = ask.posted.taxId?.replace(/[\s-]/g, '') ?? ''
      const wrong = !/^\d{9}$/.test(taxId)
      return draw(ask, {}, wrong ? {} : { taxId }, wrong ? [{ code: 'not-an-ein', at: 'taxId' }] : [])
    },
  },
})

/** What was asked; a date or number that is none is said, and the rest is searched for. */
function searchOf(q: Fields): { readonly search: AffiliationSearch; readonly problems: readonly Problem[] } {
  const said = (name: string) => q[name]?.trim().slice(0, 150) || undefined
  const problems: Problem[] = []
  const dayOf = (at: 'from' | 'to'): Day | undefined => {
    const typed = said(at)
    if (!typed || isDay(typed)) return typed as Day | undefined
    problems.push({ code: 'not-a-date', at })
    return undefined
  }
  const number = said('npi')
  const isNumber = number !== undefined && npi.parse(number).ok
  if (number !== undefined && !isNumber) problems.push({ code: 'not-an-npi', at: 'npi' })
  const event = said('event')
  const tie = said('tie')
  return {
    problems,
    search: {
      name: said('name'),
      npi: isNumber ? number : undefined,
      event: isDisclosableEvent(event) ? event : undefined,
      tie: isAffiliationKind(tie) ? tie : undefined,
      from: dayOf('from'),
      to: dayOf('to'),
    },
  }
}

async function draw(
  ask: SearchAsk,
  typed: Fields,
  search: AffiliationSearch,
  problems: readonly Problem[],
): Promise<Reply> {
  const { db, permit, w, visit, subject } = ask
  const t = w.affiliations.desk
  const rows = problems.length > 0 ? [] : await searchAffiliations(db, permit, search)
  const names: Readonly<Record<string, string>> = { npi: t.npi, from: t.from, to: t.to, taxId: t.taxId }
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.searchTitle}` : t.searchTitle,
    <>
      <BackLink href="/desk/affiliations" w={w} label={t.menu} />
      <ErrorSummary problems={problems} w={w} nameOf={(at) => names[at]} />
      <h1>{t.searchTitle}</h1>
      <p>{subject.contractorId ? t.searchIntro : t.searchAll}</p>
      <Boxes ask={ask} typed={typed} problems={problems} />
      <Form visit={visit} action={HERE} class="usa-form affiliation-search__number">
        <Control
          name="taxId"
          kind={ein}
          words={{ ask: t.taxId, hint: t.taxIdHint }}
          value=""
          problem={problems.find((p) => p.at === 'taxId')}
          w={w}
        />
        <Button kind="outline">{t.search}</Button>
      </Form>
      {problems.length === 0 && (
        <section aria-labelledby="found">
          <h2 id="found">{rows.length === 0 ? t.searchNone : t.found(rows.length)}</h2>
          {rows.length === MOST_DISCLOSED && <Alert kind="warning">{t.cut}</Alert>}
          {rows.length > 0 && <DisclosedTable caption={t.caption} rows={rows} w={w} />}
        </section>
      )}
    </>,
    { wide: true, status: problems.length > 0 ? 422 : 200 },
  )
}

interface BoxesProps {
  readonly ask: SearchAsk
  readonly typed: Fields
  readonly problems: readonly Problem[]
}
function Boxes({ ask: { w }, typed, problems }: BoxesProps): JSX.Element {
  const t = w.affiliations.desk
  const { ties, event } = w.affiliations.section.questions
  const at = (name: string) => problems.find((p) => p.at === name)
  return (
    <form method="get" action={HERE} class="usa-form usa-form--large affiliation-search" noValidate>
      <Control
        name="name"
        kind={text(150)}
        words={{ ask: t.name }}
        value={typed.name ?? ''}
        problem={undefined}
        w={w}
      />
      <Control name="npi" kind={npi} words={{ ask: t.npi }} value={typed.npi ?? ''} problem={at('npi')} w={w} />
      <Control
        name="event"
        kind={specialty(...disclosableEventNames)}
        words={{ ask: t.event, options: event.options }}
        value={typed.event ?? ''}
        problem={undefined}
        w={w}
      />
      <Control
        name="tie"
        kind={specialty(...affiliationKindNames)}
        words={{ ask: t.tie, options: ties.options }}
        value={typed.tie ?? ''}
        problem={undefined}
        w={w}
      />
      <DayBox name="from" label={t.from} typed={typed.from} problem={at('from')} w={w} />
      <DayBox name="to" label={t.to} typed={typed.to} problem={at('to')} w={w} />
      <div>
        <Button>{t.search}</Button>
      </div>
    </form>
  )
}

interface DayBoxProps {
  readonly name: string
  readonly label: string
  readonly typed: string | undefined
  readonly problem: Problem | undefined
  readonly w: SearchAsk['w']
}
/** A day in one box, so that the address of a search stays short. */
const DayBox = ({ name, label, typed, problem, w }: DayBoxProps): JSX.Element => (
  <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
    <label class="usa-label" for={name}>
      {label}
    </label>
    {problem && (
      <span class="usa-error-message" id={`${name}-error`}>
        {w.say(problem)}
      </span>
    )}
    <input
      class="usa-input usa-input--md"
      type="date"
      id={name}
      name={name}
      value={typed ?? ''}
      aria-describedby={problem ? `${name}-error` : undefined}
      aria-invalid={problem ? 'true' : undefined}
    />
  </div>
)
