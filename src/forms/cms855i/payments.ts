/** 4C: where remittance notices and special payments are sent. */
import { choice } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { addressWhen } from '../shared/address.ts'
import { ownPractice } from './business.ts'

export const payments = section({
  id: 'payments',
  when: ownPractice,
  questions: {
    sentTo: { kind: choice('practice', 'correspondence', 'elsewhere'), paper: '4C', sensitivity: 'internal' },
    ...addressWhen('', '4C', 'internal', { question: 'sentTo', is: 'elsewhere' }),
  },
})
