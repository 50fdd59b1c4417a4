/** What the screening level asks for and where each thing stands: there, open, missing, or an exception. */
import type { JSX } from 'preact'
import type { CaseTask } from '#db/queries/application/case-tasks.ts'
import type { LevelException } from '#db/queries/application/level-exceptions.ts'
import type { ScreeningCheck } from '#db/queries/application/screening.ts'
import { allows, isOpen } from '#domain/application/lifecycle.ts'
import { askedBy, type LevelAsk } from '#domain/review/level/level-asks.ts'
import { excepted, levelOf, openAsks } from '#use-cases/level/level-standing.ts'
import { Alert } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { casePath, type LoadedCase } from '../case/loaded-case.ts'

export interface LevelShownProps {
  readonly loaded: LoadedCase
  readonly checks: readonly ScreeningCheck[]
  readonly tasks: readonly CaseTask[]
  readonly exceptions: readonly LevelException[]
  readonly names: ReadonlyMap<string, string>
  readonly w: Words
}

/** Nothing where nothing is asked for. */
export function LevelShown(props: LevelShownProps): JSX.Element | null {
  const { loaded, checks, tasks, exceptions, names, w } = props
  const t = w.desk.tasks.level
  const level = levelOf(checks)
  const asks = level ? askedBy(level) : []
  if (!level || asks.length === 0 || !isOpen(loaded.header.status)) return null
  const lacking = openAsks(checks)
  const at = (d: Date | undefined) => (d ? time.at(d, loaded.header.contractorZone) : '')
  const who = (id: string | undefined) => (id && names.get(id)) ?? w.desk.tasks.someone
  const stateOf = (kind: LevelAsk): keyof typeof t.states => {
    if (excepted(checks).includes(kind)) return 'exception'
    const lack = lacking.find((l) => l.kind === kind)
    if (!lack) return 'brought'
    if (tasks.some((k) => k.kind === kind && k.state === 'open')) return 'open'
    return lack.why === 'not-passed' ? 'not-passed' : 'missing'
  }
  const path = (part: string) => casePath(loaded.header.id, part)
  return (
    <Alert kind={lacking.length > 0 ? 'warning' : 'success'} title={t.title}>
      <p>{t.line(w.desk.screening.match.levels[level.level] ?? level.level, level.cite)}</p>
      <ul class="usa-list">
        {asks.map((kind) => {
          const name = w.desk.tasks.kinds[kind]
          const state = stateOf(kind)
          const asked = exceptions.find((e) => e.kind === kind && e.state === 'asked')
          const refused = exceptions.findLast((e) => e.kind === kind && e.state === 'refused')
          return (
            <li key={kind}>
              {`${name}: ${t.states[state]}. `}
              {state !== 'open' && state !== 'brought' && state !== 'exception' && loaded.mayReview && (
                <>
                  <a href={`${path('/tasks')}?kind=${kind}#kind`}>{t.give(name)}</a>{' '}
                </>
              )}
              {(state === 'open' || state === 'missing') &&
                !asked &&
                loaded.isMine &&
                allows(loaded.header.status, 'recommend') && (
                  <a href={`${path('/exception')}?kind=${kind}`}>{t.except(name)}</a>
                )}
              {asked && (
                <span class="below">
                  {`${t.askedLine(name, who(asked.askedBy), at(asked.askedAt))}. `}
                  {loaded.mayDecide ? <a href={path('/exception/answer')}>{t.answerIt}</a> : t.waits}
                </span>
              )}
              {!asked && refused && state !== 'exception' && (
                <span class="below">
                  {t.refusedLine(name, who(refused.answeredBy), at(refused.answeredAt), refused.answer ?? '')}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}
