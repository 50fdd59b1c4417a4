/** Licenses, certificates and accreditations of an organization, each a list with one item per number. */
import { date, state, text, yesNo } from '../../kit/kinds.ts'
import { section } from '../../kit/section.ts'
import { endsAfterStart } from '../date-order.ts'
import * as shared from '../license.ts'

export const credentials = (paper: string) =>
  section({
    id: 'credentials',
    questions: {
      licensed: { kind: yesNo, paper, sensitivity: 'internal' },
      certified: { kind: yesNo, paper, sensitivity: 'internal' },
      accredited: { kind: yesNo, paper, sensitivity: 'internal' },
    },
  })

export const organizationLicenses = (paper: string) =>
  section({
    id: 'licenses',
    repeats: { min: 1, max: 60 },
    when: { section: 'credentials', question: 'licensed', is: true },
    questions: {
      number: { kind: text(30), paper, sensitivity: 'public', prefill: 'license.number' },
      state: { kind: state, paper, sensitivity: 'public', prefill: 'license.state' },
      issuedOn: { kind: date('past'), paper, sensitivity: 'public' },
      expiresOn: { kind: date('future'), paper, sensitivity: 'public', optional: true },
    },
    checks: [endsAfterStart('issuedOn', 'expiresOn')],
  })

export const organizationCertifications = (paper: string) =>
  shared.certifications('certifications', paper, { section: 'credentials', question: 'certified', is: true })

export const accreditations = (paper: string) =>
  section({
    id: 'accreditations',
    repeats: { min: 1, max: 20 },
    when: { section: 'credentials', question: 'accredited', is: true },
    questions: {
      body: { kind: text(100), paper, sensitivity: 'public' },
      program: { kind: text(100), paper, sensitivity: 'public', optional: true },
      from: { kind: date('past'), paper, sensitivity: 'public' },
      to: { kind: date('future'), paper, sensitivity: 'public' },
      deemed: { kind: yesNo, paper, sensitivity: 'internal' },
    },
    checks: [endsAfterStart('from', 'to')],
  })
