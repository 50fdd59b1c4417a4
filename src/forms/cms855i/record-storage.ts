/** 4D: where patient records are kept when they are not all at the practice locations. */
import { choice, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { addressWhen, noPoBox } from '../shared/address.ts'
import { ownPractice } from './business.ts'

export const recordStorage = section({
  id: 'record-storage',
  when: ownPractice,
  questions: { elsewhere: { kind: yesNo, paper: '4D', sensitivity: 'internal' } },
})

export const recordStores = section({
  id: 'record-stores',
  repeats: { min: 1, max: 20 },
  when: { section: 'record-storage', question: 'elsewhere', is: true },
  questions: {
    medium: { kind: choice('paper', 'electronic'), paper: '4D', sensitivity: 'internal' },
    name: { kind: text(100), paper: '4D', sensitivity: 'internal' },
    ...addressWhen('', '4D', 'internal', { question: 'medium', is: 'paper' }),
  },
  checks: noPoBox(),
})
