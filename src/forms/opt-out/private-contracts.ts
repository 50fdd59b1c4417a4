/** The affidavit's own facts: when the opt-out begins, and what private contracts say (42 CFR 405.405-405.425). */
import { choices, date, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

const boundTo = [
  'in-writing',
  'patient-pays',
  'no-claims',
  'no-limits',
  'no-medigap',
  'not-in-emergency',
  'copy-given',
  'kept',
] as const
export type ContractTerm = (typeof boundTo)[number]

export const optOut = section({
  id: 'opt-out',
  questions: {
    participates: { kind: yesNo, paper: '1', sensitivity: 'internal' },
    startsOn: { kind: date(), paper: '1', sensitivity: 'public' },
    before: { kind: yesNo, paper: '1', sensitivity: 'internal' },
    orders: { kind: yesNo, paper: '1', sensitivity: 'internal' },
  },
})

export const privateContracts = section({
  id: 'private-contracts',
  questions: {
    firstOn: { kind: date(), paper: '2', sensitivity: 'internal', optional: true },
    terms: { kind: choices(...boundTo), paper: '2', sensitivity: 'internal' },
  },
  checks: [
    {
      id: 'contracts-say-all',
      at: 'terms',
      code: 'not-all-ticked',
      cite: '42 CFR 405.415',
      holds: (a) => boundTo.every((term) => (a.terms as readonly string[]).includes(term)),
    },
  ],
})
