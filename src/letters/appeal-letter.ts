/** The letter that answers an appeal: what was found and what follows, then the law. Pure. */
import { type AppealOutcome, type Remedy, remedyFacts } from '#domain/appeals/remedies.ts'
import type { Day } from '#domain/dates.ts'
import { fillWording, type Wording } from '#domain/decisions/wording.ts'
import type { PaperDocument } from '#domain/paper/document.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { facts, heading, type LetterHead, letterOf, paragraph } from './letter-head.ts'

export interface AnsweredAppeal {
  readonly remedy: Remedy
  readonly outcome: AppealOutcome
  readonly reason: string
  readonly filedOn: Day
  /** Of the letter against which it was filed. */
  readonly decisionOn: Day
  /** The enrollment or the tracking number. */
  readonly about: string
}

export function appealLetter(head: LetterHead, a: AnsweredAppeal, wording: Wording, w: Words): PaperDocument {
  const l = w.letters
  const said = fillWording(wording, {
    enrollment: a.about,
    undone: time.day(a.decisionOn),
    remedy: w.appeals.remedies[a.remedy],
  })
  return letterOf(
    head,
    said.title,
    [
      paragraph(said.opening),
      facts(l.facts, [
        [l.name, head.enrolleeName],
        [l.npi, head.npi],
        [l.about, a.about],
        [l.asked, w.appeals.remedies[a.remedy]],
        [l.received, time.day(a.filedOn)],
      ]),
      heading(l.found),
      paragraph(a.reason),
      heading(l.means),
      { kind: 'list', items: said.means },
      heading(l.next),
      // A hearing follows a reconsideration only (42 CFR 498.5); the line names it.
      { kind: 'list', items: said.next.filter((n) => a.remedy === 'reconsideration' || !n.includes('498.40')) },
      heading(l.law),
      { kind: 'list', items: [remedyFacts[a.remedy].cite] },
    ],
    w,
  )
}
