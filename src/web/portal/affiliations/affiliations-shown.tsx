/** Disclosed affiliations in words, as the provider reads them; tax numbers masked. */
import type { JSX } from 'preact'
import type { StoredAffiliation } from '#db/queries/affiliations/disclosed.ts'
import { affiliationSection } from '#forms/affiliations/affiliation-section.ts'
import { linesOf } from '#forms/kit/say.ts'
import { SummaryList, type SummaryRow } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'

export const partyOf = (i: StoredAffiliation, w: Words): string => String(i.answers.partyName || w.affiliations.noName)

export const rowsOf = (i: StoredAffiliation, w: Words): readonly SummaryRow[] =>
  linesOf(affiliationSection, w.affiliations.section, i.answers, w.values)
    .filter((line) => line.given)
    .map((line) => ({ key: line.ask, value: line.said }))

/** All of them, one under the other. */
export const AffiliationsShown = ({
  items,
  w,
}: {
  readonly items: readonly StoredAffiliation[]
  readonly w: Words
}): JSX.Element => (
  <>
    <p>{items.length === 0 ? w.affiliations.nothing : w.affiliations.disclosed(items.length)}</p>
    {items.map((item, i) => (
      <section key={item.id}>
        <h3>{`${i + 1}. ${partyOf(item, w)}`}</h3>
        <SummaryList w={w} rows={rowsOf(item, w)} />
      </section>
    ))}
  </>
)
