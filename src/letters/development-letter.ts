/** The letter that asks an enrollee for more information, item by item, with the last day to answer. Pure. */
import type { Day } from '#domain/dates.ts'
import { fillWording, type Wording } from '#domain/decisions/wording.ts'
import type { PaperDocument } from '#domain/paper/document.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { facts, type LetterHead, letterOf, listed, paragraph } from './letter-head.ts'

export interface AskedItem {
  /** Title of the section. */
  readonly section: string
  /** The question that it is pinned on. */
  readonly ask: string | undefined
  readonly wording: string
  readonly cite: string
}

export function developmentLetter(
  head: LetterHead,
  request: { readonly dueOn: Day; readonly items: readonly AskedItem[] },
  w: Words,
  /** As somebody edited it; else the product's own words. */
  wording: Wording = w.letters.wordings.development,
): PaperDocument {
  const l = w.letters
  const said = fillWording(wording, { due: time.day(request.dueOn) })
  return letterOf(
    head,
    said.title,
    [
      paragraph(said.opening),
      facts(
        l.developmentItems,
        request.items.map((i) => [l.developmentItem(i.section, i.ask), `${i.wording} ${l.cite(i.cite)}`] as const),
      ),
      ...listed(l.developmentElse, said.means),
      ...listed(l.next, said.next),
    ],
    w,
  )
}
