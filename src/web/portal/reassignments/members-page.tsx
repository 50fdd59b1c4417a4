/** The roster of an organization's enrollment: who reassigns benefits to it, how each stands for claims, what is missing. */
import { type EnrollmentSubject, enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { can } from '#domain/access/policy.ts'
import { states } from '#domain/reassignment/standing.ts'
import { type MemberLine, memberLines } from '#use-cases/reassignments/member-lines.ts'
import { membersCsv } from '#use-cases/reassignments/members-csv.ts'
import { remindGroupSigners } from '#use-cases/reassignments/remind-signers.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, type Column, Form, Table } from '#web/kit/parts.tsx'
import { download, redirect, show } from '#web/kit/reply.ts'
import { StandingShown } from '#web/kit/standing-shown.tsx'
import { tellerOf } from '../delegation/teller.ts'
import { ProgressPicture } from './progress-picture.tsx'

type RosterAsk = Ask<'roster.view', EnrollmentSubject>
const subject = (db: RosterAsk['db'], { enrollmentId }: RosterAsk['params']) => enrollmentSubject(db, enrollmentId)
/** Lines that are drawn; the file has all. */
const MOST_SHOWN = 200

export const membersPage = page({
  path: '/enrollments/:enrollmentId/roster',
  action: 'roster.view',
  subject,
  async get(ask) {
    const { db, permit, w, subject, services, today, visit } = ask
    const t = w.reassignments.roster
    const lines = await memberLines(db, permit, services.eligibility(), today)
    const title = w.delegation.roster.title(subject.id)
    const path = `/enrollments/${subject.id}/roster`
    const waiting = lines.some((l) => l.missing.length > 0)
    return show(
      title,
      <>
        <BackLink href={`/enrollments/${subject.id}`} w={w} />
        <h1>{title}</h1>
        <p class="usa-intro">{w.delegation.roster.intro}</p>
        <p class="form-buttons">
          {can(visit.actor, 'reassignment.propose', subject) && (
            <a class="usa-button" href={`${path}/add`}>
              {t.upload}
            </a>
          )}
          {lines.some((l) => l.missing.includes('group')) && (
            <a class="usa-button usa-button--outline" href="/reassignments">
              {t.toSign}
            </a>
          )}
          {lines.length > 0 && (
            <a class="usa-button usa-button--outline" href={`${path}/members.csv`}>
              {t.export}
            </a>
          )}
          {lines.length > 0 && (
            <a class="usa-button usa-button--outline" href={`${path}/revalidations`}>
              {w.time.members.title}
            </a>
          )}
        </p>
        {lines.length === 0 ? (
          <p>{t.empty}</p>
        ) : (
          <>
            <h2>{t.progressTitle}</h2>
            <ProgressPicture lines={lines} w={w} />
            {waiting && (
              <Form visit={visit} action={`${path}/remind`}>
                <Button kind="outline">{t.remind}</Button>
                <p class="usa-hint">{t.remindHint}</p>
              </Form>
            )}
            <Members lines={lines} ask={ask} />
            <p class="usa-hint">{t.revalidationNote}</p>
          </>
        )}
      </>,
      { wide: true },
    )
  },
})

export const membersCsvPage = page({
  path: '/enrollments/:enrollmentId/roster/members.csv',
  action: 'roster.view',
  subject,
  async get({ db, permit, services, today, w, subject }) {
    const lines = await memberLines(db, permit, services.eligibility(), today)
    return download(Buffer.from(membersCsv(lines, w)), 'text/csv; charset=utf-8', `roster-${subject.id}.csv`)
  },
})

export const remindSignersPage = page({
  path: '/enrollments/:enrollmentId/roster/remind',
  action: 'roster.view',
  subject,
  post: {
    fields: [],
    async handle(ask) {
      await remindGroupSigners(ask.db, ask.permit, tellerOf(ask), ask.now)
      ask.services.wake()
      return redirect(`/enrollments/${ask.subject.id}/roster`, { notice: 'signers-reminded' })
    },
  },
})

function Members({ lines, ask }: { readonly lines: readonly MemberLine[]; readonly ask: RosterAsk }) {
  const { w, visit, subject } = ask
  const t = w.reassignments.roster
  const isOver = (l: MemberLine) => states[l.standing.state].over
  const open = lines.filter((l) => !isOver(l))
  const over = lines.filter(isOver)
  const signs = visit.actor.memberships.some(
    (m) => m.role === 'authorized-official' && m.partyId === subject.enrolleeId,
  )
  const columns = columnsOf(ask)
  const endable: Column<MemberLine> = {
    title: t.end,
    cell: (l) =>
      l.recordedId ? (
        <a class="usa-link" href={`/reassignments/on-record/${l.recordedId}/end`}>
          {t.end}
          <span class="usa-sr-only">{t.endOf(l.practitioner.name)}</span>
        </a>
      ) : (
        ''
      ),
  }
  return (
    <>
      {open.length > MOST_SHOWN && <p>{t.shown(MOST_SHOWN, open.length)}</p>}
      {open.length > 0 && (
        <Table
          caption={t.caption(open.length)}
          rows={open.slice(0, MOST_SHOWN)}
          rowKey={(l) => l.key}
          columns={signs ? [...columns, endable] : columns}
        />
      )}
      {over.length > 0 && (
        <details class="record-shown">
          <summary>{t.overTitle(over.length)}</summary>
          <Table caption={t.overCaption} rows={over.slice(0, MOST_SHOWN)} rowKey={(l) => l.key} columns={columns} />
        </details>
      )}
    </>
  )
}

function columnsOf({ w }: RosterAsk): readonly Column<MemberLine>[] {
  const t = w.reassignments.roster
  const { day } = w.portal.time
  return [
    {
      title: w.delegation.roster.person,
      cell: (l) => (
        <>
          {l.handshake ? (
            <a class="usa-link" href={`/reassignments/${l.handshake.id}`}>
              {l.practitioner.name}
            </a>
          ) : (
            l.practitioner.name
          )}
          <span class="quiet below">NPI {l.practitioner.npi}</span>
          {l.practitioner.specialty && (
            <span class="quiet below">{w.portal.enrollment.specialty(l.practitioner.specialty)}</span>
          )}
        </>
      ),
    },
    { title: t.claims, cell: (l) => <StandingShown standing={l.standing} w={w} /> },
    {
      title: t.missing,
      cell: (l) => l.missing.map((s) => w.reassignments.sides[s]).join(', ') || t.nothingMissing,
    },
    { title: t.since, cell: (l) => day(l.startsOn) },
    { title: t.until, cell: (l) => untilOf(l, w) },
    { title: t.revalidation, cell: (l) => (l.revalidation ? day(l.revalidation) : w.values.notProvided) },
  ]
}

/** Nothing for what is not payable: it has not begun. */
function untilOf({ standing: { state, to } }: MemberLine, w: RosterAsk['w']): string {
  if (to) return w.portal.time.day(to)
  return states[state].payable ? w.delegation.roster.goesOn : w.reassignments.roster.notBegun
}
