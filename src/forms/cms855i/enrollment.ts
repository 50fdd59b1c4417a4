/** 1A: what the enrollment is, which decides what is asked later. The reason is that of the application itself. */
import { choice, date, state, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

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

export const priorEnrollment = section({
  id: 'prior-enrollment',
  questions: {
    enrolled: { kind: yesNo, paper: '1A', sensitivity: 'internal' },
    ptan: {
      kind: text(15),
      paper: '1A',
      sensitivity: 'internal',
      when: { question: 'enrolled', is: true },
      optional: true,
    },
    otherStates: {
      kind: text(200),
      paper: '1A',
      sensitivity: 'internal',
      when: { question: 'enrolled', is: true },
      optional: true,
    },
  },
})
