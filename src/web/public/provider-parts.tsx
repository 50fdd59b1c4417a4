/** The parts of a provider's public page. */
import type { JSX } from 'preact'
import { type Day, daysBetween } from '#domain/dates.ts'
import { enrollmentStatuses } from '#domain/enrollment/enrollment.ts'
import { isSpecialtyCode } from '#domain/enrollment/specialties.ts'
import { type Address, addressLine } from '#domain/party/address.ts'
import { isStateCode } from '#domain/party/states.ts'
import type { LookedUp, LookedUpEnrollment } from '#use-cases/eligibility/look-up-provider.ts'
import { SummaryList, type SummaryRow } from '#web/kit/parts.tsx'
import { specialtyWords } from '#words/en/reference/specialties.ts'
import { states } from '#words/en/reference/states.ts'
import type { Words } from '#words/index.ts'
import { Tag } from './parts.tsx'

interface Props {
  readonly facts: LookedUp
  readonly w: Words
}

export function Registry({ facts: { registry: p, hideStreet, side }, w }: Props): JSX.Element {
  const t = w.lookup.provider
  const day = (d: Day | undefined) => d && w.portal.time.day(d)
  if (!p)
    return (
      <>
        <h2>{t.registryTitle}</h2>
        <p>{t.notInRegistry}</p>
      </>
    )
  const own = p.otherNames.map((n) => (typeof n === 'string' ? n : `${n.last}, ${n.first}`))
  const other = new Set([...own, ...side.otherNames.map((n) => n.name)])
  return (
    <>
      <h2>{t.registryTitle}</h2>
      <SummaryList
        w={w}
        rows={given([
          [t.kind, p.entityType === 1 ? t.person : p.entityType === 2 ? t.organization : undefined],
          [t.otherNames, [...other].join('; ')],
          [t.credential, p.person?.credential],
          [t.taxonomy, p.taxonomies.map((x) => `${x.code}${x.primary ? ` ${t.primary}` : ''}`).join(', ')],
          [t.place, p.practice && addressLine(hideStreet ? withoutStreet(p.practice) : p.practice)],
          [t.phone, hideStreet ? undefined : p.practice?.phone],
          [t.furtherPlaces, some(side.locations.map(addressLine), t.more)],
          [
            t.endpoints,
            some(
              side.endpoints.map((e) => `${e.typeName}: ${e.endpoint}`),
              t.more,
            ),
          ],
          [t.since, day(p.enumeratedOn)],
          [t.updated, day(p.updatedOn)],
          [t.stopped, day(p.deactivatedOn)],
          [t.resumed, day(p.reactivatedOn)],
        ])}
      />
    </>
  )
}

const SHOWN = 10

/** A list of the first ten and how many more there are; nothing for none. */
const some = (lines: readonly string[], more: (n: number) => string): SummaryRow['value'] =>
  lines.length === 0 ? undefined : (
    <ul class="plain">
      {lines.slice(0, SHOWN).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {lines.length > SHOWN && <li>{more(lines.length - SHOWN)}</li>}
    </ul>
  )

export const withoutStreet = ({ city, state }: Address): Address => ({ line1: '', city, state, zip: '' })

export function Enrollments({ facts, w }: Props): JSX.Element {
  const t = w.lookup.provider
  return (
    <>
      <h2>{t.enrollmentsTitle(facts.enrollments.length)}</h2>
      {facts.enrollments.length === 0 && <p>{t.noEnrollment}</p>}
      {facts.enrollments.map((e) => (
        <section class="card enrollment" key={e.enrollmentId} aria-labelledby={e.enrollmentId}>
          <h3 id={e.enrollmentId}>
            {specialtyName(e.specialty)} <EnrollmentTag e={e} w={w} />
          </h3>
          <SummaryList w={w} rows={enrollmentRows(e, facts.on, w)} />
        </section>
      ))}
    </>
  )
}

const EnrollmentTag = ({ e, w }: { e: LookedUpEnrollment; w: Words }): JSX.Element => (
  <Tag kind={e.status && (enrollmentStatuses[e.status].claims === 'payable' ? 'enrolled' : 'problem')}>
    {e.status ? w.eligibility.statusNames[e.status] : w.lookup.provider.noStatus}
  </Tag>
)

function enrollmentRows(e: LookedUpEnrollment, on: Day, w: Words): readonly SummaryRow[] {
  const t = w.lookup.provider
  const day = w.portal.time.day
  const state = e.place?.state ?? ''
  const span = (from: Day, to: Day | undefined) => (to ? t.fromTo(day(from), day(to)) : t.fromOn(day(from)))
  const orders =
    e.orders === undefined
      ? t.ordersUnavailable
      : e.orders.length === 0
        ? t.noOrders
        : e.orders.map((o) => w.eligibility.services[o]).join(', ')
  return given([
    [t.status(day(on)), e.status ? w.eligibility.statuses[e.status] : t.noStatus],
    [t.effective, e.from && span(e.from, e.to)],
    [t.state, isStateCode(state) ? states[state] : state],
    [t.locations, e.place && e.place.locations.length > 0 ? <Locations e={e.place} /> : t.noLocations],
    [
      t.reassigned,
      e.reassignedTo.length === 0 ? (
        t.noReassigned
      ) : (
        <ul class="plain">
          {e.reassignedTo.map((r) => (
            <li key={`${r.npi}${r.from}`}>
              <a href={`/lookup/${r.npi}`}>{r.name ?? r.npi}</a> ({span(r.from, r.to)})
            </li>
          ))}
        </ul>
      ),
    ],
    [t.orders, orders],
    [t.enrollment, <span class="number">{e.enrollmentId}</span>],
    [t.contractor, e.place?.contractorName],
  ])
}

const Locations = ({ e }: { e: NonNullable<LookedUpEnrollment['place']> }): JSX.Element => (
  <ul class="plain">
    {e.locations.map(({ name, address }) => (
      <li key={`${name}${addressLine(address)}`}>{[name, addressLine(address)].filter(Boolean).join(', ')}</li>
    ))}
  </ul>
)

/** "14-08" is family 14, specialty 08. A code without words is shown as it is. */
export function specialtyName(code: string): string {
  const short = code.split('-').at(-1) ?? code
  return isSpecialtyCode(short) ? specialtyWords[short] : code
}

/** Enrollments of organizations begin with an O. */
const kindOf = (facts: LookedUp): string =>
  facts.enrollments[0]?.enrollmentId.startsWith('O') ? 'Organization' : 'Practitioner'

export function Sources({ facts, today, w }: Props & { today: Day }): JSX.Element {
  const t = w.lookup.provider
  const day = w.portal.time.day
  const { sequence, asOf } = facts.verdict.version
  const known = facts.knownOn ? `&knownOn=${facts.knownOn}` : ''
  return (
    <section class="meta sources" aria-labelledby="sources">
      <h2 id="sources">{t.versionTitle}</h2>
      <ul class="usa-list">
        <li>{t.version(sequence, day(asOf))}</li>
        {(['nppes', 'order-referring'] as const).map((kind) => {
          const s = kind === 'nppes' ? facts.sources.registry : facts.sources.orderReferring
          const name = w.sourceNames[kind]
          const line = s ? t.source(name, day(s.asOf), Math.max(0, daysBetween(s.asOf, today))) : undefined
          return <li key={kind}>{line ?? t.sourceUnavailable(name)}</li>
        })}
        <li>
          <a href={`/api/v1/eligibility?npi=${facts.npi}&on=${facts.on}${known}`}>{t.asData}</a>
        </li>
        {facts.enrollments.length > 0 && (
          <li>
            <a href={`/fhir/r4/${kindOf(facts)}/${facts.npi}`}>{t.asFhir}</a> (
            <a href="/developers/fhir">{w.fhir.page.title}</a>)
          </li>
        )}
      </ul>
    </section>
  )
}

/** Rows that have something to say. */
const given = (rows: readonly (readonly [string, SummaryRow['value']])[]): readonly SummaryRow[] =>
  rows.filter(([, value]) => value !== undefined && value !== '').map(([key, value]) => ({ key, value }))
