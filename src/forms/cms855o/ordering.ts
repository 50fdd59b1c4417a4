/** 1A and 1B: in which state, and why the person needs to order but never bills. */
import { orderOnlyReasons } from '#domain/enrollment/ordering-types.ts'
import { enrollment as billing } from '../cms855i/enrollment.ts'
import { choice, date, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

/** One enrollment in one state is enough to order anywhere. */
export const enrollment = section({
  id: 'enrollment',
  questions: { practitioner: billing.questions.practitioner, state: billing.questions.state },
})

export const orderOnly = section({
  id: 'order-only',
  questions: {
    why: { kind: choice(...orderOnlyReasons), paper: '1B', sensitivity: 'internal' },
    other: { kind: text(100), paper: '1B', sensitivity: 'internal', when: { question: 'why', is: 'other' } },
    employer: {
      kind: text(100),
      paper: '1B',
      sensitivity: 'internal',
      when: {
        question: 'why',
        is: ['veterans-affairs', 'defense', 'public-health-service', 'indian-health', 'health-center'],
      },
    },
  },
})

/** Interns, residents and fellows order where the program is accredited and the state lets them (42 CFR 424.507). */
export const graduateTraining = section({
  id: 'graduate-training',
  when: { section: 'order-only', question: 'why', is: 'in-training' },
  questions: {
    level: { kind: choice('intern', 'resident', 'fellow'), paper: '1B', sensitivity: 'internal' },
    program: { kind: text(100), paper: '1B', sensitivity: 'public' },
    accredited: { kind: yesNo, paper: '1B', sensitivity: 'internal' },
    mayOrder: { kind: yesNo, paper: '1B', sensitivity: 'internal' },
    endsOn: { kind: date('future'), paper: '1B', sensitivity: 'internal', optional: true },
  },
  checks: [
    {
      id: 'program-is-accredited',
      at: 'accredited',
      code: 'must-be-yes',
      cite: '42 CFR 424.507',
      holds: (a) => a.accredited === true,
    },
    {
      id: 'state-lets-trainees-order',
      at: 'mayOrder',
      code: 'must-be-yes',
      cite: '42 CFR 424.507',
      holds: (a) => a.mayOrder === true,
    },
  ],
})
