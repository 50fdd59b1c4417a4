/** 2A: every other name under which the person has been known, which screening looks for as well. */
import { choice } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { personName } from '../shared/person-name.ts'

export const otherNames = section({
  id: 'other-names',
  repeats: { min: 0, max: 10 },
  questions: {
    kind: { kind: choice('former', 'professional', 'other'), paper: '2A', sensitivity: 'internal' },
    ...personName('2A', 'internal'),
  },
})
