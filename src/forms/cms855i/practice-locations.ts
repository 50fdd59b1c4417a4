/** 4B: every place where the practitioner sees patients in a practice of their own. */
import { choice, date, npi, phone, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { address, noPoBox } from '../shared/address.ts'
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
    ...address('', '4B', 'public', 'practice'),
    phone: { kind: phone, paper: '4B', sensitivity: 'public', prefill: 'practice.phone' },
    firstPatientOn: { kind: date(), paper: '4B', sensitivity: 'internal' },
    npi: { kind: npi, paper: '4B', sensitivity: 'public', optional: true },
    clia: { kind: text(10), paper: '4B', sensitivity: 'internal', optional: true },
    mammography: { kind: text(10), paper: '4B', sensitivity: 'internal', optional: true },
  },
  checks: [...noPoBox(), notOwnNpi('npi')],
})
