/** Claims to be an official, for the help desk and the contractors: the queue, the proof, the decision. */
import type { Db } from '#db/db.ts'
import {
  type ClaimSubject,
  claimSubject,
  findClaim,
  listOpenClaims,
  unsealClaimDocument,
} from '#db/queries/delegation/claims.ts'
import { can, type Subject } from '#domain/access/policy.ts'
import { showingOf } from '#domain/application/document-scan.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { longText } from '#forms/kit/kinds.ts'
import { decideOfficialClaim, waitsUntil } from '#use-cases/delegation/decide-official-claim.ts'
import { callerOf } from '#web/kit/caller.ts'
import { ClaimFacts } from '#web/kit/claim-facts.tsx'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, type Params, page, type Visit } from '#web/kit/page.ts'
import { Alert, BackLink, Button, ErrorSummary, Form, Table } from '#web/kit/parts.tsx'
import { download, notFound, redirect, show } from '#web/kit/reply.ts'
import { Ticks } from '#web/kit/ticks.tsx'
import { showWithheld } from '#web/kit/withheld.tsx'
import { visitorsContractor } from '../contractor-subject.ts'

/** The help desk decides everywhere; a contractor decides what is in its states. */
const visitorsClaims = (db: Db, params: Params, visit: Visit): Subject | undefined =>
  visit.actor.memberships.some((m) => m.role === 'help-desk')
    ? { id: 'every-claim' }
    : visitorsContractor(db, params, visit)

export const claimsPage = page({
  path: '/desk/claims',
  action: 'claims.list',
  subject: visitorsClaims,
  async get({ db, permit, visit, w }) {
    const t = w.delegation.claims
    // An auditor sees the list only.
    const opens = can(visit.actor, 'claim.decide', permit.subject)
    const claims = await listOpenClaims(db, permit)
    return show(
      t.queueTitle,
      <>
        <h1>{t.queueTitle}</h1>
        {claims.length === 0 ? (
          <p>{t.queueEmpty}</p>
        ) : (
          <Table
            caption={t.queueCaption}
            rows={claims}
            rowKey={(c) => c.id}
            columns={[
              {
                title: t.facts.organization,
                cell: (c) => (
                  <>
                    {opens ? <a href={`/desk/claims/${c.id}`}>{c.organization}</a> : c.organization}
                    <span class="quiet below">{t.kinds[c.organizationKind][0]}</span>
                  </>
                ),
              },
              { title: t.facts.claimant, cell: (c) => c.claimant },
              { title: t.facts.role, cell: (c) => `${t.roles[c.role][0]}, ${c.title}` },
              { title: t.facts.succession, cell: (c) => t.successionSaid[c.succession] },
              { title: t.facts.made, cell: (c) => w.portal.time.at(c.madeAt, siteZone) },
              { title: t.disputed, cell: (c) => (c.disputedAt ? t.yes : t.no) },
            ]}
          />
        )}
      </>,
      { wide: true },
    )
  },
})

async function draw(ask: Ask<'claim.decide', ClaimSubject>, typed: Fields, problems: readonly Problem[]) {
  const { db, permit, w, visit, subject, now } = ask
  const t = w.delegation.claims
  const claim = await findClaim(db, permit)
  const until = waitsUntil(claim)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.oneTitle}` : t.oneTitle,
    <div class="one-thing">
      <BackLink href="/desk/claims" w={w} label={t.back} />
      <ErrorSummary problems={problems} w={w} nameOf={(name) => ({ outcome: t.outcome, reason: t.reason })[name]} />
      <h1>{t.oneTitle}</h1>
      <ClaimFacts claim={claim} w={w} documentHref={`/desk/claims/${subject.id}/proof`} />
      {!claim.decidedAt && (
        <section>
          <h2>{t.decideTitle}</h2>
          {until && now < until && <Alert kind="warning">{t.waits(w.portal.time.day(dayIn(siteZone, until)))}</Alert>}
          <p>{t.compare}</p>
          <Form visit={visit}>
            <Ticks
              name="outcome"
              legend={t.outcome}
              options={Object.entries(t.outcomeChoices).map(([value, label]) => ({ value, label }))}
              value={typed.outcome}
              problems={problems}
              w={w}
            />
            <Control
              name="reason"
              kind={longText(1000)}
              words={{ ask: t.reason, hint: t.reasonHint }}
              value={typed.reason ?? ''}
              problem={problems.find((p) => p.at === 'reason')}
              w={w}
            />
            <Button>{t.decide}</Button>
          </Form>
        </section>
      )}
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

export const decideClaimPage = page({
  path: '/desk/claims/:claimId',
  action: 'claim.decide',
  subject: (db, { claimId }) => claimSubject(db, claimId),
  get: (ask) => draw(ask, {}, []),
  post: {
    fields: ['outcome', 'reason'],
    async handle(ask) {
      const { db, permit, posted, now, services, w } = ask
      const decision = { outcome: posted.outcome ?? '', reason: (posted.reason ?? '').slice(0, 1000) }
      const caller = callerOf(ask)
      const done = await decideOfficialClaim(db, permit, { site: services.site, words: w }, decision, caller, now)
      return done.ok ? redirect('/desk/claims', { notice: 'claim-decided' }) : draw(ask, posted, done.problems)
    },
  },
})

export const claimProofPage = page({
  path: '/desk/claims/:claimId/proof',
  action: 'claim.decide',
  subject: (db, { claimId }) => claimSubject(db, claimId),
  async get({ db, permit, services, w }) {
    const { document } = await findClaim(db, permit)
    if (!document) return notFound
    const showing = showingOf(document.scan, services.scanner !== undefined)
    if (showing !== 'shown') return showWithheld(w, showing, `/desk/claims/${permit.subjectId}`)
    const clear = unsealClaimDocument(db, permit, await services.files.get(document.storedAs))
    return download(clear, document.mediaType, document.name)
  },
})
