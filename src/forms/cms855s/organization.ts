/** 1 and 2: the supplier as a business. Each location is an application and an enrollment of its own. */
import { choice, date, ein, npi, state, text } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

export const enrollment = section({
  id: 'enrollment',
  questions: {
    state: { kind: state, paper: '1A', sensitivity: 'public', prefill: 'practice.state' },
    startsOn: { kind: date(), paper: '1A', sensitivity: 'internal', optional: true },
  },
})

export const organization = section({
  id: 'organization',
  questions: {
    legalName: { kind: text(70), paper: '2A', sensitivity: 'public', prefill: 'organization.name' },
    doingBusinessAs: { kind: text(70), paper: '2A', sensitivity: 'public', optional: true },
    ein: { kind: ein, paper: '2A', sensitivity: 'internal' },
    structure: {
      kind: choice('corporation', 'llc', 'partnership', 'government', 'other'),
      paper: '2A',
      sensitivity: 'internal',
    },
    taxStatus: { kind: choice('proprietary', 'non-profit', 'disregarded'), paper: '2A', sensitivity: 'internal' },
    formedOn: { kind: date('past'), paper: '2A', sensitivity: 'internal', optional: true },
    formedIn: { kind: state, paper: '2A', sensitivity: 'internal', optional: true },
  },
})

export const identifiers = section({
  id: 'identifiers',
  questions: {
    npi: { kind: npi, paper: '2A', sensitivity: 'public', prefill: 'npi' },
    ptan: { kind: text(15), paper: '2A', sensitivity: 'internal', optional: true },
  },
})
