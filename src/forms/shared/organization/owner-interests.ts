/**
 * Who owns and runs the owners, as far up as it goes: what turns the lists of sections 5 and 6 into the diagram of the
 * organization's structure that the instructions ask for beside them (42 CFR 420.202, 424.516).
 */
import { choice, date, percent, text } from '../../kit/kinds.ts'
import { type SectionWhen, section } from '../../kit/section.ts'

export const interestPositions = [
  'owner',
  'general-partner',
  'limited-partner',
  'member',
  'officer',
  'director',
  'manager',
  'trustee',
] as const
const holding = ['owner', 'general-partner', 'limited-partner', 'member'] as const

export const ownerInterests = (paper: string, gate?: SectionWhen) =>
  section({
    id: 'owner-interests',
    repeats: { min: 0, max: 2000 },
    ...(gate && { when: gate }),
    questions: {
      party: { kind: text(100), paper, sensitivity: 'internal' },
      name: { kind: text(100), paper, sensitivity: 'internal' },
      what: { kind: choice('organization', 'person'), paper, sensitivity: 'internal' },
      position: { kind: choice(...interestPositions), paper, sensitivity: 'internal' },
      percent: { kind: percent, paper, sensitivity: 'internal', when: { question: 'position', is: holding } },
      since: { kind: date('past'), paper, sensitivity: 'internal', optional: true },
    },
    checks: [
      {
        id: 'owns-another',
        at: 'name',
        code: 'not-plausible',
        holds: (a) => String(a.name).toUpperCase() !== String(a.party).toUpperCase(),
      },
    ],
  })
