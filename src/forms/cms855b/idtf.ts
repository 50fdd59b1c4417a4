/** Attachment 2: independent diagnostic testing facilities (42 CFR 410.33). */
import { choice, date, money, npi, ssn, state, text } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { endsAfterStart } from '../shared/date-order.ts'
import { personName } from '../shared/person-name.ts'

const isIdtf = { section: 'enrollment', question: 'supplier', is: 'idtf' } as const
const asked = { paper: 'Att. 2', sensitivity: 'internal' } as const
const LEAST_COVER_IN_CENTS = 30_000_000

export const idtfInsurance = section({
  id: 'idtf-insurance',
  when: isIdtf,
  questions: {
    insurer: { kind: text(70), ...asked },
    policy: { kind: text(30), ...asked },
    cover: { kind: money, ...asked },
    from: { kind: date('past'), ...asked },
    to: { kind: date('future'), ...asked },
  },
  checks: [
    endsAfterStart('from', 'to'),
    {
      id: 'enough-cover',
      at: 'cover',
      code: 'liability-too-low',
      cite: '42 CFR 410.33(g)(6)',
      holds: (a) => Number(a.cover) >= LEAST_COVER_IN_CENTS,
    },
  ],
})

export const idtfTests = section({
  id: 'idtf-tests',
  repeats: { min: 1, max: 1000 },
  when: isIdtf,
  questions: {
    code: { kind: text(5), ...asked },
    equipment: { kind: text(100), ...asked },
    model: { kind: text(60), ...asked },
  },
  checks: [
    {
      id: 'code-shape',
      at: 'code',
      code: 'not-plausible',
      holds: (a) => /^[0-9A-Z]\d{3}[0-9A-Z]$/i.test(String(a.code)),
    },
  ],
})

const person = {
  ...personName('Att. 2', 'internal'),
  bornOn: { kind: date('past'), paper: 'Att. 2', sensitivity: 'restricted' },
  ssn: { kind: ssn, paper: 'Att. 2', sensitivity: 'restricted' },
} as const

export const idtfInterpreters = section({
  id: 'idtf-interpreters',
  repeats: { min: 1, max: 200 },
  when: isIdtf,
  questions: { ...person, npi: { kind: npi, ...asked } },
})

export const idtfTechnicians = section({
  id: 'idtf-technicians',
  repeats: { min: 1, max: 500 },
  when: isIdtf,
  questions: {
    ...person,
    body: { kind: text(100), ...asked },
    number: { kind: text(30), ...asked, optional: true },
    state: { kind: state, ...asked, optional: true },
  },
})

export const idtfSupervisors = section({
  id: 'idtf-supervisors',
  repeats: { min: 1, max: 200 },
  when: isIdtf,
  questions: {
    ...person,
    npi: { kind: npi, ...asked },
    supervision: { kind: choice('general', 'direct', 'personal'), ...asked },
    tests: { kind: text(200), ...asked },
  },
})
