/**
 * How well a rule's text is known. A = regulation or Federal Register seen; B = other government text; C = a third
 * party that cites the paragraph; D = general secondary source; "none" = from memory, unconfirmed; "ours" = policy
 * of this installation, no law.
 */
export const evidenceGrades = ['A', 'B', 'C', 'D', 'none', 'ours'] as const
export type Evidence = (typeof evidenceGrades)[number]

/** May the paragraph be quoted in a letter? Lower grades are shown as "unconfirmed". */
export const isConfirmed = (e: Evidence): boolean => e === 'A' || e === 'B' || e === 'C'
