/** Who the organization is: as the IRS and the NPI registry have it, and how it is set up. */
import { choice, date, ein, npi, state, text, yesNo } from '../../kit/kinds.ts'
import { type Check, section } from '../../kit/section.ts'

export const identity = (paper: string) =>
  section({
    id: 'organization',
    questions: {
      legalName: { kind: text(70), paper, sensitivity: 'public', prefill: 'organization.name' },
      doingBusinessAs: { kind: text(70), paper, sensitivity: 'public', optional: true },
      ein: { kind: ein, paper, sensitivity: 'internal' },
      npi: { kind: npi, paper, sensitivity: 'public', prefill: 'npi' },
    },
  })

export const structure = (paper: string) =>
  section({
    id: 'structure',
    questions: {
      kind: {
        kind: choice('corporation', 'llc', 'partnership', 'sole-proprietor', 'government', 'other'),
        paper,
        sensitivity: 'internal',
      },
      otherKind: { kind: text(70), paper, sensitivity: 'internal', when: { question: 'kind', is: 'other' } },
      // Left blank on paper it counts as proprietary.
      taxStatus: {
        kind: choice('proprietary', 'non-profit', 'government', 'disregarded'),
        paper,
        sensitivity: 'internal',
      },
      formedOn: { kind: date('past'), paper, sensitivity: 'internal', optional: true },
      formedIn: { kind: state, paper, sensitivity: 'internal', optional: true },
      indianHealth: { kind: yesNo, paper, sensitivity: 'internal' },
    },
  })

/** An NPI asked for another organization or a person is never the applicant's own; silent until it has one. */
export const notOrganizationNpi = (at: string): Check => ({
  id: `${at}-not-own`,
  at,
  code: 'own-npi',
  holds: (a, _today, file) => a[at] !== file.organization?.[0]?.answers.npi,
})
