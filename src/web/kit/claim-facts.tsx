/** The facts of a claim, the same for whoever made it, may object, or decides. */
import type { JSX } from 'preact'
import type { OfficialClaim } from '#domain/access/official-claim.ts'
import { siteZone } from '#domain/dates.ts'
import type { Words } from '#words/index.ts'
import { SummaryList } from './parts.tsx'

/** `documentHref` for those who may open the proof. */
export function ClaimFacts({
  claim: c,
  w,
  documentHref,
}: {
  claim: OfficialClaim
  w: Words
  documentHref?: string
}): JSX.Element {
  const t = w.delegation.claims
  const { facts } = t
  const at = (d: Date) => w.portal.time.at(d, siteZone)
  const proofs = [
    ...(c.namedOn ? [t.namedOn(c.namedOn)] : []),
    ...(c.document
      ? [documentHref ? <a href={documentHref}>{c.document.name}</a> : c.document.name]
      : c.namedOn
        ? []
        : [t.noDocument]),
  ]
  return (
    <SummaryList
      w={w}
      rows={[
        { key: facts.organization, value: c.organization },
        { key: facts.kind, value: t.kinds[c.organizationKind][0] },
        ...(c.npi ? [{ key: facts.npi, value: c.npi }] : []),
        { key: facts.claimant, value: `${c.claimant} (${c.loginId})` },
        { key: facts.role, value: t.roles[c.role][0] },
        { key: facts.title, value: c.title },
        { key: facts.made, value: at(c.madeAt) },
        {
          key: facts.proof,
          value: proofs.map((p, i) => (
            <span class="below" key={i}>
              {p}
            </span>
          )),
        },
        { key: facts.succession, value: t.successionSaid[c.succession] },
        ...(c.explanation ? [{ key: facts.explanation, value: c.explanation }] : []),
        ...(c.disputedAt
          ? [{ key: facts.objection, value: t.objected(c.disputedBy ?? '', at(c.disputedAt), c.dispute ?? '') }]
          : []),
        {
          key: facts.standing,
          value: c.outcome ? `${t.outcomes[c.outcome]}, ${c.decidedAt ? at(c.decidedAt) : ''}` : t.open,
        },
        ...(c.reason ? [{ key: facts.reason, value: c.reason }] : []),
      ]}
    />
  )
}
