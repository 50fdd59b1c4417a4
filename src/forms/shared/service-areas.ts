/** Whether patients are served in their homes, and lists of areas: whole states, counties, towns or ZIP codes. */
import { choice, state, text, yesNo, zip } from '../kit/kinds.ts'
import { type SectionWhen, section } from '../kit/section.ts'

export const homeVisits = (paper: string, gate?: SectionWhen) =>
  section({
    id: 'home-visits',
    ...(gate && { when: gate }),
    questions: { any: { kind: yesNo, paper, sensitivity: 'internal' } },
  })

/** A list of areas, which the section of this id asks under the condition. */
export const serviceAreas = <const Id extends string>(id: Id, paper: string, when: SectionWhen) =>
  section({
    id,
    repeats: { min: 1, max: 500 },
    when,
    questions: {
      state: { kind: state, paper, sensitivity: 'internal' },
      extent: { kind: choice('state', 'county', 'city', 'zip'), paper, sensitivity: 'internal' },
      place: { kind: text(60), paper, sensitivity: 'internal', when: { question: 'extent', is: ['county', 'city'] } },
      zip: { kind: zip, paper, sensitivity: 'internal', when: { question: 'extent', is: 'zip' } },
    },
  })

export const homeVisitAreas = (paper: string) =>
  serviceAreas('home-visit-areas', paper, { section: 'home-visits', question: 'any', is: true })
