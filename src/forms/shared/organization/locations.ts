/** Places where the organization sees patients, and what it uses to go to them. */
import { choice, text, yesNo } from '../../kit/kinds.ts'
import { type SectionWhen, section } from '../../kit/section.ts'
import { address, noPoBox } from '../address.ts'
import { place } from '../place.ts'

/** `settings` are the kinds of place that the form knows. */
export const practiceLocations = <const O extends readonly string[]>(paper: string, settings: O) =>
  section({
    id: 'practice-locations',
    repeats: { min: 1, max: 500 },
    questions: {
      name: { kind: text(70), paper, sensitivity: 'public', prefill: 'organization.name' },
      setting: { kind: choice(...settings), paper, sensitivity: 'public' },
      ...place(paper),
    },
    checks: noPoBox(),
  })

/** Whether vehicles, or a base from which people are sent, take the place of an office. */
export const mobile = (paper: string, gate?: SectionWhen) =>
  section({
    id: 'mobile',
    ...(gate && { when: gate }),
    questions: {
      base: { kind: yesNo, paper, sensitivity: 'internal' },
      vehicles: { kind: yesNo, paper, sensitivity: 'internal' },
    },
  })

export const basesOfOperations = (paper: string) =>
  section({
    id: 'bases-of-operations',
    repeats: { min: 1, max: 100 },
    when: { section: 'mobile', question: 'base', is: true },
    questions: {
      name: { kind: text(70), paper, sensitivity: 'internal' },
      ...address('', paper, 'internal'),
    },
    checks: noPoBox(),
  })

export const vehicles = (paper: string) =>
  section({
    id: 'vehicles',
    repeats: { min: 1, max: 500 },
    when: { section: 'mobile', question: 'vehicles', is: true },
    questions: {
      kind: { kind: text(60), paper, sensitivity: 'internal' },
      vin: { kind: text(17), paper, sensitivity: 'internal' },
      registration: { kind: text(30), paper, sensitivity: 'internal', optional: true },
    },
    checks: [
      // Seventeen letters and digits without I, O and Q (49 CFR 565.13); older vehicles and boats have fewer.
      {
        id: 'vin-shape',
        at: 'vin',
        code: 'not-plausible',
        holds: (a) => /^[A-HJ-NPR-Z0-9]{5,17}$/i.test(String(a.vin)),
      },
    ],
  })
