/** Does a decision need another person than the one who recommended it? Policy of this installation, no law. Pure data. */
export const decisionNeedsSecondPerson = true
