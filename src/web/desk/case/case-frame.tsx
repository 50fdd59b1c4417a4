/** The frame of every page of a case: who and what it is, take or put back, and the parts as links. */
import type { ComponentChildren, JSX } from 'preact'
import { allows, statuses } from '#domain/application/lifecycle.ts'
import { daysBetween } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { fieldNames } from '#web/kit/field-names.ts'
import {
  Alert,
  BackLink,
  Button,
  ErrorSummary,
  Form,
  StatusTag,
  SummaryList,
  type SummaryRow,
} from '#web/kit/parts.tsx'
import { type Shown, show } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { Clock } from '../queues/clock.tsx'
import { NextCase } from '../queues/next-case.tsx'
import { type CaseTab, CaseTabs } from './case-tabs.tsx'
import { type CaseAsk, casePath, type LoadedCase } from './loaded-case.ts'
import { Together } from './together.tsx'

interface FrameProps {
  readonly ask: CaseAsk
  readonly loaded: LoadedCase
  readonly tab: CaseTab
  readonly children: ComponentChildren
  readonly problems?: readonly Problem[]
  /** Which question a refusal is about, where the boxes are drawn by a component of the page. */
  readonly nameOf?: (at: string) => string | undefined
  readonly idOf?: (at: string) => string
}

/** The page of one part of the case; with problems it is an answer 422. */
export function showCase(props: FrameProps): Shown {
  const { w } = props.ask
  const problems = props.problems ?? []
  const title = `${w.desk.case.tabs[props.tab]}, ${props.loaded.header.trackingNumber ?? ''}`
  return show(problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title, <CaseFrame {...props} />, {
    wide: true,
    status: problems.length > 0 ? 422 : 200,
  })
}

function CaseFrame({ ask, loaded, tab, children, problems = [], nameOf, idOf }: FrameProps): JSX.Element {
  const { w } = ask
  const names = fieldNames(children)
  return (
    <div class="case">
      <div class="case__top">
        <BackLink href="/desk" w={w} label={w.desk.case.back} />
        {loaded.mayReview && <NextCase visit={ask.visit} after={loaded.header.id} w={w} />}
      </div>
      <ErrorSummary problems={problems} w={w} nameOf={nameOf ?? ((at) => names.get(at))} {...(idOf && { idOf })} />
      <h1>{loaded.header.enrolleeName}</h1>
      <div class="case__head">
        <SummaryList w={w} rows={headRows(loaded, w)} />
        <Holding ask={ask} loaded={loaded} />
      </div>
      {loaded.packet && <Together packet={loaded.packet} w={w} />}
      <CaseTabs loaded={loaded} here={tab} w={w} />
      <h2>{w.desk.case.tabs[tab]}</h2>
      {children}
    </div>
  )
}

function headRows({ header: h, today, isMine, holderName, clock }: LoadedCase, w: Words): readonly SummaryRow[] {
  const t = w.desk.case
  // What came before its window waits for the calendar, not for the desk.
  const isEarly = statuses[h.status].waitingOn === 'calendar'
  const rows: readonly (SummaryRow | false | undefined)[] = [
    { key: t.npi, value: h.enrolleeNpi },
    { key: t.form, value: `${h.form}, ${w.desk.worklist.reasons[h.reason]}, ${w.values.states[h.state] ?? h.state}` },
    { key: t.status, value: <StatusTag status={h.status} w={w} /> },
    { key: t.tracking, value: h.trackingNumber ?? t.none },
    h.receivedOn && {
      key: t.received,
      value: t.receivedDays(time.day(h.receivedOn), daysBetween(h.receivedOn, today)),
    },
    clock && !isEarly && { key: w.desk.queues.clock, value: <Clock clock={clock} w={w} /> },
    h.dueOn && { key: isEarly ? t.heldUntil : t.due, value: time.due(h.dueOn, today) },
    h.enrollmentId ? { key: t.enrollment, value: h.enrollmentId } : undefined,
    { key: t.holder, value: isMine ? t.you : h.assignedTo ? (holderName ?? w.desk.case.someone) : t.nobody },
  ]
  return rows.filter((r) => r !== undefined && r !== false)
}

/** Two buttons, of which at most one is there. */
function Holding({ ask, loaded }: { ask: CaseAsk; loaded: LoadedCase }): JSX.Element | null {
  const { w, visit } = ask
  const t = w.desk.case
  const { header } = loaded
  if (!loaded.mayReview) return <Alert kind="info">{t.lookOnly}</Alert>
  if (!header.assignedTo && allows(header.status, 'begin-review'))
    return (
      <Form visit={visit} action={casePath(header.id, '/take')} class="case__action">
        <p>{t.takeFirst}</p>
        <Button>{t.take}</Button>
      </Form>
    )
  if (loaded.isMine && allows(header.status, 'put-back'))
    return (
      <Form visit={visit} action={casePath(header.id, '/put-back')} class="case__action">
        <Button kind="outline">{t.putBack}</Button>
      </Form>
    )
  return !loaded.isMine && loaded.holderName && allows(header.status, 'put-back') ? (
    <Alert kind="info">{t.heldBy(loaded.holderName)}</Alert>
  ) : null
}
