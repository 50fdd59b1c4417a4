/** 1A: whether the enrollee was enrolled in Medicare before. */
import { text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

const before = { question: 'enrolled', is: true } as const

export const priorEnrollment = (paper: string) =>
  section({
    id: 'prior-enrollment',
    questions: {
      enrolled: { kind: yesNo, paper, sensitivity: 'internal' },
      ptan: { kind: text(15), paper, sensitivity: 'internal', when: before, optional: true },
      otherStates: { kind: text(200), paper, sensitivity: 'internal', when: before, optional: true },
    },
  })
