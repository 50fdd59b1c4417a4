/**
 * A tagged PDF (PDF/UA-1: structure tree, language, embedded fonts) of a document in words.
 * The same document and date give the same bytes, so that a hash names the letter.
 */
import PDFDocument from 'pdfkit'
import type { Block, FactRow, PaperDocument } from '#domain/paper/document.ts'
import { paperFonts } from './fonts.ts'

type Pdf = PDFKit.PDFDocument
type Element = PDFKit.PDFStructureElement

const INK = '#1b1b1b'
const GRAY = '#565c65'
const RULE = '#a9aeb1'
const MARGIN = { top: 60, bottom: 72, left: 66, right: 66 }
const GAP = 14
const BOX_WIDTH = 44
const KEPT_TOGETHER = 260

/** `made` is printed nowhere but becomes the creation date in the file. */
export function renderPdf(paper: PaperDocument, made: Date): Promise<Buffer> {
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
  const { regular, bold } = paperFonts()
  pdf.registerFont('regular', regular)
  pdf.registerFont('bold', bold)

  const root = pdf.struct('Document')
  pdf.addStructure(root)
  root.add(textElement(pdf, 'H1', paper.title, { font: 'bold', size: 20, after: GAP }))
  for (const block of paper.blocks) draw[block.kind](pdf, root, block as never)
  root.end()
  drawFeet(pdf, paper.running)
  pdf.end()
  return bytes
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

/** One row of a table. A long answer flows over pages; shorter ones are kept in one piece. */
function drawRow(pdf: Pdf, table: Element, row: FactRow, boxed: boolean): void {
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

/** A thin line across, which readers aloud skip. */
function rule(pdf: Pdf): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(MARGIN.left, pdf.y)
    .lineTo(pdf.page.width - MARGIN.right, pdf.y)
    .lineWidth(0.5)
    .strokeColor(RULE)
    .stroke()
  pdf.endMarkedContent()
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

const innerWidth = (pdf: Pdf): number => pdf.page.width - MARGIN.left - MARGIN.right
const pageBottom = (pdf: Pdf): number => pdf.page.height - MARGIN.bottom

function roomFor(pdf: Pdf, height: number): void {
  if (pdf.y + height > pageBottom(pdf)) pdf.addPage()
}

/** A character that the font lacks is written as its number, so that nothing is lost without a trace. */
function printable(pdf: Pdf, text: string): string {
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
