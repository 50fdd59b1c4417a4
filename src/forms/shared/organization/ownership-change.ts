/** A change of ownership, seen from the buyer: who sells, when, and whether the agreement passes on (42 CFR 489.18). */
import { date, ein, npi, text, yesNo } from '../../kit/kinds.ts'
import { type SectionWhen, section } from '../../kit/section.ts'
import { isCcnAt } from '../ccn.ts'
import { notOrganizationNpi } from './identity.ts'

export const ownershipChange = (paper: string, when: SectionWhen) =>
  section({
    id: 'ownership-change',
    when,
    questions: {
      sellerName: { kind: text(70), paper, sensitivity: 'internal' },
      sellerDoingBusinessAs: { kind: text(70), paper, sensitivity: 'internal', optional: true },
      sellerEin: { kind: ein, paper, sensitivity: 'internal' },
      sellerNpi: { kind: npi, paper, sensitivity: 'internal', optional: true },
      sellerCcn: { kind: text(12), paper, sensitivity: 'internal', optional: true },
      on: { kind: date(), paper, sensitivity: 'internal' },
      acceptsAgreement: { kind: yesNo, paper, sensitivity: 'internal' },
    },
    checks: [notOrganizationNpi('sellerNpi'), isCcnAt('sellerCcn')],
  })
