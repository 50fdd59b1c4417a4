/** Reassignments that both sides signed and the policy held: what a person of the contractor has to look at, the oldest first. */
import type { JSX } from 'preact'
import { type Handshake, listHeldHandshakes } from '#db/queries/reassignments/handshakes.ts'
import { can } from '#domain/access/policy.ts'
import { siteZone } from '#domain/dates.ts'
import type { HoldReason } from '#domain/reassignment/acceptance.ts'
import { page } from '#web/kit/page.ts'
import { BackLink, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { visitorsContractor } from '../contractor-subject.ts'

export const heldReassignmentsPage = page({
  path: '/desk/reassignments',
  action: 'worklist.view',
  subject: visitorsContractor,
  async get({ db, permit, w, visit, subject }) {
    const t = w.reassignments.desk
    const rows = await listHeldHandshakes(db, permit)
    return show(
      t.queueTitle,
      <>
        <BackLink href="/desk" w={w} label={w.layout.worklist} />
        <h1>{t.queueTitle}</h1>
        <p class="usa-intro">{t.queueIntro}</p>
        {rows.length === 0 ? (
          <p>{t.queueNone}</p>
        ) : (
          <Held rows={rows} decides={can(visit.actor, 'reassignment.decide', subject)} w={w} />
        )}
      </>,
      { wide: true },
    )
  },
})

interface HeldProps {
  readonly rows: readonly Handshake[]
  readonly decides: boolean
  readonly w: Words
}
function Held({ rows, decides, w }: HeldProps): JSX.Element {
  const { desk: t, one, held } = w.reassignments
  return (
    <Table
      caption={t.queueCaption(rows.length)}
      rows={rows}
      rowKey={(h) => h.id}
      columns={[
        {
          title: t.parties,
          cell: (h) => (
            <>
              {decides ? (
                <a class="usa-link" href={`/desk/reassignments/${h.id}`}>
                  {one.title(h.practitioner.name, h.group.name)}
                </a>
              ) : (
                one.title(h.practitioner.name, h.group.name)
              )}
              <span class="quiet below">{`NPI ${h.practitioner.npi}, ${h.group.npi}`}</span>
            </>
          ),
        },
        { title: t.why, cell: (h) => h.heldBecause.map((r) => held[r as HoldReason] ?? r).join(' ') },
        { title: t.starts, cell: (h) => w.portal.time.day(h.startsOn) },
        { title: t.waitsSince, cell: (h) => sinceOf(h, w) },
      ]}
    />
  )
}

/** The later of the two signatures. */
function sinceOf(h: Handshake, w: Words): string {
  const signed = [h.signed.practitioner?.at, h.signed.group?.at].filter((at) => at !== undefined)
  const last = signed.toSorted((a, b) => b.getTime() - a.getTime())[0]
  return last ? w.portal.time.at(last, siteZone) : w.values.notProvided
}
