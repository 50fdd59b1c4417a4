/** Does a decision need another person than the one who recommended it? Policy of this installation, no law. Pure data. */
export const decisionNeedsSecondPerson = true

/** Visits and fingerprints are called off by another person than the one who was to bring the result. Ours, no law. */
export const calledOffByAnother: readonly string[] = ['site-visit', 'fingerprints']
