/** English words of the CMS-855I: legal. */
import type * as sections from '#forms/cms855i/legal-actions.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { actionItem, actionQuestions, anyActionWords } from '../shared/adverse-legal-action.ts'

export const legalHistory = {
  title: 'Adverse legal actions',
  intro:
    'These are convictions in the last 10 years, and any action against a license, an accreditation or your right to take part in a federal or state program.',
  questions: anyActionWords('Has a final adverse legal action ever been taken against you?'),
} satisfies WordsFor<typeof sections.legalHistory>

export const legalActions = {
  title: 'Actions taken against you',
  intro: 'Add each one. You will be asked for the papers that show it and how it ended.',
  item: actionItem,
  questions: actionQuestions,
} satisfies WordsFor<typeof sections.legalActions>
