/** Words of the pages that show everything a form asks, to gather it before one begins. */
import type { Sensitivity } from '#forms/kit/section.ts'

const seenBy: Readonly<Record<Sensitivity, string>> = {
  public: 'Anybody, once approved',
  internal: 'You and Medicare',
  restricted: 'Sealed; shown with its last digits',
}

export const allQuestions = {
  listTitle: 'Everything the forms ask',
  listIntro: 'Look at or print all questions of a form before you begin. You answer only those that apply to you.',
  link: 'See everything the forms ask',
  formOf: (short: string, title: string) => `${short}: ${title}`,
  counts: (sections: number, questions: number) => `${questions} questions in ${sections} parts`,
  title: (form: string) => `Everything the ${form} asks`,
  intro: (edition: string, questions: number) =>
    `Edition ${edition}, ${questions} questions. Most people are asked only some of them; the second column says when. Box is the section of the paper form.`,
  parts: 'Parts of the form',
  back: 'All forms',
  list: (min: number, max: number, what: string) =>
    min === max ? `You name ${min} ${what}.` : `You name ${min} to ${max} ${what}.`,
  entries: 'entries',
  onlyIf: (conditions: string) => `Asked only if ${conditions}.`,
  and: ' and ',
  question: 'Question',
  when: 'Asked if',
  always: 'Always',
  box: 'Box',
  answers: 'Answer',
  written: 'You write it',
  oneOf: (n: number) => `One of ${n}`,
  someOf: (n: number) => `Any of ${n}`,
  optional: 'May be left empty',
  seen: 'Who sees it',
  seenBy,
}
