/** The attachment of opioid treatment programs: the certificate and who orders or dispenses (42 CFR 424.67, 8.11). */
import { choice, date, npi, ssn, state, text } from '../../kit/kinds.ts'
import { type SectionWhen, section } from '../../kit/section.ts'
import { endsAfterStart } from '../date-order.ts'
import { personName } from '../person-name.ts'

export const opioidProgram = (paper: string, when: SectionWhen) =>
  section({
    id: 'opioid-program',
    when,
    questions: {
      certificate: { kind: text(30), paper, sensitivity: 'internal' },
      certifiedOn: { kind: date('past'), paper, sensitivity: 'internal' },
      expiresOn: { kind: date('future'), paper, sensitivity: 'internal' },
    },
    checks: [endsAfterStart('certifiedOn', 'expiresOn')],
  })

/** Every person who legally may order or dispense drugs for the program, employed or not. */
export const opioidPersonnel = (paper: string, when: SectionWhen) =>
  section({
    id: 'opioid-personnel',
    repeats: { min: 1, max: 500 },
    when,
    questions: {
      ...personName(paper, 'internal'),
      bornOn: { kind: date('past'), paper, sensitivity: 'restricted' },
      ssn: { kind: ssn, paper, sensitivity: 'restricted' },
      npi: { kind: npi, paper, sensitivity: 'internal', optional: true },
      license: { kind: text(30), paper, sensitivity: 'internal' },
      state: { kind: state, paper, sensitivity: 'internal' },
      function: { kind: choice('ordering', 'dispensing', 'both'), paper, sensitivity: 'internal' },
    },
  })
