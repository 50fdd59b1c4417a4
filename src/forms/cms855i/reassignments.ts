/** 4F: the right to be paid, given to an organization or to another practitioner (42 CFR 424.73, 424.80). */
import { choice, date, ein, npi, ssn, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { address, addressWhen, noPoBox } from '../shared/address.ts'
import { notOwnNpi } from './other-npi.ts'

export const reassignments = section({
  id: 'reassignments',
  repeats: { min: 1, max: 500 },
  when: { section: 'business', question: 'paidThrough', is: ['reassignment', 'both'] },
  questions: {
    to: { kind: choice('organization', 'individual'), paper: '4F', sensitivity: 'public' },
    legalName: { kind: text(70), paper: '4F', sensitivity: 'public' },
    ein: { kind: ein, paper: '4F', sensitivity: 'internal', when: { question: 'to', is: 'organization' } },
    ssn: { kind: ssn, paper: '4F', sensitivity: 'restricted', when: { question: 'to', is: 'individual' } },
    npi: { kind: npi, paper: '4F', sensitivity: 'public' },
    ptan: { kind: text(15), paper: '4F', sensitivity: 'internal', optional: true },
    startsOn: { kind: date(), paper: '4F', sensitivity: 'public' },
    endsOn: { kind: date(), paper: '4F', sensitivity: 'public', optional: true },
    ...address('', '4F', 'public'),
    second: { kind: yesNo, paper: '4F', sensitivity: 'internal' },
    ...addressWhen('second', '4F', 'public', { question: 'second', is: true }),
  },
  checks: [
    notOwnNpi('npi'),
    ...noPoBox(),
    ...noPoBox('second').map((check) => ({ ...check, id: `second-${check.id}` })),
    {
      id: 'ends-after-start',
      at: 'endsOn',
      code: 'date-before',
      holds: (a) => String(a.endsOn) >= String(a.startsOn ?? ''),
    },
  ],
})
