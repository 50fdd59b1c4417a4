/** 2C-2E: whether new patients are taken, and where mail for the practitioner and about medical records goes. */
import { email, phone, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { address, addressWhen } from '../shared/address.ts'

export const newPatients = section({
  id: 'new-patients',
  questions: { accepting: { kind: yesNo, paper: '2C', sensitivity: 'public' } },
})

export const correspondence = section({
  id: 'correspondence',
  questions: {
    attention: { kind: text(70), paper: '2D', sensitivity: 'internal', optional: true },
    ...address('', '2D', 'internal', 'mailing'),
    phone: { kind: phone, paper: '2D', sensitivity: 'internal', prefill: 'mailing.phone' },
    fax: { kind: phone, paper: '2D', sensitivity: 'internal', optional: true, prefill: 'mailing.fax' },
    email: { kind: email, paper: '2D', sensitivity: 'internal' },
  },
})

const elsewhere = { question: 'same', is: false } as const

export const recordsCorrespondence = section({
  id: 'records-correspondence',
  questions: {
    same: { kind: yesNo, paper: '2E', sensitivity: 'internal' },
    attention: { kind: text(70), paper: '2E', sensitivity: 'internal', when: elsewhere, optional: true },
    ...addressWhen('', '2E', 'internal', elsewhere),
    phone: { kind: phone, paper: '2E', sensitivity: 'internal', when: elsewhere },
    email: { kind: email, paper: '2E', sensitivity: 'internal', when: elsewhere, optional: true },
  },
})
