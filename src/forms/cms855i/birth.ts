/** 2A: date and place of birth, and sex, which the contractor matches with the Social Security Administration. */
import { choice, date, state, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

export const birth = section({
  id: 'birth',
  questions: {
    bornOn: { kind: date('past'), paper: '2A', sensitivity: 'restricted' },
    inUnitedStates: { kind: yesNo, paper: '2A', sensitivity: 'internal' },
    state: { kind: state, paper: '2A', sensitivity: 'internal', when: { question: 'inUnitedStates', is: true } },
    country: { kind: text(60), paper: '2A', sensitivity: 'internal', when: { question: 'inUnitedStates', is: false } },
    sex: { kind: choice('female', 'male'), paper: '2A', sensitivity: 'internal', prefill: 'sex' },
  },
  checks: [
    {
      id: 'grown-up',
      at: 'bornOn',
      code: 'not-plausible',
      holds: (a, today) => Number(today.slice(0, 4)) - Number(String(a.bornOn).slice(0, 4)) >= 18,
    },
  ],
})
