/** A practitioner's reassignments with how each stands, and the form that proposes another one. */
import { type EnrollmentSubject, enrollmentSubject, findEnrollment } from '#db/queries/enrollment/enrollments.ts'
import { authorize, can } from '#domain/access/policy.ts'
import { isDay } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { date, text } from '#forms/kit/kinds.ts'
import { type MemberLine, ownLines } from '#use-cases/reassignments/member-lines.ts'
import { proposeReassignment } from '#use-cases/reassignments/propose-reassignment.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, Table } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import { StandingShown } from '#web/kit/standing-shown.tsx'
import { postedNames, typedFrom } from '#web/kit/typed-fields.ts'
import { tellerOf } from '../delegation/teller.ts'

type ProposeAsk = Ask<'reassignment.propose', EnrollmentSubject>
const startsOn = { kind: date() }

export const proposeReassignmentPage = page({
  path: '/enrollments/:enrollmentId/reassign',
  action: 'reassignment.propose',
  subject: (db, { enrollmentId }) => enrollmentSubject(db, enrollmentId),
  get: (ask) => draw(ask, { group: '', startsOn: ask.today }, []),
  post: {
    once: true,
    fields: ['group', ...postedNames('startsOn', startsOn)],
    async handle(ask) {
      const { db, permit, posted, now, subject, services, visit } = ask
      const viewing = authorize(visit.actor, 'enrollment.view', subject)
      if (!viewing.ok || subject.form !== 'CMS-855I') return notFound
      const typed = { group: posted.group ?? '', startsOn: typedFrom('startsOn', startsOn, posted) ?? '' }
      if (!isDay(typed.startsOn))
        return draw(ask, typed, [{ code: typed.startsOn === '' ? 'required' : 'not-a-date', at: 'startsOn' }])
      const { enrolleeId, enrolleeNpi: npi, contractorId, id } = await findEnrollment(db, viewing.value)
      const from = { enrolleeId, npi, contractorId, enrollmentId: id }
      const to = { group: typed.group, startsOn: typed.startsOn }
      const done = await proposeReassignment(db, permit, from, to, tellerOf(ask), now)
      if (!done.ok) return draw(ask, typed, done.problems)
      services.wake()
      return redirect(`/reassignments/${done.value}`, { notice: 'reassignment-proposed' })
    },
  },
})

async function draw(ask: ProposeAsk, typed: { group: string; startsOn: string }, problems: readonly Problem[]) {
  const { db, w, visit, subject, services, today } = ask
  const viewing = authorize(visit.actor, 'enrollment.view', subject)
  if (!viewing.ok || subject.form !== 'CMS-855I') return notFound
  const t = w.reassignments.propose
  const lines = await ownLines(db, viewing.value, services.eligibility(), today)
  const at = (name: string) => problems.find((p) => p.at === name)
  const names: Readonly<Record<string, string>> = { group: t.group, startsOn: t.starts }
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <>
      <BackLink href={`/enrollments/${subject.id}`} w={w} />
      <ErrorSummary problems={problems} w={w} nameOf={(name) => names[name]} />
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.intro}</p>
      <Form visit={visit}>
        <Control
          name="group"
          kind={text(15)}
          words={{ ask: t.group, hint: t.groupHint }}
          value={typed.group}
          problem={at('group')}
          w={w}
        />
        <Control
          name="startsOn"
          kind={startsOn.kind}
          words={{ ask: t.starts, hint: t.startsHint }}
          value={typed.startsOn}
          problem={at('startsOn')}
          w={w}
        />
        <Button>{t.button}</Button>
      </Form>
      <h2>{t.yours}</h2>
      {lines.length === 0 ? <p>{t.none}</p> : <Lines lines={lines} ask={ask} />}
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

function Lines({
  lines,
  ask: { w, visit, subject },
}: {
  readonly lines: readonly MemberLine[]
  readonly ask: ProposeAsk
}) {
  const t = w.reassignments
  // Only the practitioner signs the end of it; their staff see the list.
  const ends = visit.actor.memberships.some((m) => m.role === 'individual-provider' && m.partyId === subject.enrolleeId)
  const mayEnd = ends && can(visit.actor, 'reassignment.propose', subject)
  return (
    <Table
      caption={t.propose.caption}
      rows={lines}
      rowKey={(l) => l.key}
      columns={[
        {
          title: t.propose.toWhom,
          cell: (l) => (
            <>
              {l.handshake ? (
                <a class="usa-link" href={`/reassignments/${l.handshake.id}`}>
                  {l.group.name}
                </a>
              ) : (
                l.group.name
              )}
              <span class="quiet below">NPI {l.group.npi}</span>
            </>
          ),
        },
        { title: t.propose.claims, cell: (l) => <StandingShown standing={l.standing} w={w} /> },
        {
          title: t.roster.missing,
          cell: (l) => l.missing.map((s) => t.sides[s]).join(', ') || t.roster.nothingMissing,
        },
        {
          title: t.roster.end,
          cell: (l) =>
            mayEnd && l.recordedId ? (
              <a class="usa-link" href={`/reassignments/on-record/${l.recordedId}/end`}>
                {t.roster.end}
                <span class="usa-sr-only">{t.roster.endOf(l.group.name)}</span>
              </a>
            ) : (
              ''
            ),
        },
      ]}
    />
  )
}
