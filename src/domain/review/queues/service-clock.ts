/**
 * The days that count for the desk in one application: from its receipt until it is decided, without the days on which
 * somebody else had to move. Calendar days in the contractor's zone. The rules are of this installation: how CMS counts
 * its own measure of timeliness is unconfirmed. Pure.
 */
import { type ApplicationEvent, type ApplicationStatus, isOpen, transitions } from '../../application/lifecycle.ts'
import { type Day, dayIn, daysBetween, earlier, later } from '../../dates.ts'
import type { TaskKind } from './case-tasks.ts'

export type PauseReason = 'provider' | 'calendar' | 'fingerprints' | 'site-visit'

/** What stops the clock: a status in which the provider has to move or nobody before a day, and tasks that others finish. */
export const pausingStatuses: Partial<Record<ApplicationStatus, PauseReason>> = {
  'in-development': 'provider',
  held: 'calendar',
}
export const pausingTasks: Partial<Record<TaskKind, PauseReason>> = {
  fingerprints: 'fingerprints',
  'site-visit': 'site-visit',
}

export interface ClockLine {
  readonly event: string
  readonly at: Date
}
export interface ClockTask {
  readonly kind: TaskKind
  readonly openedAt: Date
  readonly closedAt: Date | undefined
}
export interface ServiceClock {
  readonly state: 'running' | 'paused' | 'stopped'
  /** Days that count. */
  readonly days: number
  readonly pausedDays: number
  /** Why it stands still now. */
  readonly why: PauseReason | undefined
}

interface Span {
  readonly from: Day
  readonly to: Day
}

/** Lines and tasks of one application, oldest first; lines that move no status are passed over. */
export function serviceClock(
  receivedOn: Day,
  lines: readonly ClockLine[],
  tasks: readonly ClockTask[],
  today: Day,
  zone: string,
): ServiceClock {
  const spans: Span[] = []
  let status: ApplicationStatus = 'draft'
  let since = receivedOn
  let end = today
  let why: PauseReason | undefined
  for (const line of lines) {
    if (!isMove(line.event)) continue
    const on = dayIn(zone, line.at)
    if (pausingStatuses[status]) spans.push({ from: since, to: on })
    status = transitions[line.event].to
    since = on
    end = isOpen(status) ? today : on
  }
  if (pausingStatuses[status]) {
    spans.push({ from: since, to: today })
    why = pausingStatuses[status]
  }
  for (const task of tasks) {
    const reason = pausingTasks[task.kind]
    if (!reason) continue
    spans.push({ from: dayIn(zone, task.openedAt), to: task.closedAt ? dayIn(zone, task.closedAt) : end })
    if (!task.closedAt && isOpen(status)) why ??= reason
  }
  const pausedDays = daysWithin(spans, receivedOn, end)
  const state = !isOpen(status) ? 'stopped' : why ? 'paused' : 'running'
  return { state, days: Math.max(0, daysBetween(receivedOn, end) - pausedDays), pausedDays, why }
}

const isMove = (event: string): event is ApplicationEvent => Object.hasOwn(transitions, event)

/** Days covered by at least one span, inside the two ends. */
function daysWithin(spans: readonly Span[], from: Day, to: Day): number {
  let days = 0
  let reached = from
  for (const s of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const begin = later(s.from, reached)
    const stop = earlier(s.to, to)
    if (stop > begin) days += daysBetween(begin, stop)
    reached = later(reached, earlier(s.to, to))
  }
  return days
}
