/** English words of the CMS-855I: enrollment. */
import type { enrollment as enrollmentSection, priorEnrollment as priorSection } from '#forms/cms855i/enrollment.ts'
import type { WordsFor } from '#forms/kit/words.ts'

export const enrollment = {
  title: 'Your enrollment',
  intro: 'Each state needs its own enrollment. Choose the state where you see patients.',
  questions: {
    practitioner: {
      ask: 'How do you practice?',
      hint: 'Dentists, chiropractors, optometrists and podiatrists count as physicians in Medicare.',
      options: {
        physician: 'As a physician',
        'non-physician': 'As another kind of practitioner, such as a nurse practitioner or therapist',
      },
    },
    state: {
      ask: 'Which state is this enrollment for?',
      why: 'The state decides which Medicare contractor reviews your application.',
    },
    startsOn: {
      ask: 'When do you want to start billing Medicare?',
      hint: 'Leave empty if you are not sure. We cannot promise this date.',
      why: 'Your start date is the day we get this application or the day you first see patients, whichever is later. You may be able to bill for up to 30 days before it.',
    },
  },
} satisfies WordsFor<typeof enrollmentSection>

export const priorEnrollment = {
  title: 'Medicare before now',
  questions: {
    enrolled: { ask: 'Have you been enrolled in Medicare before?', hint: 'In any state, under any name' },
    ptan: {
      ask: 'What was your Medicare number (PTAN)?',
      hint: 'It is in your approval letter. Leave empty if you cannot find it.',
    },
    otherStates: { ask: 'In which states were you enrolled?' },
  },
} satisfies WordsFor<typeof priorSection>
