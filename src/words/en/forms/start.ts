/** English words of the questions before an application. */
import type { WordsFor } from '#forms/kit/words.ts'
import type { start as startSection } from '#forms/start.ts'
import { enrollment } from './cms855i/enrollment.ts'

export const start = {
  title: 'Start an application',
  questions: {
    reason: {
      ask: 'What do you want to do?',
      options: { initial: 'New enrollment in a state', change: 'Change an enrollment that I have' },
    },
    practitioner: enrollment.questions.practitioner,
    state: enrollment.questions.state,
  },
} satisfies WordsFor<typeof startSection>
