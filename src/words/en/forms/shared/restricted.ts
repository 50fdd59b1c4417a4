/** Why birth dates and Social Security numbers of people in an organization are asked. */
export const bornOnWords = {
  ask: 'Date of birth',
  why: 'Medicare checks everyone named here against the lists of excluded people. The date is encrypted.',
} as const
export const ssnWords = {
  ask: 'Social Security number',
  hint: 'Nine digits',
  why: 'Federal law asks for it (42 U.S.C. 1320a-3a). It is encrypted and shown only as its last four digits.',
} as const
