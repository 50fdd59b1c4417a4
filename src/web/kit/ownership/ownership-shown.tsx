/**
 * One ownership structure in every form that we have: owners in the end as sentences, what does not fit, the indented
 * table, the chart. On a narrow screen the chart comes last, because it is read by scrolling. Nothing here asks who looks.
 */
import type { ComponentChildren, JSX } from 'preact'
import { DISCLOSED_PERCENT, effectiveOwners } from '#domain/ownership/effective-owners.ts'
import { ownershipFindings } from '#domain/ownership/findings.ts'
import { ownershipRows } from '#domain/ownership/ownership-rows.ts'
import type { OwnershipParty, OwnershipStructure } from '#domain/ownership/party.ts'
import type { Words } from '#words/index.ts'
import { flagsOf, OwnershipChart } from './chart.tsx'

interface ShownProps {
  readonly structure: OwnershipStructure
  readonly w: Words
  /** A link to more about a party, where the visitor may see it. */
  readonly linkOf?: (p: OwnershipParty) => string | undefined
  /** False where only facts are shown and nothing is judged. */
  readonly judged?: boolean
}
export function OwnershipShown({ structure, w, linkOf, judged = true }: ShownProps): JSX.Element {
  const t = w.ownership
  const root = structure.parties.find((p) => p.id === structure.root)!
  const all = effectiveOwners(structure, 0)
  const owners = all.owners.filter((o) => o.percent >= DISCLOSED_PERCENT - 1e-6)
  const findings = judged ? ownershipFindings(structure) : []
  return (
    <div class="ownership">
      <section>
        <h3>{t.ownersTitle}</h3>
        {owners.length === 0 ? (
          <p>{t.noOwners}</p>
        ) : (
          <ul class="usa-list ownership__sentences">
            {owners.slice(0, MOST_SENTENCES).map((o) => (
              <li key={o.party.id}>
                {t.owns(o, root.name)} <Flags party={o.party} w={w} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {findings.length > 0 && (
        <section class="ownership__findings">
          <h3>{t.findingsTitle}</h3>
          <ul class="usa-list">
            {findings.slice(0, MOST_SENTENCES).map((f) => {
              const said = t.finding(f)
              return <li key={said}>{said}</li>
            })}
          </ul>
        </section>
      )}
      <section class="ownership__chart">
        <h3>{t.chartTitle}</h3>
        <OwnershipChart structure={structure} owners={all.owners} rootName={root.name} w={w} />
      </section>
      <section class="ownership__table">
        <h3>{t.tableTitle}</h3>
        <RowsTable
          structure={structure}
          shares={new Map(all.owners.map((o) => [o.party.id, o.percent]))}
          w={w}
          linkOf={linkOf}
        />
      </section>
    </div>
  )
}

const MOST_SENTENCES = 100
const DEEPEST = 8

interface RowsProps extends Pick<ShownProps, 'structure' | 'w'> {
  readonly shares: ReadonlyMap<string, number>
  readonly linkOf: ShownProps['linkOf']
}
function RowsTable({ structure, shares, w, linkOf }: RowsProps): JSX.Element {
  const t = w.ownership
  const nameOf = new Map(structure.parties.map((p) => [p.id, p.name]))
  return (
    <table class="usa-table usa-table--borderless usa-table--stacked-header usa-table--stacked ownership-table">
      <caption>{t.tableCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.columns.party}</th>
          <th scope="col">{t.columns.interest}</th>
          <th scope="col">{t.columns.of}</th>
          <th scope="col" class="numeric">
            {t.columns.effective}
          </th>
        </tr>
      </thead>
      <tbody>
        {ownershipRows(structure).map((r, i) => {
          const share = shares.get(r.party.id)
          return (
            <tr key={i}>
              <th scope="row" data-label={t.columns.party}>
                <span class={`ownership-table__name ownership-table__name--${Math.min(r.depth, DEEPEST)}`}>
                  <span class="usa-sr-only">{t.level(r.depth)}</span>
                  <PartyName party={r.party} linkOf={linkOf} />
                  {r.party.title && <span class="usa-hint"> {r.party.title}</span>} <Flags party={r.party} w={w} />
                  {(r.shownBefore || r.closesCircle) && (
                    <span class="usa-hint ownership-table__note">
                      {r.closesCircle ? t.closesCircle : t.shownBefore}
                    </span>
                  )}
                </span>
              </th>
              <td data-label={t.columns.interest}>
                {r.interests.map((x) => (
                  <span class="ownership-table__interest" key={x.role}>
                    {t.interestSince(x)}
                  </span>
                ))}
              </td>
              <td data-label={t.columns.of}>{nameOf.get(r.interests[0]!.owned)}</td>
              <td data-label={t.columns.effective} class="numeric">
                {share === undefined ? t.noShare : t.percent(share)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function PartyName({ party, linkOf }: { party: OwnershipParty; linkOf: ShownProps['linkOf'] }): JSX.Element {
  const href = linkOf?.(party)
  return href ? (
    <a class="usa-link" href={href}>
      {party.name}
    </a>
  ) : (
    <span>{party.name}</span>
  )
}

export const Flags = ({ party, w }: { party: OwnershipParty; w: Words }): JSX.Element => (
  <>
    {flagsOf(party, w).map((f) => (
      <span class="usa-tag ownership-flag" key={f}>
        {f}
      </span>
    ))}
  </>
)

interface DayProps {
  readonly action: string
  readonly on: string
  readonly w: Words
  readonly children?: ComponentChildren
}
/** The form that asks for another day; a plain get, so that the answer can be kept as an address. */
export const AsOfForm = ({ action, on, w, children }: DayProps): JSX.Element => (
  <form method="get" action={action} class="as-of-form ownership-day no-print">
    <label class="usa-label" for="on">
      {w.ownership.asOf}
    </label>
    <input class="usa-input usa-input--md" type="date" id="on" name="on" value={on} />
    {children}
    <button class="usa-button usa-button--outline" type="submit">
      {w.ownership.show}
    </button>
  </form>
)
