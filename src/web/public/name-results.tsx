/** What a look-up by name found: names that begin so, a page at a time, and below them names that come near, each with why. */
import type { JSX } from 'preact'
import type { Day } from '#domain/dates.ts'
import { type RegistryProvider, registryName } from '#domain/party/registry-provider.ts'
import type { NameSearchPage } from '#use-cases/eligibility/look-up-provider.ts'
import type { AlikeList, AlikeName, AlikeNames } from '#use-cases/registry/find-names-alike.ts'
import { Alert, Table } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import { Tag } from './parts.tsx'

export const providerPath = (npi: string, on: Day, today: Day): string =>
  `/lookup/${npi}${on === today ? '' : `?on=${on}`}`

interface Shown {
  readonly on: Day
  readonly today: Day
  readonly w: Words
}
interface ResultsProps extends Shown {
  readonly page: NameSearchPage
  /** Present on the last page. */
  readonly alike: AlikeNames | undefined
  readonly nextHref: string | undefined
}
export function NameResults({ page, alike, nextHref, ...shown }: ResultsProps): JSX.Element {
  const t = shown.w.lookup
  if (!page.source)
    return (
      <Alert kind="warning" title={t.unavailableTitle}>
        <p>{t.unavailable}</p>
      </Alert>
    )
  const near = alike && [alike.byWords, alike.similar, alike.heard].some((list) => list.found.length > 0)
  return (
    <>
      {page.found.length > 0 ? (
        <section aria-labelledby="results">
          <h2 id="results">{t.found(page.found.length, nextHref !== undefined)}</h2>
          <Found found={page.found} {...shown} />
          {nextHref && (
            <p>
              <a class="usa-button usa-button--outline" href={nextHref}>
                {t.next}
              </a>
            </p>
          )}
        </section>
      ) : near ? (
        <p>{t.noneBegins}</p>
      ) : (
        <Alert kind="info" title={t.found(0, false)}>
          <p>{alike?.late ? t.late : t.nothing}</p>
        </Alert>
      )}
      {alike && <Alike id="by-words" title={t.byWordsTitle} list={alike.byWords} {...shown} />}
      {alike && <Alike id="similar" title={t.similarTitle} hint={t.similarHint} list={alike.similar} {...shown} />}
      {alike && <Alike id="heard" title={t.heardTitle} hint={t.heardHint} list={alike.heard} {...shown} />}
      {alike?.late && page.found.length > 0 && <p>{t.late}</p>}
    </>
  )
}

interface AlikeProps extends Shown {
  readonly id: string
  readonly title: string
  readonly hint?: string
  readonly list: AlikeList
}
const Alike = ({ id, title, hint, list, ...shown }: AlikeProps): JSX.Element | null =>
  list.found.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint && <p>{hint}</p>}
      <Found found={list.found} withOthers {...shown} />
      {list.more && <p>{shown.w.lookup.moreAlike(list.found.length)}</p>}
    </section>
  )

interface FoundProps extends Shown {
  readonly found: readonly (NameSearchPage['found'][number] & Partial<Pick<AlikeName, 'why'>>)[]
  /** Say the other names too: it may be one of them that was found. */
  readonly withOthers?: boolean
}
function Found({ found, withOthers, on, today, w }: FoundProps): JSX.Element {
  const t = w.lookup
  return (
    <Table
      caption={t.resultsOn(w.portal.time.day(on))}
      rows={found}
      rowKey={(r) => r.registry.npi}
      columns={[
        {
          title: t.columns.name,
          cell: (r) => (
            <>
              <a href={providerPath(r.registry.npi, on, today)}>{registryName(r.registry) || r.registry.npi}</a>
              {r.why?.map((why) => (
                <div key={why.asked} class="usa-hint">
                  {t.why[why.kind](why.asked, why.found, 'of' in why ? why.of : '')}
                </div>
              ))}
              {withOthers && r.registry.otherNames.length > 0 && (
                <div class="usa-hint">
                  {t.provider.otherNames}: {r.registry.otherNames.map(otherName).join('; ')}
                </div>
              )}
            </>
          ),
        },
        { title: t.columns.npi, cell: (r) => <span class="number">{r.registry.npi}</span> },
        {
          title: t.columns.place,
          cell: ({ registry: { practice } }) => (practice ? `${practice.city}, ${practice.state}` : ''),
        },
        {
          title: t.columns.enrollment,
          cell: (r) => (
            <Tag kind={r.enrolled ? 'enrolled' : undefined}>{r.enrolled ? t.enrolledOn : t.notEnrolledOn}</Tag>
          ),
        },
      ]}
    />
  )
}

const otherName = (name: RegistryProvider['otherNames'][number]): string =>
  typeof name === 'string' ? name : [name.last, name.first].filter(Boolean).join(', ')
