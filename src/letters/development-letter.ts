/** The letter that asks an enrollee for more information, item by item, with the last day to answer. Pure. */
import type { Day } from '#domain/dates.ts'
import type { PaperDocument } from '#domain/paper/document.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { facts, heading, type LetterHead, letterOf, paragraph } from './letter-head.ts'

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
): PaperDocument {
  const l = w.letters
  const due = time.day(request.dueOn)
  return letterOf(
    head,
    l.developmentTitle,
    [
      paragraph(l.development(due)),
      facts(
        l.developmentItems,
        request.items.map((i) => [l.developmentItem(i.section, i.ask), `${i.wording} ${l.cite(i.cite)}`] as const),
      ),
      heading(l.developmentElse),
      paragraph(l.developmentElseText(due)),
    ],
    w,
  )
}
