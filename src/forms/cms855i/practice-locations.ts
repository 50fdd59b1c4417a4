/** 4B: every place where the practitioner sees patients in a practice of their own. */
import { choice, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { noPoBox } from '../shared/address.ts'
import { place } from '../shared/place.ts'
import { ownPractice } from './business.ts'
import { notOwnNpi } from './other-npi.ts'

export const practiceLocations = section({
  id: 'practice-locations',
  repeats: { min: 1, max: 500 },
  when: ownPractice,
  questions: {
    name: { kind: text(70), paper: '4B', sensitivity: 'public' },
    setting: {
      kind: choice('office', 'hospital', 'nursing-facility', 'retirement-home', 'home', 'telehealth', 'other'),
      paper: '4B',
      sensitivity: 'public',
    },
    // The public look-up must not show the street of a location that is hidden.
    hidden: {
      kind: yesNo,
      paper: '4B',
      sensitivity: 'internal',
      when: { question: 'setting', is: ['home', 'telehealth'] },
    },
    ...place('4B'),
  },
  checks: [...noPoBox(), notOwnNpi('npi')],
})
