/** The agency that prepares or sends claims for the enrollee (form section 8; 42 CFR 424.80(b)(5)). */
import { ein, email, phone, text, yesNo } from '../kit/kinds.ts'
import { type SectionWhen, section } from '../kit/section.ts'
import { addressWhen } from './address.ts'

export const billingAgency = <const Id extends string>(id: Id, paper: string, gate?: SectionWhen) => {
  const when = { question: 'uses', is: true } as const
  return section({
    id,
    ...(gate && { when: gate }),
    questions: {
      uses: { kind: yesNo, paper, sensitivity: 'internal' },
      name: { kind: text(70), paper, sensitivity: 'internal', when },
      ein: { kind: ein, paper, sensitivity: 'internal', when },
      ...addressWhen('', paper, 'internal', when),
      phone: { kind: phone, paper, sensitivity: 'internal', when },
      email: { kind: email, paper, sensitivity: 'internal', when, optional: true },
    },
  })
}
