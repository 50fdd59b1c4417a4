import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, PaperDocument } from '#domain/paper/document.ts'
import { anyText } from '#test/support/any-text.ts'
import { renderPdf } from './render-pdf.ts'

const made = new Date('2026-03-27T12:00:00Z')
const paper = (...blocks: Block[]): PaperDocument => ({
  title: 'Approval & what follows',
  lang: 'en',
  running: '7K3M-Q2ZT-9RX4-B1CD',
  blocks,
})
const letter = paper(
  { kind: 'heading', level: 2, text: 'What this means' },
  { kind: 'paragraph', text: 'Dear Dr. Łukasz Nguyễn' },
  { kind: 'list', items: ['One', 'Two'] },
  { kind: 'facts', caption: 'Your enrollment', rows: [{ term: 'NPI', said: '2000000002', box: '2A' }] },
)
const sha = (b: Buffer) => createHash('sha256').update(b).digest('hex')
const count = (pdf: string, what: RegExp) => pdf.match(what)?.length ?? 0

/** Content streams, opened. */
function streams(pdf: Buffer): readonly string[] {
  const found: string[] = []
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    try {
      found.push(inflateSync(pdf.subarray(at + 7)).toString('latin1'))
    } catch {
      // Not compressed: metadata.
    }
  }
  return found
}

describe('a letter as PDF', () => {
  it('is tagged, says its language and title, and embeds its fonts', async () => {
    const pdf = (await renderPdf(letter, made)).toString('latin1')
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf).toMatch(/\/MarkInfo/)
    expect(pdf).toMatch(/\/Marked true/)
    expect(pdf).toMatch(/\/Lang \(en\)/)
    expect(pdf).toMatch(/\/DisplayDocTitle true/)
    expect(pdf).toMatch(/<pdfuaid:part>1</)
    expect(pdf).toMatch(/<rdf:li xml:lang="x-default">Approval and what follows</)
    expect(count(pdf, /\/FontFile2 /g)).toBe(2)
    expect(count(pdf, /\/ToUnicode /g)).toBe(2)
  })

  it('has an element for every block, and row headers in tables', async () => {
    const pdf = (await renderPdf(letter, made)).toString('latin1')
    expect(pdf).toMatch(/\/StructTreeRoot/)
    const elements = ['Document', 'H1', 'H2', 'P', 'L', 'Table', 'Caption', 'TR', 'TH'].map((s) => [
      s,
      count(pdf, new RegExp(`/S /${s}\\b`, 'g')),
    ])
    expect(elements).toEqual(elements.map(([s]) => [s, 1]))
    expect(count(pdf, /\/S \/TD\b/g)).toBe(2)
    expect(count(pdf, /\/S \/LI\b/g)).toBe(2)
    expect(pdf).toMatch(/\/Scope \/Row/)
  })

  it('marks the foot of every page as an artifact and leaves nothing unmarked', async () => {
    const pdf = await renderPdf(paper({ kind: 'paragraph', text: 'word '.repeat(3000) }), made)
    const pages = streams(pdf).filter((s) => s.includes('BDC'))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) {
      expect(count(page, /\/Artifact <<\n\/Type \/Pagination\n>> BDC/g)).toBe(1)
      expect(count(page, /B[DM]C/g)).toBe(count(page, /\bEMC\b/g))
    }
  })

  it('gives the same bytes for the same letter, and others for another letter or day', async () => {
    const again = await renderPdf(structuredClone(letter), new Date(made))
    expect(sha(again)).toBe(sha(await renderPdf(letter, made)))
    expect(sha(await renderPdf(letter, new Date('2026-03-28T12:00:00Z')))).not.toBe(sha(again))
    expect(sha(await renderPdf({ ...letter, running: 'x' }, made))).not.toBe(sha(again))
  })

  it('takes any text: long words, foreign scripts, long answers in tables', async () => {
    await fc.assert(
      fc.asyncProperty(anyText({ maxLength: 200 }), fc.integer({ min: 1, max: 60 }), async (s, n) => {
        const rows = [
          { term: s || '-', said: s.repeat(n) },
          { term: 'next', said: 'W'.repeat(n * 30) },
        ]
        const pdf = await renderPdf(paper({ kind: 'facts', caption: s || '-', rows }), made)
        expect(pdf.subarray(-6).toString().trim()).toBe('%%EOF')
      }),
      { numRuns: 15 },
    )
  }, 20_000)
})
