/** Final adverse legal actions: whether there are any, and one item for each (42 CFR 424.502, 424.516). */
import { adverseActionKinds } from '#domain/enrollment/adverse-legal-action.ts'
import { choice, date, longText, text, yesNo } from '../kit/kinds.ts'
import { type SectionWhen, section } from '../kit/section.ts'

/** The gate: one yes or no. */
export const hasAdverseActions = <const Id extends string>(id: Id, paper: string, when?: SectionWhen) =>
  section({ id, ...(when && { when }), questions: { any: { kind: yesNo, paper, sensitivity: 'internal' } } })

const kindOfAction = choice(...adverseActionKinds)

const questions = (paper: string) =>
  ({
    kind: { kind: kindOfAction, paper, sensitivity: 'internal' },
    on: { kind: date('past'), paper, sensitivity: 'internal' },
    takenBy: { kind: text(100), paper, sensitivity: 'internal' },
    state: { kind: text(60), paper, sensitivity: 'internal', optional: true },
    resolution: { kind: longText(2000), paper, sensitivity: 'internal' },
  }) as const

/** The list, asked when the gate says yes. */
export const adverseActions = <const Id extends string>(id: Id, paper: string, when: SectionWhen) =>
  section({ id, repeats: { min: 1, max: 50 }, when, questions: questions(paper) })

/** The list for actions against somebody else, who is named in each item. */
export const adverseActionsOf = <const Id extends string>(id: Id, paper: string, when: SectionWhen) =>
  section({
    id,
    repeats: { min: 1, max: 100 },
    when,
    questions: { who: { kind: text(100), paper, sensitivity: 'internal' }, ...questions(paper) },
  })
