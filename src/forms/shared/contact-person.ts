/** People whom the contractor may ask about the application (form section 13). Optional; the enrollee comes first. */
import { choice, email, phone, text } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { optionalAddress } from './address.ts'

export const contactPersons = <const Id extends string>(id: Id, paper: string) =>
  section({
    id,
    repeats: { min: 0, max: 5 },
    questions: {
      first: { kind: text(35), paper, sensitivity: 'internal' },
      last: { kind: text(35), paper, sensitivity: 'internal' },
      relation: {
        kind: choice('staff', 'credentialing', 'billing-agency', 'lawyer', 'other'),
        paper,
        sensitivity: 'internal',
      },
      phone: { kind: phone, paper, sensitivity: 'internal' },
      email: { kind: email, paper, sensitivity: 'internal' },
      ...optionalAddress('', paper, 'internal'),
    },
  })
