/**
 * 2I-2L: education and certification that the rules demand of each type of non-physician practitioner.
 * The numbers are specialty codes; the citations are the qualification rules of 42 CFR part 410.
 */
import { choice, date, text, year, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

const ofType = (...is: readonly string[]) => ({ section: 'practitioner-type', question: 'type', is }) as const

/** AA and CRNA (410.69), PA (410.74), NP (410.75), CNS (410.76), CNM (410.77). */
export const advancedPractice = section({
  id: 'advanced-practice',
  when: ofType('32', '42', '43', '50', '89', '97'),
  questions: {
    degree: { kind: choice('bachelor', 'master', 'doctorate', 'other'), paper: '2K', sensitivity: 'internal' },
    program: { kind: text(100), paper: '2K', sensitivity: 'internal' },
    degreeYear: { kind: year, paper: '2K', sensitivity: 'internal' },
    body: { kind: text(100), paper: '2K', sensitivity: 'internal' },
    number: { kind: text(30), paper: '2K', sensitivity: 'internal', optional: true },
    certifiedOn: { kind: date('past'), paper: '2K', sensitivity: 'internal' },
    expiresOn: { kind: date('future'), paper: '2K', sensitivity: 'internal', optional: true },
  },
  checks: [
    {
      id: 'degree-by-now',
      at: 'degreeYear',
      code: 'date-in-future',
      holds: (a, today) => Number(a.degreeYear) <= Number(today.slice(0, 4)),
    },
  ],
})

/** Clinical social worker (410.73), marriage and family therapist (410.53), mental health counselor (410.54). */
export const counseling = section({
  id: 'counseling',
  when: ofType('80', 'E1', 'E2'),
  questions: {
    degree: { kind: choice('master', 'doctorate', 'other'), paper: '2L', sensitivity: 'internal' },
    field: { kind: text(100), paper: '2L', sensitivity: 'internal' },
    supervised: { kind: yesNo, paper: '2L', sensitivity: 'internal' },
  },
})

/** Registered dietitian or nutrition professional (410.134). */
export const dietetics = section({
  id: 'dietetics',
  when: ofType('71'),
  questions: {
    degree: { kind: choice('bachelor', 'master', 'doctorate', 'none'), paper: '2L', sensitivity: 'internal' },
    registered: { kind: yesNo, paper: '2L', sensitivity: 'internal' },
    supervised: { kind: yesNo, paper: '2L', sensitivity: 'internal', when: { question: 'registered', is: false } },
  },
})

/** Clinical psychologist (410.71(d)). */
export const clinicalPsychologist = section({
  id: 'clinical-psychologist',
  when: ofType('68'),
  questions: {
    doctorate: { kind: yesNo, paper: '2I', sensitivity: 'internal' },
    field: { kind: text(100), paper: '2I', sensitivity: 'internal', when: { question: 'doctorate', is: true } },
    consults: { kind: yesNo, paper: '2I', sensitivity: 'internal' },
  },
})

/** A psychologist who is not a clinical psychologist may bill tests only when practicing independently. */
export const independentPsychologist = section({
  id: 'independent-psychologist',
  when: ofType('62'),
  questions: {
    ownResponsibility: { kind: yesNo, paper: '2I', sensitivity: 'internal' },
    ownPatients: { kind: yesNo, paper: '2I', sensitivity: 'internal' },
    ownFees: { kind: yesNo, paper: '2I', sensitivity: 'internal' },
    inInstitution: { kind: yesNo, paper: '2I', sensitivity: 'internal' },
    separateOffice: {
      kind: yesNo,
      paper: '2I',
      sensitivity: 'internal',
      when: { question: 'inInstitution', is: true },
    },
    wholeInstitution: {
      kind: yesNo,
      paper: '2I',
      sensitivity: 'internal',
      when: { question: 'inInstitution', is: true },
    },
  },
})

/** Physical and occupational therapists in private practice (410.59(c), 410.60(c)). */
export const therapyPractice = section({
  id: 'therapy-practice',
  when: ofType('65', '67'),
  questions: {
    homesOnly: { kind: yesNo, paper: '2J', sensitivity: 'internal' },
    office: { kind: yesNo, paper: '2J', sensitivity: 'internal', when: { question: 'homesOnly', is: false } },
    tenure: {
      kind: choice('own', 'lease', 'rent', 'none'),
      paper: '2J',
      sensitivity: 'internal',
      when: { question: 'office', is: true },
    },
    exclusive: { kind: yesNo, paper: '2J', sensitivity: 'internal', when: { question: 'office', is: true } },
    elsewhere: { kind: yesNo, paper: '2J', sensitivity: 'internal' },
  },
})
