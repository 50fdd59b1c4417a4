/** 8, 9 and 14: who owns and runs the supplier, and the official who signs for it (42 CFR 424.502, 424.57(c)(17)). */
import { choices, date, ein, npi, percent, phone, ssn, text } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { address } from '../shared/address.ts'
import { adverseActionsOf, hasAdverseActions } from '../shared/adverse-legal-action.ts'
import { personName } from '../shared/person-name.ts'

export const owningOrganizations = section({
  id: 'owning-organizations',
  repeats: { min: 0, max: 500 },
  questions: {
    legalName: { kind: text(70), paper: '8A', sensitivity: 'internal' },
    ein: { kind: ein, paper: '8A', sensitivity: 'internal' },
    npi: { kind: npi, paper: '8A', sensitivity: 'internal', optional: true },
    ...address('', '8A', 'internal'),
    roles: {
      kind: choices('direct-owner', 'indirect-owner', 'partner', 'lender', 'manager'),
      paper: '8B',
      sensitivity: 'internal',
    },
    share: { kind: percent, paper: '8B', sensitivity: 'internal', optional: true },
    since: { kind: date('past'), paper: '8B', sensitivity: 'internal' },
  },
})

export const owningIndividuals = section({
  id: 'owning-individuals',
  repeats: { min: 1, max: 500 },
  questions: {
    ...personName('9A', 'internal'),
    bornOn: { kind: date('past'), paper: '9A', sensitivity: 'restricted' },
    ssn: { kind: ssn, paper: '9A', sensitivity: 'restricted' },
    roles: {
      kind: choices(
        'direct-owner',
        'indirect-owner',
        'partner',
        'officer',
        'director',
        'managing-employee',
        'contracted-manager',
        'authorized-official',
        'delegated-official',
      ),
      paper: '9B',
      sensitivity: 'internal',
    },
    share: { kind: percent, paper: '9B', sensitivity: 'internal', optional: true },
    since: { kind: date('past'), paper: '9B', sensitivity: 'internal' },
  },
  checks: [
    { id: 'born-before', at: 'since', code: 'date-before', holds: (a) => String(a.since) > String(a.bornOn ?? '') },
    {
      // A manager under contract cannot bind the supplier (42 CFR 424.502, authorized official).
      id: 'contracted-cannot-sign',
      at: 'roles',
      code: 'not-plausible',
      cite: '42 CFR 424.502',
      holds: (a) => {
        const roles = a.roles as readonly string[]
        return !(roles.includes('contracted-manager') && roles.includes('authorized-official'))
      },
    },
  ],
})

export const peopleLegalHistory = hasAdverseActions('people-legal-history', '7')
export const peopleLegalActions = adverseActionsOf('people-legal-actions', '7', {
  section: 'people-legal-history',
  question: 'any',
  is: true,
})

export const authorizedOfficial = section({
  id: 'authorized-official',
  questions: {
    first: { kind: text(35), paper: '14', sensitivity: 'internal', prefill: 'official.first' },
    middle: { kind: text(35), paper: '14', sensitivity: 'internal', optional: true, prefill: 'official.middle' },
    last: { kind: text(35), paper: '14', sensitivity: 'internal', prefill: 'official.last' },
    title: { kind: text(35), paper: '14', sensitivity: 'internal', prefill: 'official.title' },
    phone: { kind: phone, paper: '14', sensitivity: 'internal', prefill: 'official.phone' },
  },
  checks: [
    {
      id: 'is-named-among-the-people',
      at: 'last',
      code: 'official-not-named',
      cite: '42 CFR 424.502',
      holds: (a, _today, file) => {
        const people = file['owning-individuals'] ?? []
        const same = (x: unknown, y: unknown) => String(x).toUpperCase() === String(y).toUpperCase()
        return (
          people.length === 0 ||
          people.some(
            ({ answers: p }) =>
              same(p.last, a.last) &&
              same(p.first, a.first) &&
              (p.roles as readonly string[] | undefined)?.includes('authorized-official'),
          )
        )
      },
    },
  ],
})
