/** The few questions before an application: they decide which form, which contractor and what is asked later. */
import { enrollment } from './cms855i/enrollment.ts'
import { choice } from './kit/kinds.ts'
import { section } from './kit/section.ts'

export const start = section({
  id: 'start',
  questions: {
    reason: { kind: choice('initial', 'change'), paper: '1A', sensitivity: 'public' },
    practitioner: { ...enrollment.questions.practitioner, when: { question: 'reason', is: 'initial' } },
    state: { ...enrollment.questions.state, when: { question: 'reason', is: 'initial' } },
  },
})
