/** 4A: how the practitioner is paid, and as what. It decides which parts of section 4, 6 and 8 are asked. */
import { choice, date, ein, npi, state, text } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { adverseActions, hasAdverseActions } from '../shared/adverse-legal-action.ts'
import { notOwnNpi } from './other-npi.ts'

export const business = section({
  id: 'business',
  questions: {
    paidThrough: { kind: choice('own-practice', 'reassignment', 'both'), paper: '4A', sensitivity: 'internal' },
    structure: {
      kind: choice('sole-proprietor', 'sole-owner'),
      paper: '4A',
      sensitivity: 'internal',
      when: { question: 'paidThrough', is: ['own-practice', 'both'] },
    },
  },
})

/** Condition of every section that only a practice of one's own needs. */
export const ownPractice = { section: 'business', question: 'paidThrough', is: ['own-practice', 'both'] } as const

export const soleProprietor = section({
  id: 'sole-proprietor',
  when: { section: 'business', question: 'structure', is: 'sole-proprietor' },
  questions: {
    paidUnder: { kind: choice('ssn', 'ein'), paper: '4A', sensitivity: 'internal' },
    // The EIN of a person is that person's tax id.
    ein: { kind: ein, paper: '4A', sensitivity: 'restricted', when: { question: 'paidUnder', is: 'ein' } },
    doingBusinessAs: { kind: text(70), paper: '4A', sensitivity: 'public', optional: true },
  },
})

/** A sole owner does not reassign to the entity: it is enrolled inside this application. */
export const entity = section({
  id: 'entity',
  when: { section: 'business', question: 'structure', is: 'sole-owner' },
  questions: {
    legalName: { kind: text(70), paper: '4A', sensitivity: 'public' },
    kind: { kind: choice('corporation', 'association', 'llc'), paper: '4A', sensitivity: 'internal' },
    taxStatus: { kind: choice('proprietary', 'non-profit', 'disregarded'), paper: '4A', sensitivity: 'internal' },
    ein: { kind: ein, paper: '4A', sensitivity: 'internal' },
    npi: { kind: npi, paper: '4A', sensitivity: 'public' },
    formedOn: { kind: date('past'), paper: '4A', sensitivity: 'internal', optional: true },
    formedIn: { kind: state, paper: '4A', sensitivity: 'internal', optional: true },
  },
  checks: [notOwnNpi('npi')],
})

export const entityLegalHistory = hasAdverseActions('entity-legal-history', '4A', {
  section: 'business',
  question: 'structure',
  is: 'sole-owner',
})

export const entityLegalActions = adverseActions('entity-legal-actions', '4A', {
  section: 'entity-legal-history',
  question: 'any',
  is: true,
})
