/** 2F: residents and fellows, whose services inside the program are paid another way (42 CFR 415.200-415.208). */
import { choice, date, state, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

const when = { question: 'inTraining', is: true } as const

export const residency = section({
  id: 'residency',
  when: { section: 'enrollment', question: 'practitioner', is: 'physician' },
  questions: {
    inTraining: { kind: yesNo, paper: '2F', sensitivity: 'internal' },
    role: { kind: choice('resident', 'fellow'), paper: '2F', sensitivity: 'internal', when },
    hospital: { kind: text(100), paper: '2F', sensitivity: 'internal', when },
    hospitalState: { kind: state, paper: '2F', sensitivity: 'internal', when },
    startedOn: { kind: date('past'), paper: '2F', sensitivity: 'internal', when },
    endsOn: { kind: date('future'), paper: '2F', sensitivity: 'internal', when },
    requiredServices: { kind: yesNo, paper: '2F', sensitivity: 'internal', when },
    outsideServices: { kind: yesNo, paper: '2F', sensitivity: 'internal', when },
  },
  checks: [
    {
      id: 'ends-after-start',
      at: 'endsOn',
      code: 'date-before',
      holds: (a) => String(a.endsOn) > String(a.startedOn ?? ''),
    },
  ],
})
