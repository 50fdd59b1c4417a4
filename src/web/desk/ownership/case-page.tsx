/** Ownership as submitted: the chart and its facts, what changed against the record, what other filings say. */
import type { JSX } from 'preact'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { authorize } from '#domain/access/policy.ts'
import { isEnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import { type ComparedFiling, caseOwnership, otherFilings } from '#use-cases/ownership/read-ownership.ts'
import { JumpList } from '#web/kit/jump-list.tsx'
import { OwnershipChanges } from '#web/kit/ownership/changes-table.tsx'
import { OwnershipShown } from '#web/kit/ownership/ownership-shown.tsx'
import { page } from '#web/kit/page.ts'
import { Table } from '#web/kit/parts.tsx'
import { notFound } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { showCase } from '../case/case-frame.tsx'
import { casePath, loadCase } from '../case/loaded-case.ts'

export const caseOwnershipPage = page({
  path: '/desk/cases/:applicationId/ownership',
  action: 'application.review',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get(ask) {
    const { db, permit, w } = ask
    const t = w.ownership
    const loaded = await loadCase(ask)
    const found = caseOwnership(loaded)
    const trace = authorize(permit.actor, 'ownership.trace', { id: loaded.header.id })
    if (!found || !trace.ok) return notFound
    const others = await otherFilings(db, trace.value, found.structure, loaded.header.enrollmentId)
    return showCase({
      ask,
      loaded,
      tab: 'ownership',
      children: (
        <>
          <JumpList
            label={w.layout.partsOfPage}
            jumps={[
              { to: 'structure', title: t.ownersTitle },
              ...(found.before ? [{ to: 'compared', title: t.compareTitle }] : []),
              { to: 'others', title: t.othersTitle },
            ]}
          />
          <div id="structure">
            <OwnershipShown structure={found.structure} w={w} />
          </div>
          {found.before && (
            <>
              <h3 id="compared">{t.compareTitle}</h3>
              <OwnershipChanges was={found.before} is={found.structure} w={w} />
            </>
          )}
          <h3 id="others">{t.othersTitle}</h3>
          <p>
            {t.affiliations}{' '}
            {loaded.isWorkable && (
              <a class="usa-link no-print" href={casePath(loaded.header.id, '/affiliations')}>
                {t.askAffiliations}
              </a>
            )}
          </p>
          {others.length === 0 ? <p>{t.othersNone}</p> : <Others rows={others} w={w} />}
        </>
      ),
    })
  },
})

const sayStatus = (status: string, w: Words): string =>
  isEnrollmentStatus(status) ? w.portal.enrollment.statuses[status] : status

interface OthersProps {
  readonly rows: readonly ComparedFiling[]
  readonly w: Words
}
/** So many filings that do not differ stay where they are. */
const FEW = 4

/** What differs stands open; the rest, when there is more of it than fits a glance, is closed under it. */
function Others({ rows, w }: OthersProps): JSX.Element {
  const t = w.ownership
  const rest = rows.filter((r) => !r.differsFrom)
  if (rest.length <= FEW) return <OthersTable caption={t.othersCaption} rows={rows} w={w} />
  const differing = rows.filter((r) => r.differsFrom)
  return (
    <>
      {differing.length > 0 && <OthersTable caption={t.othersDiffer} rows={differing} w={w} />}
      <details class="fold">
        <summary>
          <h4>{t.othersCaption}</h4> <span class="fold__note">{t.othersRest(rest.length)}</span>
        </summary>
        <OthersTable caption={t.othersCaption} rows={rest} w={w} />
      </details>
    </>
  )
}

function OthersTable({ caption, rows, w }: OthersProps & { readonly caption: string }): JSX.Element {
  const t = w.ownership
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(r) => `${r.partyId}/${r.enrollmentId}/${r.owned}/${r.interest.role}`}
      rowClass={(r) => (r.differsFrom ? 'differs' : undefined)}
      columns={[
        {
          title: t.others.party,
          cell: (r) => (
            <a class="usa-link" href={`/desk/owners/${r.partyId}`}>
              {r.party}
            </a>
          ),
        },
        {
          title: t.others.enrollment,
          cell: (r) => `${r.enrolleeName}, ${r.enrollmentId} (${sayStatus(r.status, w)})`,
        },
        { title: t.columns.of, cell: (r) => r.owned },
        { title: t.others.here, cell: (r) => t.interestSince(r.interest) },
        {
          title: t.others.differs,
          cell: (r) =>
            r.differsFrom ? (
              <>
                {t.interest(r.differsFrom)} <strong class="difference">{t.differs}</strong>
              </>
            ) : (
              w.desk.case.none
            ),
        },
      ]}
    />
  )
}
