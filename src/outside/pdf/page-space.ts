/** The page of a PDF: its margins and inks, the room that is left, lines that readers aloud skip, text that can be printed. */

export type Pdf = PDFKit.PDFDocument
export type Element = PDFKit.PDFStructureElement

export const INK = '#1b1b1b'
export const GRAY = '#565c65'
const RULE = '#a9aeb1'
export const MARGIN = { top: 60, bottom: 72, left: 66, right: 66 }
export const GAP = 14

export const innerWidth = (pdf: Pdf): number => pdf.page.width - MARGIN.left - MARGIN.right
const pageBottom = (pdf: Pdf): number => pdf.page.height - MARGIN.bottom

export function roomFor(pdf: Pdf, height: number): void {
  if (pdf.y + height > pageBottom(pdf)) pdf.addPage()
}

/** A character that the font lacks is written as its number, so that nothing is lost without a trace. */
export function printable(pdf: Pdf, text: string): string {
  const font = (pdf as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font.font
  const has = (c: string) => c === '\n' || font.hasGlyphForCodePoint(c.codePointAt(0)!)
  return [
    ...text
      .normalize('NFC')
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      .replace(/\t/g, ' '),
  ]
    .map((c) => (has(c) ? c : `[U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`))
    .join('')
}

/** A thin line across, which readers aloud skip. */
export function rule(pdf: Pdf): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(MARGIN.left, pdf.y)
    .lineTo(pdf.page.width - MARGIN.right, pdf.y)
    .lineWidth(0.5)
    .strokeColor(RULE)
    .stroke()
  pdf.endMarkedContent()
}
