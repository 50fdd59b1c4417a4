/** Where patient records are kept when they are not all at the practice locations. */
import { choice, text, yesNo } from '../kit/kinds.ts'
import { type SectionWhen, section } from '../kit/section.ts'
import { addressWhen, noPoBox } from './address.ts'

export const recordStorage = (paper: string, gate?: SectionWhen) =>
  section({
    id: 'record-storage',
    ...(gate && { when: gate }),
    questions: { elsewhere: { kind: yesNo, paper, sensitivity: 'internal' } },
  })

export const recordStores = (paper: string) =>
  section({
    id: 'record-stores',
    repeats: { min: 1, max: 20 },
    when: { section: 'record-storage', question: 'elsewhere', is: true },
    questions: {
      medium: { kind: choice('paper', 'electronic'), paper, sensitivity: 'internal' },
      name: { kind: text(100), paper, sensitivity: 'internal' },
      ...addressWhen('', paper, 'internal', { question: 'medium', is: 'paper' }),
    },
    checks: noPoBox(),
  })
