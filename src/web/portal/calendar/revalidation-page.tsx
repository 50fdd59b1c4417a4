/** When one enrollment has to be revalidated, from when it can be sent, and the notices; the notice's own page. */
import type { JSX } from 'preact'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { noticeSubject } from '#db/queries/time/due-notices.ts'
import { can } from '#domain/access/policy.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import { cycleYears, opensOn, revalidationState } from '#domain/time/revalidation.ts'
import { openNotice } from '#use-cases/time/note-proof.ts'
import { findStanding, type RevalidationStanding } from '#use-cases/time/revalidation-standing.ts'
import { page, type Visit } from '#web/kit/page.ts'
import { BackLink, Button, Form, SummaryList, Table } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'

export const revalidationPage = page({
  path: '/enrollments/:enrollmentId/revalidation',
  action: 'enrollment.view',
  subject: (db, { enrollmentId }) => enrollmentSubject(db, enrollmentId),
  async get({ db, permit, subject, visit, w, now }) {
    const t = w.time.revalidation
    const may = can(visit.actor, 'application.start', subject) && can(visit.actor, 'enrollment.manage', subject)
    const standing = await findStanding(db, permit, subject.id, now)
    return show(
      t.title,
      <>
        <BackLink href={`/enrollments/${subject.id}`} w={w} label={t.back} />
        <h1>{t.title}</h1>
        <p class="usa-intro">{t.whatItIs}</p>
        {standing ? <Standing standing={standing} may={may} now={now} visit={visit} w={w} /> : <p>{t.noneDue}</p>}
      </>,
    )
  },
})

interface StandingProps {
  readonly standing: RevalidationStanding
  /** The visitor may send it. */
  readonly may: boolean
  readonly now: Date
  readonly visit: Visit
  readonly w: Words
}
function Standing({ standing, may, now, visit, w }: StandingProps): JSX.Element {
  const { enrollment: e, due, notices } = standing
  const t = w.time.revalidation
  const { day } = w.portal.time
  const today = dayIn(e.zone, now)
  const state = revalidationState(due, today, e.underWay)
  return (
    <>
      <SummaryList
        w={w}
        rows={[
          { key: w.portal.enrollment.name, value: e.enrolleeName },
          { key: w.time.desk.due, value: w.portal.time.due(due, today) },
          { key: t.opens, value: day(opensOn(due)) },
          { key: t.state, value: w.time.states[state] },
          { key: t.cycleTitle, value: t.cycle(cycleYears(e.form) ?? 5) },
        ]}
      />
      {may && <What state={state} due={due} id={e.id} draftId={e.draftId} visit={visit} w={w} />}
      <h2>{t.notices}</h2>
      {notices.length === 0 ? <p>{t.noNotices}</p> : <Notices standing={standing} w={w} />}
      <p class="usa-hint">{t.estimate}</p>
    </>
  )
}

interface WhatProps {
  readonly state: ReturnType<typeof revalidationState>
  readonly due: Day
  readonly id: string
  readonly draftId: string | undefined
  readonly visit: Visit
  readonly w: Words
}
function What({ state, due, id, draftId, visit, w }: WhatProps): JSX.Element | null {
  const t = w.time.revalidation
  if (state === 'sent') return null
  return (
    <>
      {state === 'not-yet' && <p>{t.early(w.portal.time.day(opensOn(due)))}</p>}
      {state !== 'overdue' && state !== 'not-yet' && <p>{t.mayBeEarly}</p>}
      {draftId ? (
        <p>
          <a class="usa-button" href={`/applications/${draftId}`}>
            {t.goOn}
          </a>
        </p>
      ) : (
        // The reason is known: nobody has to choose it from a list.
        <Form visit={visit} action={`/enrollments/${id}/reasons`}>
          <input type="hidden" name="reason" value="revalidation" />
          <Button>{t.start}</Button>
        </Form>
      )}
    </>
  )
}

const Notices = ({ standing: { notices, enrollment }, w }: { standing: RevalidationStanding; w: Words }) => {
  const t = w.time.revalidation
  return (
    <Table
      caption={t.notices}
      rows={notices}
      rowKey={(n) => n.id}
      columns={[
        { title: t.stage, cell: (n) => w.time.stages[n.stage] },
        { title: t.to, cell: (n) => n.name },
        { title: t.at, cell: (n) => w.portal.time.day(dayIn(enrollment.zone, n.queuedAt)) },
        { title: t.proof, cell: (n) => w.time.proofs[n.proof] },
      ]}
    />
  )
}

/** The address in a notice: that somebody to whom it went opened it is noted once. */
export const noticePage = page({
  path: '/notices/:noticeId',
  action: 'letter.view',
  subject: (db, { noticeId }) => noticeSubject(db, noticeId),
  async get({ db, permit, subject, now }) {
    await openNotice(db, permit, now)
    return redirect(`/enrollments/${subject.enrollmentId}/revalidation`)
  },
})
