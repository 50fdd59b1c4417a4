/** Where mail for the enrollee and requests for medical records go. */
import { email, phone, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { address, addressWhen } from './address.ts'

export const correspondence = (paper: string) =>
  section({
    id: 'correspondence',
    questions: {
      attention: { kind: text(70), paper, sensitivity: 'internal', optional: true },
      ...address('', paper, 'internal', 'mailing'),
      phone: { kind: phone, paper, sensitivity: 'internal', prefill: 'mailing.phone' },
      fax: { kind: phone, paper, sensitivity: 'internal', optional: true, prefill: 'mailing.fax' },
      email: { kind: email, paper, sensitivity: 'internal' },
    },
  })

const elsewhere = { question: 'same', is: false } as const

export const recordsCorrespondence = (paper: string) =>
  section({
    id: 'records-correspondence',
    questions: {
      same: { kind: yesNo, paper, sensitivity: 'internal' },
      attention: { kind: text(70), paper, sensitivity: 'internal', when: elsewhere, optional: true },
      ...addressWhen('', paper, 'internal', elsewhere),
      phone: { kind: phone, paper, sensitivity: 'internal', when: elsewhere },
      email: { kind: email, paper, sensitivity: 'internal', when: elsewhere, optional: true },
    },
  })
