/** Overdue revalidations with what their notices prove and what is proposed, and one enrollment's. A person decides. */
import { type EnrollmentSubject, enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { can } from '#domain/access/policy.ts'
import { dayIn } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { date, longText } from '#forms/kit/kinds.ts'
import { findStanding, listOverdue, type RevalidationStanding } from '#use-cases/time/revalidation-standing.ts'
import { setRevalidationDate } from '#use-cases/time/set-revalidation-date.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, SummaryList, Table } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { typedFrom } from '#web/kit/typed-fields.ts'
import type { Words } from '#words/index.ts'
import { AskAffiliationsLink } from '../affiliations/ask-link.tsx'
import { visitorsContractor } from '../contractor-subject.ts'

const onePath = (id: string): string => `/desk/enrollments/${id}/revalidation`

export const overduePage = page({
  path: '/desk/revalidations',
  action: 'decisions.view',
  subject: visitorsContractor,
  async get({ db, permit, visit, w, now }) {
    const t = w.time.desk
    const rows = await listOverdue(db, permit, now)
    // An auditor sees the list only.
    const opens = can(visit.actor, 'enrollment.prepare-decision', permit.subject)
    return show(
      t.title,
      <>
        <h1>{t.title}</h1>
        <p>{t.intro}</p>
        {rows.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <Table
            caption={t.title}
            rows={rows}
            rowKey={(s) => s.enrollment.id}
            columns={[
              {
                title: t.provider,
                cell: (s) => (
                  <>
                    {opens ? (
                      <a class="usa-link" href={onePath(s.enrollment.id)}>
                        {s.enrollment.enrolleeName}
                      </a>
                    ) : (
                      s.enrollment.enrolleeName
                    )}
                    <span class="quiet below">{s.enrollment.id}</span>
                  </>
                ),
              },
              { title: t.due, cell: (s) => w.portal.time.day(s.due) },
              { title: t.notices, cell: (s) => <span>{seenWords(s, w)}</span> },
              { title: t.proposal, cell: (s) => w.time.proposals[s.proposal] },
            ]}
          />
        )}
      </>,
      { wide: true },
    )
  },
})

const seenWords = (s: RevalidationStanding, w: Words): string =>
  s.seenSince ? w.time.desk.seenSince(w.portal.time.day(s.seenSince)) : w.time.desk.nobody

type OneAsk = Ask<'enrollment.prepare-decision', EnrollmentSubject>
const whenKind = date('future')

export const oneRevalidationPage = page({
  path: '/desk/enrollments/:enrollmentId/revalidation',
  action: 'enrollment.prepare-decision',
  subject: (db, { enrollmentId }) => enrollmentSubject(db, enrollmentId),
  get: (ask) => draw(ask, {}, []),
  post: {
    fields: ['dueOn-month', 'dueOn-day', 'dueOn-year', 'reason'],
    async handle(ask) {
      const { db, permit, posted, now, subject } = ask
      const typed = { dueOn: typedFrom('dueOn', { kind: whenKind }, posted) ?? '', reason: posted.reason ?? '' }
      const done = await setRevalidationDate(db, permit, typed, now)
      return done.ok ? redirect(onePath(subject.id), { notice: 'saved' }) : draw(ask, typed, done.problems)
    },
  },
})

async function draw(ask: OneAsk, typed: Fields, problems: readonly Problem[]) {
  const { db, permit, subject, visit, w, now } = ask
  const t = w.time.desk
  const standing = await findStanding(db, permit, subject.id, now)
  const at = (name: string) => problems.find((p) => p.at === name)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.one}` : t.one,
    <>
      <BackLink href="/desk/revalidations" w={w} label={t.title} />
      <ErrorSummary problems={problems} w={w} nameOf={(name) => (name === 'reason' ? t.why : t.setOn)} />
      <h1>{t.one}</h1>
      {standing ? <Standing standing={standing} w={w} /> : <p>{w.time.revalidation.noneDue}</p>}
      <AskAffiliationsLink enrollmentId={subject.id} actor={visit.actor} subject={subject} w={w} />
      {standing && (
        <>
          <h2>{t.setTitle}</h2>
          <p>{t.setIntro}</p>
          <Form visit={visit} class="usa-form usa-form--large">
            <Control
              name="dueOn"
              kind={whenKind}
              words={{ ask: t.setOn, hint: t.setHint }}
              value={typed.dueOn ?? ''}
              problem={at('dueOn')}
              w={w}
            />
            <Control
              name="reason"
              kind={longText(500)}
              words={{ ask: t.why }}
              value={typed.reason ?? ''}
              problem={at('reason')}
              w={w}
            />
            <Button>{t.set}</Button>
          </Form>
        </>
      )}
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

function Standing({ standing: s, w }: { readonly standing: RevalidationStanding; readonly w: Words }) {
  const t = w.time.desk
  const r = w.time.revalidation
  const { day } = w.portal.time
  return (
    <>
      <SummaryList
        w={w}
        rows={[
          { key: t.provider, value: `${s.enrollment.enrolleeName}, ${s.enrollment.id}` },
          { key: t.due, value: day(s.due) },
          { key: t.notices, value: seenWords(s, w) },
          { key: t.proposal, value: w.time.proposals[s.proposal] },
        ]}
      />
      {(s.proposal === 'stay' || s.proposal === 'deactivate') && (
        <p>
          <a class="usa-button" href={`/desk/enrollments/${s.enrollment.id}/prepare/${s.proposal}`}>
            {t.prepare[s.proposal]}
          </a>
        </p>
      )}
      {s.notices.length === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <Table
          caption={t.notices}
          rows={s.notices}
          rowKey={(n) => n.id}
          columns={[
            { title: r.stage, cell: (n) => w.time.stages[n.stage] },
            { title: r.to, cell: (n) => `${n.name}, ${n.email}` },
            { title: r.at, cell: (n) => day(dayIn(s.enrollment.zone, n.queuedAt)) },
            {
              title: r.proof,
              cell: (n) => [w.time.proofs[n.proof], n.proof === 'bounced' && n.bounceReason].filter(Boolean).join(': '),
            },
          ]}
        />
      )}
    </>
  )
}
