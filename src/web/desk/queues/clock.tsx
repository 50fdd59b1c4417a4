/** The service clock in words: the days that count, and why it stands still. */
import type { JSX } from 'preact'
import type { ServiceClock } from '#domain/review/queues/service-clock.ts'
import type { Words } from '#words/index.ts'

export function Clock({ clock, w }: { clock: ServiceClock; w: Words }): JSX.Element {
  const t = w.desk.queues
  const state = clock.why ? t.paused(clock.why) : clock.state === 'stopped' ? t.stopped : t.running
  return (
    <>
      <span class="nowrap">{t.days(clock.days)}</span>
      <span class={`clock clock--${clock.state}`}>{state}</span>
      {clock.pausedDays > 0 && <span class="quiet below">{t.notCounted(clock.pausedDays)}</span>}
    </>
  )
}
