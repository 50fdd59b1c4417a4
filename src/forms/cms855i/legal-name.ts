/** 2A: the name as the Social Security Administration has it. */
import { text } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

export const legalName = section({
  id: 'legal-name',
  questions: {
    first: { kind: text(35), paper: '2A', sensitivity: 'public', prefill: 'person.first' },
    middle: { kind: text(35), paper: '2A', sensitivity: 'public', optional: true, prefill: 'person.middle' },
    last: { kind: text(35), paper: '2A', sensitivity: 'public', prefill: 'person.last' },
    suffix: { kind: text(10), paper: '2A', sensitivity: 'public', optional: true, prefill: 'person.suffix' },
    credential: { kind: text(20), paper: '2A', sensitivity: 'public', optional: true, prefill: 'person.credential' },
  },
})
