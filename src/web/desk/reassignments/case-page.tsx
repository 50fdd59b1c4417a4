/** The case's reassignments that go through both sides' signatures. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { listCaseHandshakes } from '#db/queries/reassignments/handshakes.ts'
import { siteZone } from '#domain/dates.ts'
import type { Side } from '#domain/reassignment/standing.ts'
import { lineOf, type MemberLine } from '#use-cases/reassignments/member-lines.ts'
import { page } from '#web/kit/page.ts'
import { Table } from '#web/kit/parts.tsx'
import { StandingShown } from '#web/kit/standing-shown.tsx'
import { showCase } from '../case/case-frame.tsx'
import { type CaseAsk, loadCase } from '../case/loaded-case.ts'

export const caseReassignmentsPage = page({
  path: '/desk/cases/:applicationId/reassignments',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get(ask) {
    const { db, permit, w, services, today } = ask
    const loaded = await loadCase(ask)
    const snapshot = services.eligibility()
    const lines = (await listCaseHandshakes(db, permit)).map((h) => lineOf(h, undefined, snapshot, today))
    return showCase({
      ask,
      loaded,
      tab: 'reassignments',
      children:
        lines.length === 0 ? (
          <p>{w.reassignments.desk.none}</p>
        ) : (
          <Lines lines={lines} ask={ask} may={loaded.mayReview} />
        ),
    })
  },
})

interface LinesProps {
  readonly lines: readonly MemberLine[]
  readonly ask: CaseAsk
  /** Who only reads is not led to the page that decides. */
  readonly may: boolean
}
function Lines({ lines, ask: { w, subject }, may }: LinesProps) {
  const { desk: t, one, sides } = w.reassignments
  const signature = (l: MemberLine, side: Side) => {
    const s = l.handshake?.signed[side]
    return `${sides[side]}: ${s ? one.signedOn(w.portal.time.at(s.at, siteZone), s.name) : one.unsigned}`
  }
  return (
    <Table
      caption={t.caption}
      rows={lines}
      rowKey={(l) => l.key}
      columns={[
        {
          title: t.parties,
          cell: (l) => (
            <>
              {one.title(l.practitioner.name, l.group.name)}
              <span class="quiet below">{`NPI ${l.practitioner.npi}, ${l.group.npi}`}</span>
              {l.handshake?.applicationId === subject.id && <span class="quiet below">{t.fromApplication}</span>}
            </>
          ),
        },
        { title: t.claims, cell: (l) => <StandingShown standing={l.standing} w={w} /> },
        {
          title: t.signatures,
          cell: (l) => (
            <>
              <span class="below">{signature(l, 'practitioner')}</span>
              <span class="below">{signature(l, 'group')}</span>
            </>
          ),
        },
        { title: t.starts, cell: (l) => w.portal.time.day(l.startsOn) },
        {
          title: t.decide,
          cell: (l) =>
            may && l.standing.state === 'waiting-contractor' ? (
              <a class="usa-link" href={`/desk/reassignments/${l.key}?case=${subject.id}`}>
                {t.decide}
                <span class="usa-sr-only">{`: ${l.practitioner.name}, ${l.group.name}`}</span>
              </a>
            ) : (
              t.nothing
            ),
        },
      ]}
    />
  )
}
