/** A document in words as plain text, for mails and for reading without a viewer. Pure. */
import type { Block, PaperDocument } from './document.ts'

const written: { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => string } = {
  heading: ({ text }) => text.toUpperCase(),
  paragraph: ({ text }) => text,
  list: ({ items }) => items.map((item) => `- ${item}`).join('\n'),
  facts: ({ caption, rows }) =>
    [`${caption}:`, ...rows.map((r) => `  ${r.term}: ${r.said}${r.box ? ` (box ${r.box})` : ''}`)].join('\n'),
}

export const plainText = (paper: PaperDocument): string =>
  [paper.title, ...paper.blocks.map((block) => written[block.kind](block as never)), paper.running].join('\n\n')
