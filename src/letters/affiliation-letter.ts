/** The letter that asks for affiliations: whom it is about, what counts, until when, and the law. Pure. */
import { affiliationKindNames, disclosableEventNames } from '#domain/affiliation/affiliation.ts'
import type { Day } from '#domain/dates.ts'
import { fillWording, type Wording } from '#domain/decisions/wording.ts'
import type { PaperDocument } from '#domain/paper/document.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { facts, heading, type LetterHead, letterOf, listed, paragraph } from './letter-head.ts'

export interface AskedAffiliations {
  readonly dueOn: Day
  /** The enrollment or the tracking number. */
  readonly about: string
  /** Owners and managers on file. */
  readonly named: readonly string[]
}

export function affiliationLetter(head: LetterHead, a: AskedAffiliations, wording: Wording, w: Words): PaperDocument {
  const l = w.letters
  const t = w.affiliations
  const said = fillWording(wording, { due: time.day(a.dueOn) })
  const { ties, event } = t.section.questions
  return letterOf(
    head,
    said.title,
    [
      paragraph(said.opening),
      facts(l.facts, [
        [l.name, head.enrolleeName],
        [l.npi, head.npi],
        [l.about, a.about],
      ]),
      ...listed(t.letter.named, a.named),
      heading(l.means),
      { kind: 'list', items: said.means },
      ...listed(
        t.letter.kinds,
        affiliationKindNames.map((k) => ties.options[k]),
      ),
      ...listed(
        t.letter.events,
        disclosableEventNames.map((e) => event.options[e]),
      ),
      heading(l.next),
      { kind: 'list', items: said.next },
      heading(l.law),
      { kind: 'list', items: ['42 CFR 424.502', '42 CFR 424.519'] },
    ],
    w,
  )
}
