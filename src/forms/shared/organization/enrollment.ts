/** 1A: how an organization comes to enroll, its state and the day it hopes for; each form adds what it enrolls. */
import { choice, date, state } from '../../kit/kinds.ts'

/** The state and the wished day. */
export const where = (paper: string) =>
  ({
    state: { kind: state, paper, sensitivity: 'public', prefill: 'practice.state' },
    startsOn: { kind: date(), paper, sensitivity: 'internal', optional: true },
  }) as const

/** Newly, or by taking over what is enrolled already. */
export const howIt = choice('new', 'ownership-change')
