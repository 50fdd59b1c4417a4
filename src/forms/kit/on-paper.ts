/** The same section on another paper form: every question moves to another box, nothing else changes. Pure. */
import type { Questions, Section } from './section.ts'

/** The questions as they are, each in the box `paper`. */
export const questionsAt = <const Q extends Questions>(questions: Q, paper: string): Q =>
  Object.fromEntries(Object.entries(questions).map(([name, q]) => [name, { ...q, paper }])) as unknown as Q

/** The section as it is, all its questions in the box `paper`. */
export const onPaper = <Q extends Questions, Id extends string>(s: Section<Q, Id>, paper: string): Section<Q, Id> => ({
  ...s,
  questions: questionsAt(s.questions, paper),
})
