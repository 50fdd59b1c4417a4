/** One disclosed affiliation: what the provider says, and beside it what the record, the lists and others say of the party. */
import type { ComponentChildren, JSX } from 'preact'
import { affiliationSection } from '#forms/affiliations/affiliation-section.ts'
import { linesOf } from '#forms/kit/say.ts'
import type { KnownParty, ListedAs } from '#use-cases/affiliations/known-of-parties.ts'
import { SummaryList } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { deskEnrollmentPath } from '../decisions/decision-paths.ts'
import { deskAffiliationPath } from './affiliation-paths.ts'

interface KnownProps {
  readonly known: KnownParty
  readonly at: number
  readonly w: Words
}
export const KnownShown = ({ known, at, w }: KnownProps): JSX.Element => {
  const t = w.affiliations.desk
  const { item } = known
  const lines = linesOf(affiliationSection, w.affiliations.section, item.answers, w.values).filter((l) => l.given)
  return (
    <article class="check affiliation" id={`item-${item.id}`}>
      <h3>{t.item(at + 1, String(item.answers.partyName || w.affiliations.noName))}</h3>
      <div class="affiliation__sides">
        <section aria-labelledby={`said-${item.id}`}>
          <h4 id={`said-${item.id}`}>{t.said}</h4>
          <SummaryList w={w} rows={lines.map((l) => ({ key: l.ask, value: l.said }))} />
        </section>
        <section aria-labelledby={`known-${item.id}`}>
          <h4 id={`known-${item.id}`}>{t.known}</h4>
          <SummaryList w={w} rows={knownRows(known, w)} />
        </section>
      </div>
    </article>
  )
}

function knownRows({ onRecord: r, lists, elsewhere }: KnownParty, w: Words) {
  const t = w.affiliations.desk
  const statuses = w.portal.enrollment.statuses
  const isFound = r.enrollments.length > 0
  return [
    {
      key: t.record,
      value: several(
        r.hasNumber ? t.recordNone : t.recordUnknown,
        r.enrollments.map((e) => (
          <>
            <a class="usa-link" href={deskEnrollmentPath(e.enrollmentId)}>
              {`${e.name}, ${e.enrollmentId}`}
            </a>
            {`, ${w.values.states[e.state] ?? e.state}: ${statuses[e.status]}`}
          </>
        )),
      ),
    },
    {
      key: t.owners,
      value: several(
        t.ownersNone,
        r.owners.map((o) => (
          <>
            {owner(o)}
            {o.byName && ` (${t.ownersByName})`}
          </>
        )),
      ),
    },
    { key: t.common, value: several(isFound ? t.commonNone : t.notCompared, r.commonOwners.map(owner)) },
    { key: t.address, value: several(isFound ? t.addressNone : t.notCompared, r.sharedAddresses) },
    {
      key: t.lists,
      value: several(
        '',
        lists.flatMap((l) => listed(l, w)),
      ),
    },
    {
      key: t.elsewhere,
      value: several(
        t.elsewhereNone,
        elsewhere.map((d) => (
          <a class="usa-link" href={`${deskAffiliationPath(d.requestId)}#item-${d.itemId}`}>
            {d.enrolleeName}
          </a>
        )),
      ),
    },
  ]
}

const owner = (o: { readonly partyId: string; readonly name: string }): JSX.Element => (
  <a class="usa-link" href={`/desk/owners/${o.partyId}`}>
    {o.name}
  </a>
)

function listed(l: ListedAs, w: Words): readonly string[] {
  const t = w.affiliations.desk
  const name = w.sourceNames[l.source]
  if (l.state === 'unavailable' || !l.asOf) return [t.listOff(name)]
  if (l.hits.length === 0) return [t.listClear(name, time.day(l.asOf))]
  return l.hits.map((h) => {
    const line = t.listHit(name, h.name, h.since ? time.day(h.since) : '')
    return `${line} (${t.strength[h.strength]}${h.over ? `, ${t.listOver}` : ''})`
  })
}

/** A list, or the sentence that there is nothing. */
const several = (none: string, items: readonly ComponentChildren[]): ComponentChildren =>
  items.length === 0 ? (
    none
  ) : (
    <ul class="affiliation__list">
      {items.map((item, i) => (
        <li key={String(i)}>{item}</li>
      ))}
    </ul>
  )
