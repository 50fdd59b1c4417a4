/** An NPI asked for an organization or another person is never the practitioner's own. */
import type { Check } from '../kit/section.ts'

/** Refuses the practitioner's own NPI at this question; silent until section 2A has it. */
export const notOwnNpi = (at: string): Check => ({
  id: `${at}-not-own`,
  at,
  code: 'own-npi',
  holds: (a, _today, file) => a[at] !== file.identifiers?.[0]?.answers.npi,
})
