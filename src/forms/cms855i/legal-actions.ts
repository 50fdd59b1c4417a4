/** 3: final adverse legal actions against the practitioner. */
import { adverseActions, hasAdverseActions } from '../shared/adverse-legal-action.ts'

export const legalHistory = hasAdverseActions('legal-history', '3')
export const legalActions = adverseActions('legal-actions', '3', {
  section: 'legal-history',
  question: 'any',
  is: true,
})
