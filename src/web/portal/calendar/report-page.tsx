/** Something changed: until when it must be reported. What is entered stays in the calendar until it is reported. */
import { type EnrollmentSubject, enrollmentSubject, findEnrollment } from '#db/queries/enrollment/enrollments.ts'
import { listReportable, type ReportableChange } from '#db/queries/time/reportable-changes.ts'
import { authorize } from '#domain/access/policy.ts'
import { reportableEvents } from '#domain/enrollment/reporting-deadline.ts'
import type { Problem } from '#domain/result.ts'
import { choice, date } from '#forms/kit/kinds.ts'
import { changeReported, reportChange } from '#use-cases/time/report-change.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, Table } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import { typedFrom } from '#web/kit/typed-fields.ts'

type ReportAsk = Ask<'enrollment.manage', EnrollmentSubject>
const whenKind = date('past')

export const reportPage = page({
  path: '/enrollments/:enrollmentId/report',
  action: 'enrollment.manage',
  subject: (db, { enrollmentId }) => enrollmentSubject(db, enrollmentId),
  get: (ask) => draw(ask, {}, []),
  post: {
    once: true,
    fields: ['event', 'happenedOn-month', 'happenedOn-day', 'happenedOn-year', 'change'],
    async handle(ask) {
      const { db, permit, subject, posted, visit, today, now } = ask
      const here = `/enrollments/${subject.id}/report`
      if (posted.go === 'reported') {
        await changeReported(db, permit, posted.change ?? '', now)
        return redirect(here, { notice: 'saved' })
      }
      const viewing = authorize(visit.actor, 'enrollment.view', subject)
      if (!viewing.ok) return notFound
      const header = await findEnrollment(db, viewing.value)
      const happenedOn = typedFrom('happenedOn', { kind: whenKind }, posted) ?? ''
      const done = await reportChange(db, permit, header, { event: posted.event ?? '', happenedOn }, today, now)
      return done.ok ? redirect(here, { notice: 'saved' }) : draw(ask, { ...posted, happenedOn }, done.problems)
    },
  },
})

async function draw(ask: ReportAsk, typed: Fields, problems: readonly Problem[]) {
  const { db, permit, subject, visit, w } = ask
  const t = w.time.report
  const open = await listReportable(db, permit, [subject.id])
  const at = (name: string) => problems.find((p) => p.at === name)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <>
      <BackLink href={`/enrollments/${subject.id}`} w={w} label={w.time.revalidation.back} />
      <ErrorSummary problems={problems} w={w} nameOf={(name) => (name === 'event' ? t.what : t.when)} />
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.intro}</p>
      <Form visit={visit} class="usa-form usa-form--large">
        <Control
          name="event"
          kind={choice(...reportableEvents)}
          words={{ ask: t.what, options: w.time.events }}
          value={typed.event ?? ''}
          problem={at('event')}
          w={w}
        />
        <Control
          name="happenedOn"
          kind={whenKind}
          words={{ ask: t.when }}
          value={typed.happenedOn ?? ''}
          problem={at('happenedOn')}
          w={w}
        />
        <Button>{t.work}</Button>
      </Form>
      <h2>{t.open}</h2>
      {open.length === 0 ? <p>{t.none}</p> : <Open rows={open} ask={ask} />}
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

function Open({ rows, ask: { w, visit, subject } }: { rows: readonly ReportableChange[]; ask: ReportAsk }) {
  const t = w.time.report
  const { day } = w.portal.time
  return (
    <>
      <Table
        caption={t.open}
        rows={rows}
        rowKey={(r) => r.id}
        columns={[
          { title: t.what, cell: (r) => w.time.events[r.event] },
          { title: t.happened, cell: (r) => day(r.happenedOn) },
          { title: t.until, cell: (r) => <strong>{day(r.dueOn)}</strong> },
          { title: t.law, cell: (r) => r.cite },
          {
            title: t.done,
            cell: (r) => (
              <Form visit={visit}>
                <input type="hidden" name="change" value={r.id} />
                <Button kind="outline" go="reported">
                  {t.done}
                </Button>
              </Form>
            ),
          },
        ]}
      />
      <p>{t.shorter}</p>
      <p>
        <a class="usa-button" href={`/enrollments/${subject.id}/change`}>
          {t.start}
        </a>
      </p>
    </>
  )
}
