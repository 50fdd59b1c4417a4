/** The supervisor decides: the dates by the rule and why, another date with a reason, the letter, one button. */
import type { JSX } from 'preact'
import { listEvents } from '#db/queries/application/application-events.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { namesOf } from '#db/queries/application/case-people.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { delays } from '#domain/enrollment/effective-date.ts'
import type { Problem } from '#domain/result.ts'
import { decisionNeedsSecondPerson } from '#domain/review/queues/two-person.ts'
import { longText } from '#forms/kit/kinds.ts'
import { proposedDelay } from '#use-cases/decisions/approval-plan.ts'
import { approveApplication } from '#use-cases/decisions/approve-application.ts'
import { sendBack } from '#use-cases/decisions/recommend-application.ts'
import { filedCcn } from '#use-cases/decisions/tie-in.ts'
import { type Assessment, assessCase } from '#use-cases/rules/assess-case.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Fields, page } from '#web/kit/page.ts'
import { Alert, Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { typedFrom } from '#web/kit/typed-fields.ts'
import {
  ApprovalForm,
  choiceOf,
  type Deciding,
  dateQuestion,
  previewApproval,
  type TypedDecision,
} from './approval-form.tsx'
import { showCase } from './case-frame.tsx'
import { casePath, type LoadedCase, loadCase } from './loaded-case.ts'

export const decidePage = page({
  path: '/desk/cases/:applicationId/decide',
  action: 'application.decide',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: async (ask) => draw(ask, typedFor(await loadCase(ask), {}), []),
  post: {
    fields: [
      'delay',
      'effectiveOn-month',
      'effectiveOn-day',
      'effectiveOn-year',
      'dateReason',
      'sendBackReason',
      'ccn',
    ],
    async handle(ask) {
      const { db, permit, posted, services, w, now } = ask
      const typed = typedFor(await loadCase(ask), posted)
      if (posted.go === 'send-back') {
        const back = await sendBack(db, permit, typed.sendBackReason, now)
        return back.ok ? redirect('/desk', { notice: 'sent-back' }) : draw(ask, typed, back.problems)
      }
      const read = choiceOf(typed)
      if (posted.go !== 'approve' || !read.ok) return draw(ask, typed, read.ok ? [] : [read.problem])
      const done = await approveApplication(db, permit, read.choice, { site: services.site, words: w }, now)
      if (!done.ok) return draw(ask, typed, done.problems)
      services.wake()
      return redirect(casePath(ask.subject.id, '/history'), { notice: 'decided' })
    },
  },
})

const typedFor = (loaded: LoadedCase, posted: Fields): TypedDecision => ({
  delay: delays.find((d) => d === posted.delay) ?? (loaded.header.receivedOn ? proposedDelay(loaded) : 'none'),
  effectiveOn: typedFrom('effectiveOn', dateQuestion, posted) ?? '',
  dateReason: posted.dateReason ?? '',
  sendBackReason: posted.sendBackReason ?? '',
  ccn: posted.ccn ?? filedCcn(loaded) ?? '',
})

async function draw(ask: Deciding, typed: TypedDecision, problems: readonly Problem[]) {
  const { db, permit, w } = ask
  const t = w.desk.decide
  const loaded = await loadCase(ask)
  const asks: Readonly<Record<string, string>> = {
    delay: t.delay,
    effectiveOn: t.otherDate,
    dateReason: t.dateReason,
    sendBackReason: t.sendBackReason,
    ccn: t.ccn,
  }
  const frame = { ask, loaded, tab: 'decide', problems, nameOf: (at: string) => asks[at] } as const
  if (!allows(loaded.header.status, 'send-back'))
    return showCase({ ...frame, children: <Alert kind="info">{t.notRecommended}</Alert> })
  const recommended = (await listEvents(db, permit)).findLast((e) => e.event === 'recommend')
  const names = await namesOf(db, permit, recommended ? [recommended.actorId] : [])
  const own = decisionNeedsSecondPerson && recommended?.actorId === permit.actor.userId
  return showCase({
    ...frame,
    children: (
      <>
        {recommended && (
          <p>
            {t.recommendedBy(names.get(recommended.actorId) ?? w.desk.case.someone)}.{' '}
            {typeof recommended.detail.note === 'string' && t.noteWas(recommended.detail.note)}
          </p>
        )}
        <Proposed ask={ask} loaded={loaded} assessment={await assessCase(db, permit, loaded, loaded.today)} />
        {own ? (
          <Alert kind="warning">{t.samePerson}</Alert>
        ) : (
          <ApprovalForm
            ask={ask}
            loaded={loaded}
            typed={typed}
            problems={problems}
            letter={await previewApproval(ask, loaded, typed)}
          />
        )}
        <SendBack ask={ask} typed={typed} problems={problems} />
      </>
    ),
  })
}

interface ProposedProps {
  readonly ask: Deciding
  readonly loaded: LoadedCase
  readonly assessment: Assessment
}
/** What the rules make of the file, so that nobody has to look for it before deciding. */
const Proposed = ({ ask: { w }, loaded, assessment: { proposal, passed, failed } }: ProposedProps): JSX.Element => (
  <Alert kind={proposal === 'approve' ? 'success' : 'warning'}>
    {failed.length === 0 ? w.desk.rules.allPass(passed.length) : w.desk.rules.someFail(failed.length)}{' '}
    <a href={casePath(loaded.header.id, '/rules')}>{w.desk.rules.see}</a>
  </Alert>
)

interface SendBackProps {
  readonly ask: Deciding
  readonly typed: TypedDecision
  readonly problems: readonly Problem[]
}
const SendBack = ({ ask: { w, visit }, typed, problems }: SendBackProps): JSX.Element => (
  <Form visit={visit}>
    <h3>{w.desk.decide.sendBackTitle}</h3>
    <Control
      name="sendBackReason"
      kind={longText(1000)}
      words={{ ask: w.desk.decide.sendBackReason, hint: w.desk.screening.reasonHint }}
      value={typed.sendBackReason}
      problem={problems.find((p) => p.at === 'sendBackReason')}
      w={w}
    />
    <Button kind="outline" go="send-back">
      {w.desk.decide.sendBack}
    </Button>
  </Form>
)
