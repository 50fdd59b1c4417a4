/**
 * A tagged PDF (PDF/UA-1: structure tree, language, embedded fonts) of a document in words.
 * The same document and date give the same bytes, so that a hash names the letter.
 */
import type { Block, PaperDocument } from '#domain/paper/document.ts'
import { paperFonts } from './fonts.ts'
import { type Element, GAP, GRAY, INK, innerWidth, MARGIN, type Pdf, printable, roomFor, rule } from './page-space.ts'
import { drawRow } from './table-row.ts'

type PdfWriter = new (options?: PDFKit.PDFDocumentOptions) => Pdf

/** `made` is printed nowhere but becomes the creation date in the file. */
export async function renderPdf(paper: PaperDocument, made: Date): Promise<Buffer> {
  // Thirty megabytes and a tenth of a second, which a command that writes no letter does without.
  const { default: PDFDocument } = await import('pdfkit')
  // The published types know neither "PDF/UA" nor the scope of a table header.
  const pdf = new PDFDocument({
    size: 'LETTER',
    margins: MARGIN,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: paper.lang,
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: plainTitle(paper.title),
      Creator: 'OpenPECOS',
      Producer: 'OpenPECOS',
      CreationDate: made,
      ModDate: made,
    },
  } as unknown as PDFKit.PDFDocumentOptions)
  const bytes = collect(pdf)
  registerFonts(pdf, PDFDocument)

  const root = pdf.struct('Document')
  pdf.addStructure(root)
  root.add(textElement(pdf, 'H1', paper.title, { font: 'bold', size: 20, after: GAP }))
  for (const block of paper.blocks) draw[block.kind](pdf, root, block as never)
  root.end()
  drawFeet(pdf, paper.running)
  pdf.end()
  return bytes
}

/** Reading a font's tables costs more than a letter, so it is done once a process; subsets are made a document. */
let opened: readonly (readonly [name: string, font: PDFKit.Mixins.PDFFontSource])[] | undefined

function registerFonts(pdf: Pdf, writer: PdfWriter): void {
  opened ??= openFonts(writer)
  for (const [name, font] of opened) pdf.registerFont(name, font)
}

/** In a document of their own that is thrown away: what pdfkit made of a file, it takes again in place of one. */
function openFonts(writer: PdfWriter) {
  const scratch = new writer()
  return Object.entries(paperFonts()).map(([name, file]) => {
    const { _font } = scratch.font(file) as unknown as { _font: { font: PDFKit.Mixins.PDFFontSource } }
    return [name, _font.font] as const
  })
}

const draw: { readonly [K in Block['kind']]: (pdf: Pdf, root: Element, block: Extract<Block, { kind: K }>) => void } = {
  heading(pdf, root, { level, text }) {
    const size = level === 2 ? 14 : 11.5
    pdf.y += level === 2 ? 8 : 2
    roomFor(pdf, 70)
    root.add(textElement(pdf, level === 2 ? 'H2' : 'H3', text, { font: 'bold', size, after: 6 }))
  },
  paragraph(pdf, root, { text }) {
    root.add(textElement(pdf, 'P', text, { font: 'regular', size: 10.5, after: 9 }))
  },
  list(pdf, root, { items }) {
    const list = pdf.struct('L')
    root.add(list)
    for (const item of items) drawItem(pdf, list, item)
    list.end()
    pdf.y += 5
  },
  facts(pdf, root, { caption, rows }) {
    if (rows.length === 0) return
    const table = pdf.struct('Table')
    root.add(table)
    roomFor(pdf, 60)
    table.add(textElement(pdf, 'Caption', caption, { font: 'bold', size: 10.5, after: 4 }))
    rule(pdf)
    for (const row of rows)
      drawRow(
        pdf,
        table,
        row,
        rows.some((r) => r.box),
      )
    table.end()
    pdf.y += GAP
  },
}

interface Style {
  readonly font: 'regular' | 'bold'
  readonly size: number
  readonly after: number
}

function textElement(pdf: Pdf, type: string, text: string, { font, size, after }: Style): Element {
  return pdf.struct(type, {}, [
    () => {
      pdf
        .font(font, size)
        .fillColor(INK)
        .text(printable(pdf, text), MARGIN.left, pdf.y, { width: innerWidth(pdf), lineGap: 2.5 })
      pdf.y += after
    },
  ])
}

function drawItem(pdf: Pdf, list: Element, text: string): void {
  const item = pdf.struct('LI')
  list.add(item)
  pdf.font('regular', 10.5).fillColor(INK)
  roomFor(pdf, 16)
  const top = pdf.y
  const body = innerWidth(pdf) - 16
  item.add(pdf.struct('Lbl', {}, [() => pdf.text('•', MARGIN.left + 3, top, { lineBreak: false })]))
  item.add(
    pdf.struct('LBody', {}, [
      () => pdf.text(printable(pdf, text), MARGIN.left + 16, top, { width: body, lineGap: 2.5 }),
    ]),
  )
  item.end()
  pdf.y += 4
}

function drawFeet(pdf: Pdf, running: string): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let i = start; i < start + count; i++) {
    pdf.switchToPage(i)
    // Below the margin a line would begin a page of its own.
    pdf.page.margins.bottom = 0
    const y = pdf.page.height - 46
    pdf.markContent('Artifact', { type: 'Pagination' })
    pdf.font('regular', 8.5).fillColor(GRAY)
    pdf.text(printable(pdf, running), MARGIN.left, y, { width: innerWidth(pdf) - 60, height: 12, ellipsis: true })
    pdf.text(`${i - start + 1} / ${count}`, pdf.page.width - MARGIN.right - 50, y, {
      width: 50,
      align: 'right',
      lineBreak: false,
    })
    pdf.endMarkedContent()
  }
}

/** The library writes the title into XML without escaping it. */
const plainTitle = (title: string): string => title.replaceAll('&', 'and').replace(/[<>]/g, '')

function collect(pdf: Pdf): Promise<Buffer> {
  const parts: Buffer[] = []
  return new Promise((done, fail) => {
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => done(Buffer.concat(parts)))
    pdf.on('error', fail)
  })
}
