/** 1A, 2B2 and 7: the state, the recognition of the program by the CDC, and its coaches (42 CFR 424.205). */
import { choice, date, npi, ssn, text } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { endsAfterStart } from '../shared/date-order.ts'
import { where } from '../shared/organization/enrollment.ts'
import { personName } from '../shared/person-name.ts'

export const enrollment = section({ id: 'enrollment', questions: where('1A') })

export const recognition = section({
  id: 'recognition',
  questions: {
    status: { kind: choice('preliminary', 'full'), paper: '2B2', sensitivity: 'public' },
    code: { kind: text(20), paper: '2B2', sensitivity: 'public' },
    from: { kind: date('past'), paper: '2B2', sensitivity: 'internal' },
    to: { kind: date('future'), paper: '2B2', sensitivity: 'internal', optional: true },
  },
  checks: [endsAfterStart('from', 'to')],
})

export const coaches = section({
  id: 'coaches',
  repeats: { min: 1, max: 500 },
  questions: {
    ...personName('7', 'internal'),
    bornOn: { kind: date('past'), paper: '7', sensitivity: 'restricted' },
    ssn: { kind: ssn, paper: '7', sensitivity: 'restricted' },
    npi: { kind: npi, paper: '7', sensitivity: 'internal' },
    from: { kind: date(), paper: '7', sensitivity: 'internal' },
    to: { kind: date(), paper: '7', sensitivity: 'internal', optional: true },
  },
  checks: [endsAfterStart('from', 'to')],
})
