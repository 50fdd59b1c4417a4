/** 2B: which credentials there are, and a list of each kind. */
import { yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import * as shared from '../shared/license.ts'

export const credentials = section({
  id: 'credentials',
  questions: {
    licensed: { kind: yesNo, paper: '2B', sensitivity: 'internal' },
    certified: { kind: yesNo, paper: '2B', sensitivity: 'internal' },
    dea: { kind: yesNo, paper: '2B', sensitivity: 'internal' },
  },
})

export const licenses = shared.licenses('licenses', '2B', { section: 'credentials', question: 'licensed', is: true })

export const certifications = shared.certifications('certifications', '2B', {
  section: 'credentials',
  question: 'certified',
  is: true,
})

export const deaRegistrations = shared.deaRegistrations('dea-registrations', '2B', {
  section: 'credentials',
  question: 'dea',
  is: true,
})
