/** The words that answers of every form share. */
import type { SayWords } from '#forms/kit/words.ts'
import { months } from './reference/months.ts'
import { states } from './reference/states.ts'

export const sayEn: SayWords = {
  yes: 'Yes',
  no: 'No',
  notProvided: 'Not provided',
  hidden: 'Given, not shown here',
  months,
  states,
}
