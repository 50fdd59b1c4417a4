/**
 * How much more time the desk may give on a development request: to one who works on it (42 CFR 424.525(b)). The law
 * names no longest time; the limits are of this installation. Pure.
 */
import { addDays, type Day } from '../../dates.ts'
import { type Result, refuse } from '../../result.ts'
import { type DevelopmentRequest, extend } from './development-request.ts'

export type TimeGiver = 'analyst' | 'supervisor'

/** The latest last day, in days from the day on which the request was sent. */
export const moreTimeLimits = {
  analyst: 60,
  supervisor: 90,
  cite: '42 CFR 424.525(b)',
  evidence: 'ours',
} as const

/** The latest day that somebody may give. */
export const latestDay = (sentOn: Day, by: TimeGiver): Day => addDays(sentOn, moreTimeLimits[by])

/**
 * The request with its new last day. Refuses with `not-later`, `date-in-past`, `supervisor-gives` (an analyst went too
 * far; `most` is the supervisor's day) or `past-the-limit`; `with` carries days.
 */
export function giveTime(
  request: DevelopmentRequest,
  dueOn: Day,
  by: TimeGiver,
  today: Day,
): Result<DevelopmentRequest> {
  const at = 'dueOn'
  if (dueOn <= request.dueOn) return refuse({ code: 'not-later', at, with: { day: request.dueOn } })
  if (dueOn < today) return refuse({ code: 'date-in-past', at })
  const [latest, most] = [latestDay(request.sentOn, by), latestDay(request.sentOn, 'supervisor')]
  if (dueOn > latest)
    return by === 'analyst'
      ? refuse({ code: 'supervisor-gives', at, with: { day: latest, most } })
      : refuse({ code: 'past-the-limit', at, with: { day: most } })
  return extend(request, dueOn)
}
