/** 2G: one primary specialty and up to four secondary ones, for physicians. */
import { physicianSpecialties } from '#domain/enrollment/specialties.ts'
import { specialty, text, yesNo } from '../kit/kinds.ts'
import { type Check, section } from '../kit/section.ts'

const kind = specialty(...physicianSpecialties)
const secondary = { kind, paper: '2G', sensitivity: 'public', optional: true } as const

const chosenOnce = (at: string, others: readonly string[]): Check => ({
  id: `${at}-chosen-once`,
  at,
  code: 'chosen-twice',
  holds: (a) => others.every((other) => a[other] !== a[at]),
})

export const physicianSpecialty = section({
  id: 'physician-specialty',
  when: { section: 'enrollment', question: 'practitioner', is: 'physician' },
  questions: {
    primary: { kind, paper: '2G', sensitivity: 'public', prefill: 'specialty' },
    other: { kind: text(60), paper: '2G', sensitivity: 'public', when: { question: 'primary', is: '99' } },
    // Tests done for other practitioners' patients are those of an IDTF, which enrolls by CMS-855B (42 CFR 410.33).
    testsForOthers: { kind: yesNo, paper: '2G', sensitivity: 'internal', when: { question: 'primary', is: '30' } },
    secondary1: secondary,
    secondary2: secondary,
    secondary3: secondary,
    secondary4: secondary,
  },
  checks: [
    chosenOnce('secondary1', ['primary']),
    chosenOnce('secondary2', ['primary', 'secondary1']),
    chosenOnce('secondary3', ['primary', 'secondary1', 'secondary2']),
    chosenOnce('secondary4', ['primary', 'secondary1', 'secondary2', 'secondary3']),
  ],
})
