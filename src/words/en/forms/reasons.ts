/** English words of the questions that belong to reasons, which every form may carry. */
import type { Form } from '#forms/kit/form.ts'
import type { FormWords, WordsFor } from '#forms/kit/words.ts'
import type * as sections from '#forms/reasons/sections.ts'

const withdrawal = {
  title: 'Leaving Medicare',
  intro: 'The enrollment ends after the day you give. Send claims for earlier services within one year of each.',
  questions: {
    lastDay: { ask: 'What is the last day?', hint: 'The last day on which this enrollment should count' },
    why: {
      ask: 'Why does it end?',
      options: {
        closing: 'The practice or business closes',
        retiring: 'I retire',
        moving: 'We move to another state',
        employed: 'I now work only for a group or an employer',
        'no-medicare': 'We no longer treat Medicare patients',
        other: 'Another reason',
      },
    },
    recordsHeldBy: { ask: 'Who keeps the patient records?', hint: 'Medicare may ask for them for seven years.' },
    claimsSent: { ask: 'Have all claims been sent?', hint: 'You can still send them after this day.' },
  },
} satisfies WordsFor<typeof sections.withdrawal>

const transfer = {
  title: 'The sale or merger',
  questions: {
    on: { ask: 'On which day does it take effect?' },
    otherName: { ask: 'What is the legal name of the other side?' },
    otherEin: { ask: 'What is its EIN?', hint: 'Nine digits' },
    otherNpi: { ask: 'What is its NPI?', hint: 'Leave empty if it has none' },
    otherNumber: { ask: 'What is its Medicare number?', hint: 'The CCN or PTAN, if you know it' },
    agreement: {
      ask: 'What happens to the provider agreement?',
      options: {
        accepted: 'The buyer takes it over, with its past',
        refused: 'The buyer refuses it and starts anew',
        none: 'There is none',
      },
      why: 'Who takes it over keeps the number, and also owes what the old owner owed.',
    },
  },
} satisfies WordsFor<typeof sections.transfer>

const reactivation = {
  title: 'Starting again',
  intro: 'Look at all parts below and bring them up to date. The new start is the day we get this application.',
  questions: {
    why: {
      ask: 'Why was the enrollment stopped?',
      hint: 'It is in the letter that told you.',
      options: {
        'no-claims': 'No claims, or no orders, for a long time',
        'not-reported': 'A change was not reported in time',
        'no-answer': 'A revalidation or a letter was not answered',
        other: 'Another reason, or I do not know',
      },
    },
    mended: { ask: 'What have you done about it?', hint: 'Leave empty if there was nothing to mend' },
    correct: { ask: 'Is everything on file right now, with the changes you make here?' },
  },
} satisfies WordsFor<typeof sections.reactivation>

const cancellation = {
  title: 'Ending the opt-out',
  questions: {
    patientsTold: { ask: 'Have you told your patients that their contracts end?' },
    undo: {
      ask: 'Is this your first opt-out, and did it start in the last 90 days?',
      why: 'Then it ends at once. If not, it ends with its term of two years.',
    },
    refunded: { ask: 'Have you paid patients back what was more than Medicare rates?' },
  },
} satisfies WordsFor<typeof sections.cancellation>

/** The catalog of a form with the words of every reason. */
export const withReasonWords = (form: Form, words: FormWords): FormWords => ({
  ...words,
  tasks: { ...words.tasks, reason: { title: 'Say why you file this' } },
  sections: {
    ...words.sections,
    withdrawal,
    transfer,
    reactivation,
    cancellation,
    confirmation: {
      title: 'Confirm what is on file',
      intro: 'Look at each part. Tick those that are still right. Change the others first.',
      questions: {
        confirmed: {
          ask: 'Which parts are right?',
          options: Object.fromEntries(form.tasks.map((t) => [t.id, words.tasks[t.id]?.title ?? t.id])),
        },
      },
    },
  },
})
