/** A document in words as page elements. Exhaustive: a new kind of block does not compile until it can be shown. */
import type { JSX } from 'preact'
import type { Block, PaperDocument } from './document.ts'

const shown: { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>, id?: string) => JSX.Element } = {
  heading: ({ level, text }, id) => (level === 2 ? <h2 id={id}>{text}</h2> : <h3 id={id}>{text}</h3>),
  paragraph: ({ text }) => <p class="paper__paragraph">{text}</p>,
  list: ({ items }) => (
    <ul class="usa-list">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  ),
  facts: ({ caption, rows }) => (
    <table class="usa-table usa-table--borderless paper__facts">
      <caption>{caption}</caption>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            <th scope="row">{row.term}</th>
            <td class="paper__said">{row.said}</td>
            {rows.some((r) => r.box) && <td class="paper__box">{row.box ?? '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  ),
}

/** Title (as the page's h1), blocks and the running line. */
export const Paper = ({ paper }: { paper: PaperDocument }): JSX.Element => (
  <article class="paper" lang={paper.lang}>
    <h1>{paper.title}</h1>
    <PaperBlocks blocks={paper.blocks} />
    <p class="paper__running">{paper.running}</p>
  </article>
)

interface BlocksProps {
  readonly blocks: readonly Block[]
  /** The id of a block that a link leads to; without it no block has one. */
  readonly idOf?: (at: number) => string
}
export const PaperBlocks = ({ blocks, idOf }: BlocksProps): JSX.Element => (
  <>{blocks.map((block, i) => shown[block.kind](block as never, idOf?.(i)))}</>
)
