/** 1A: what the enrollment is, which decides what is asked later. The reason is that of the application itself. */
import { choice, date, state } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import * as shared from '../shared/prior-enrollment.ts'

export const enrollment = section({
  id: 'enrollment',
  questions: {
    practitioner: {
      kind: choice('physician', 'non-physician'),
      paper: '1A',
      sensitivity: 'public',
      prefill: 'practitioner',
    },
    state: { kind: state, paper: '1A', sensitivity: 'public', prefill: 'practice.state' },
    startsOn: { kind: date(), paper: '1A', sensitivity: 'internal', optional: true },
  },
})

export const priorEnrollment = shared.priorEnrollment('1A')
