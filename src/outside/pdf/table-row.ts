/** One row of a tagged table: a term, what is said, and perhaps the box of a paper form. */
import type { FactRow } from '#domain/paper/document.ts'
import { type Element, GRAY, INK, innerWidth, MARGIN, type Pdf, printable, roomFor, rule } from './page-space.ts'

const BOX_WIDTH = 44
const KEPT_TOGETHER = 260

/** One row of a table. A long answer flows over pages; shorter ones are kept in one piece. */
export function drawRow(pdf: Pdf, table: Element, row: FactRow, boxed: boolean): void {
  const termWidth = innerWidth(pdf) * 0.38
  const saidWidth = innerWidth(pdf) - termWidth - 12 - (boxed ? BOX_WIDTH : 0)
  const saidLeft = MARGIN.left + termWidth + 12
  const options = { lineGap: 2 }
  pdf.font('regular', 10)
  const [term, said] = [printable(pdf, row.term), printable(pdf, row.said)]
  const termHeight = pdf.heightOfString(term, { ...options, width: termWidth })
  const height = Math.max(termHeight, pdf.heightOfString(said, { ...options, width: saidWidth }))
  roomFor(pdf, (height < KEPT_TOGETHER ? height : termHeight) + 8)
  const top = pdf.y + 4
  const page = pdf.page
  let bottom = top

  const tr = pdf.struct('TR')
  table.add(tr)
  const cell = (type: string, text: string, x: number, width: number, color: string, scope?: 'Row') => {
    const draw = () => {
      pdf.fillColor(color).text(text, x, top, { ...options, width })
      bottom = pdf.page === page ? Math.max(bottom, pdf.y) : pdf.y
    }
    tr.add(pdf.struct(type, (scope ? { scope } : {}) as Parameters<Pdf['struct']>[1], [draw]))
  }
  cell('TH', term, MARGIN.left, termWidth, GRAY, 'Row')
  // The only cell that may flow to another page is drawn last; a box number is drawn before it.
  if (boxed) cell('TD', row.box ?? '–', saidLeft + saidWidth + 8, BOX_WIDTH - 8, GRAY)
  cell('TD', said, saidLeft, saidWidth, INK)
  tr.end()
  pdf.x = MARGIN.left
  pdf.y = bottom + 4
  rule(pdf)
}
