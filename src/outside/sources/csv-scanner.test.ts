import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { MAX_RECORD } from './csv-record.ts'
import { csvScanner } from './csv-scanner.ts'

interface Read {
  readonly records: string[][]
  readonly lines: number[]
  readonly faults: (readonly [number, string])[]
  readonly end: string
  readonly ended: boolean
}

/** Scans bytes cut into pieces of `size`. */
function scan(bytes: Uint8Array, size = bytes.length || 1): Read {
  const read = { records: [] as string[][], lines: [] as number[], faults: [] as [number, string][], ended: true }
  const scanner = csvScanner({
    record(r) {
      read.records.push(Array.from({ length: r.width }, (_, i) => r.text(i)))
      read.lines.push(r.line)
      read.ended = r.ended
    },
    fault: (line, why) => read.faults.push([line, why]),
  })
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size))
  return { ...read, end: scanner.end(), ended: read.ended }
}
const utf8 = (text: string) => Buffer.from(text)

const cases: readonly (readonly [title: string, text: string | Buffer, records: readonly (readonly string[])[]])[] = [
  [
    'plain',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'no line end at the end',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'CRLF',
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['CR at the very end is a line end', 'a,b\r', [['a', 'b']]],
  ['a lone CR inside a field stays', 'a\rb,c\n', [['a\rb', 'c']]],
  ['quotes, doubled quotes, comma and newline inside', '"a ""x""","b,c\nd"\n', [['a "x"', 'b,c\nd']]],
  ['empty and quoted empty', ',"",\n', [['', '', '']]],
  ['blank lines are no records', 'a\n\n\r\nb\n', [['a'], ['b']]],
  ['a quote inside a bare field stays', '5" pipe,x\n', [['5" pipe', 'x']]],
  ['byte order mark', '\uFEFFa,b\n', [['a', 'b']]],
  ['UTF-8', 'José,ʤ,€\n', [['José', 'ʤ', '€']]],
  ['Latin-1', Buffer.from('Jos\xe9,x\n', 'latin1'), [['José', 'x']]],
  ['Windows-1252 quotes and dashes', Buffer.from('O\x92Brien,a\x96b,\x80\n', 'latin1'), [['O’Brien', 'a–b', '€']]],
  ['both encodings in one record', Buffer.concat([utf8('é,'), Buffer.from('\xe9\n', 'latin1')]), [['é', 'é']]],
]

test.each(cases)('%s', (_, text, records) => {
  const bytes = Buffer.from(text)
  for (const size of [bytes.length, 1, 2, 3]) expect(scan(bytes, size).records, `pieces of ${size}`).toEqual(records)
})

describe('a record that cannot be read costs its first line only', () => {
  test('text after a closing quote', () => {
    const read = scan(utf8('a,b\n"x"y,1\n2,3\n'))
    expect(read.records).toEqual([
      ['a', 'b'],
      ['2', '3'],
    ])
    expect(read.faults).toEqual([[2, 'quote']])
  })
  test('a quote nobody closes, with more rows after it', () => {
    const rows = 'p,q\n'.repeat(MAX_RECORD / 4 + 10)
    const read = scan(utf8(`a,b\n"x,1\n${rows}`), 1000)
    expect(read.faults).toEqual([[2, 'too-long']])
    expect(read.records).toHaveLength(1 + MAX_RECORD / 4 + 10)
    expect(read.lines.at(-1)).toBe(2 + MAX_RECORD / 4 + 10)
  })
  test('a line longer than any record', () => {
    const read = scan(utf8(`a\n${'x'.repeat(MAX_RECORD * 3)}\nb\n`), 4096)
    expect(read).toMatchObject({ records: [['a'], ['b']], faults: [[2, 'too-long']], lines: [1, 3] })
  })
  test('a NUL byte', () => {
    expect(scan(utf8('a\nb\0c\nd\n'))).toMatchObject({ records: [['a'], ['d']], faults: [[2, 'control-character']] })
  })
})

describe('the end of the file', () => {
  test('inside a quoted field', () => expect(scan(utf8('a,b\n1,"2')).end).toBe('open-quote'))
  test('after a whole line', () => expect(scan(utf8('a,b\n'))).toMatchObject({ end: 'complete', ended: true }))
  test('without a line end', () => expect(scan(utf8('a,b\n1'))).toMatchObject({ end: 'complete', ended: false }))
})

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r\n', ' ', '1', '€', '-'), maxLength: 8 })
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 12 })
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

describe('properties', () => {
  it('reads back what was quoted, however the bytes are cut, and counts the lines', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), fc.constantFrom('\n', '\r\n'), (rows, size, eol) => {
        const text = rows.map((r) => r.map(quoted).join(',') + eol).join('')
        const read = scan(utf8(text), size)
        expect(read.records).toEqual(rows)
        let line = 1
        expect(read.lines).toEqual(
          rows.map((r) => {
            const at = line
            line += r.join('').split('\n').length
            return at
          }),
        )
      }),
    )
  })

  it('agrees with csv-parse on every text that csv-parse accepts', () => {
    const anything = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', 'é', ' '), maxLength: 40 })
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 9 }), (text, size) => {
        let expected: string[][]
        try {
          expected = parse(text, { relax_column_count: true, skip_empty_lines: true, record_delimiter: '\n' })
        } catch {
          return
        }
        expect(scan(utf8(text), size).records).toEqual(expected)
      }),
      { numRuns: 2_000 },
    )
  })

  it('agrees with csv-parse on rows that are mostly empty, whatever the cells and however the bytes are cut', () => {
    const mostlyEmpty = fc.oneof({ weight: 6, arbitrary: fc.constant('') }, { weight: 1, arbitrary: cell })
    const written = fc.record({ cell: mostlyEmpty, bare: fc.boolean() })
    const wide = fc.array(fc.array(written, { minLength: 2, maxLength: 40 }), { minLength: 1, maxLength: 4 })
    const plain = /^[^",\r\n]*$/
    fc.assert(
      fc.property(wide, fc.integer({ min: 1, max: 60 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), (...given) => {
        const [rows, size, eol, mark] = given
        const line = (row: (typeof rows)[number]) =>
          row.map((c) => (c.bare && plain.test(c.cell) ? c.cell : quoted(c.cell))).join(',') + eol
        const text = (mark ? '\uFEFF' : '') + rows.map(line).join('')
        const expected: string[][] = parse(text, { bom: true, relax_column_count: true, record_delimiter: eol })
        expect(scan(utf8(text), size)).toMatchObject({ records: expected, faults: [], end: 'complete' })
      }),
      { numRuns: 400 },
    )
  })

  it('finds the same however any bytes are cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 50 }), (bytes, size) => {
        const part = bytes.map((b) => (b < 64 ? [34, 44, 10, 13, 0][b % 5]! : b))
        expect(scan(part, size)).toEqual(scan(part))
      }),
      { numRuns: 1_000 },
    )
  })

  it('goes on from any position as if it had never stopped', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 30 }), (rows, size) => {
        const bytes = utf8(rows.map((r) => `${r.map(quoted).join(',')}\n`).join(''))
        const before: string[] = []
        const note = (into: string[]) => ({
          record: (r: { line: number; text(i: number): string }) => into.push(`${r.line} ${r.text(0)}`),
          fault: () => {},
        })
        const one = csvScanner(note(before))
        one.push(bytes.subarray(0, size))
        const at = one.position()
        const two = csvScanner(note(before), at)
        two.push(bytes.subarray(at.at))
        two.end()
        const whole: string[] = []
        const all = csvScanner(note(whole))
        all.push(bytes)
        all.end()
        expect(before).toEqual(whole)
      }),
    )
  })
})

const spectrum = new URL('../../../../shared/data/csv-edge/csv-spectrum/', import.meta.url).pathname
describe.skipIf(!existsSync(spectrum))('csv-spectrum (skipped without ../shared/data)', () => {
  const names = existsSync(spectrum) ? readdirSync(`${spectrum}csvs`).map((f) => f.replace('.csv', '')) : []
  test.each(names)('%s', (name) => {
    const { records, faults } = scan(readFileSync(`${spectrum}csvs/${name}.csv`))
    const [header, ...rows] = records
    const objects = rows.map((r) => Object.fromEntries(header!.map((h, i) => [h, r[i]])))
    const expected: unknown = JSON.parse(readFileSync(`${spectrum}json/${name}.json`, 'utf8'))
    expect(faults).toEqual([])
    expect(objects.map(withoutPhone)).toEqual([expected].flat().map(withoutPhone))
  })
})

/** The two published files of one pair give different telephone numbers. */
const withoutPhone = (row: unknown) => ({ ...(row as object), 'Contact Phone Number': undefined })
