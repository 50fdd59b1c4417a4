/** What every letter begins and ends with. Pure: words and facts in, blocks out. */
import type { Day } from '#domain/dates.ts'
import type { Block, PaperDocument } from '#domain/paper/document.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'

export interface LetterHead {
  readonly contractor: {
    readonly name: string
    readonly phone: string
    readonly email: string
    readonly address: string
  }
  readonly enrolleeName: string
  readonly npi: string
  readonly trackingNumber: string
  /** The date of the letter, in the contractor's zone. Deadlines count from it. */
  readonly on: Day
}

export const letterOf = (head: LetterHead, title: string, blocks: readonly Block[], w: Words): PaperDocument => ({
  title,
  lang: w.layout.lang,
  running: `${head.contractor.name}, ${time.day(head.on)}, ${head.trackingNumber}`,
  blocks: [paragraph(w.letters.dear(head.enrolleeName)), ...blocks, ...whoToCall(head, w)],
})

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const heading = (text: string): Block => ({ kind: 'heading', level: 2, text })
export const facts = (
  caption: string,
  rows: readonly (readonly [term: string, said: string | undefined])[],
): Block => ({
  kind: 'facts',
  caption,
  rows: rows.flatMap(([term, said]) => (said ? [{ term, said }] : [])),
})

/** A heading and its lines; nothing where there are none. */
export const listed = (title: string, items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [heading(title), { kind: 'list', items }]

const whoToCall = ({ contractor: c }: LetterHead, w: Words): readonly Block[] => [
  heading(w.letters.call),
  paragraph(w.letters.callUs(c.name, c.phone, c.email)),
  paragraph(w.letters.writeUs(c.address)),
]
