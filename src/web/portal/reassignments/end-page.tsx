/** A side ends a reassignment that is on record: the last day, and why. */
import { type RecordedSubject, recordedSubject } from '#db/queries/reassignments/members.ts'
import { isDay } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { date, longText } from '#forms/kit/kinds.ts'
import { endReassignment } from '#use-cases/reassignments/end-reassignment.ts'
import { sidesOf } from '#use-cases/reassignments/refuse-reassignment.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, SummaryList } from '#web/kit/parts.tsx'
import { redirect, type Shown, show } from '#web/kit/reply.ts'
import { postedNames, typedFrom } from '#web/kit/typed-fields.ts'
import { tellerOf } from '../delegation/teller.ts'

type EndAsk = Ask<'reassignment.sign', RecordedSubject>
const endsOn = { kind: date() }

export const endReassignmentPage = page({
  path: '/reassignments/on-record/:recordedId/end',
  action: 'reassignment.sign',
  subject: (db, { recordedId }) => recordedSubject(db, recordedId),
  get: async (ask) => draw(ask, { endsOn: '', reason: '' }, []),
  post: {
    fields: [...postedNames('endsOn', endsOn), 'reason'],
    async handle(ask) {
      const { db, permit, posted, now, services } = ask
      const typed = { endsOn: typedFrom('endsOn', endsOn, posted) ?? '', reason: posted.reason ?? '' }
      if (!isDay(typed.endsOn))
        return draw(ask, typed, [{ code: typed.endsOn === '' ? 'required' : 'not-a-date', at: 'endsOn' }])
      const done = await endReassignment(db, permit, tellerOf(ask), { ...typed, endsOn: typed.endsOn }, now)
      if (!done.ok) return draw(ask, typed, done.problems)
      services.wake()
      return redirect(backTo(ask), { notice: 'reassignment-ended' })
    },
  },
})

/** The list of the side that the visitor ends it for. */
const backTo = ({ visit, subject: { recorded: r } }: EndAsk): string =>
  sidesOf(visit.actor, { practitioner: r.fromEnrolleeId, group: r.toEnrolleeId })[0] === 'practitioner'
    ? `/enrollments/${r.fromEnrollmentId}/reassign`
    : `/enrollments/${r.toEnrollmentId}/roster`

function draw(ask: EndAsk, typed: { endsOn: string; reason: string }, problems: readonly Problem[]): Shown {
  const { w, visit, subject } = ask
  const { recorded: r } = subject
  const t = w.reassignments.end
  const title = t.title(r.name, r.toName)
  const at = (name: string) => problems.find((p) => p.at === name)
  const names: Readonly<Record<string, string>> = { endsOn: t.endsOn, reason: t.reason }
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <>
      <BackLink href={backTo(ask)} w={w} />
      <ErrorSummary problems={problems} w={w} nameOf={(name) => names[name]} />
      <h1>{title}</h1>
      <p class="usa-intro">{t.intro}</p>
      <SummaryList w={w} rows={[{ key: t.began, value: w.portal.time.day(r.from) }]} />
      <Form visit={visit}>
        <Control
          name="endsOn"
          kind={endsOn.kind}
          words={{ ask: t.endsOn }}
          value={typed.endsOn}
          problem={at('endsOn')}
          w={w}
        />
        <Control
          name="reason"
          kind={longText(500)}
          words={{ ask: t.reason }}
          value={typed.reason}
          problem={at('reason')}
          w={w}
        />
        <Button kind="secondary">{t.button}</Button>
      </Form>
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}
