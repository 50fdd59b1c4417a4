/** 4E: the areas in which patients are seen in their homes. */
import { choice, state, text, yesNo, zip } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { ownPractice } from './business.ts'

export const homeVisits = section({
  id: 'home-visits',
  when: ownPractice,
  questions: { any: { kind: yesNo, paper: '4E', sensitivity: 'internal' } },
})

export const homeVisitAreas = section({
  id: 'home-visit-areas',
  repeats: { min: 1, max: 500 },
  when: { section: 'home-visits', question: 'any', is: true },
  questions: {
    state: { kind: state, paper: '4E', sensitivity: 'internal' },
    extent: { kind: choice('state', 'county', 'city', 'zip'), paper: '4E', sensitivity: 'internal' },
    place: {
      kind: text(60),
      paper: '4E',
      sensitivity: 'internal',
      when: { question: 'extent', is: ['county', 'city'] },
    },
    zip: { kind: zip, paper: '4E', sensitivity: 'internal', when: { question: 'extent', is: 'zip' } },
  },
})
