import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { findOrderReferring } from '#db/queries/registry-files/registry.ts'
import { listImports, listQuarantined, sourceVersion } from '#db/queries/registry-files/source-imports.ts'
import { openSourceFile } from '#outside/sources/source-file.ts'
import { HEAD, importing, line, lines, npiOf, permit } from './import-source.fixture.ts'

const at = importing()

describe('a file', () => {
  test('is known by its columns, whatever their order, case and spacing', async () => {
    const s = await at.loaded(`hospice, first_name ,Last_Name,NPI,DME,HHA,PMD,PARTB\nN,JO,DOE,${npiOf(1)},Y,N,Y,Y\n`)
    expect(s).toMatchObject({ source: 'order-referring', outcome: 'loaded', rows: 1, asOf: '2026-11-24' })
    expect(await findOrderReferring(at.db, permit, npiOf(1))).toMatchObject({
      last: 'DOE',
      partB: true,
      hospice: false,
    })
  })
  test('may have columns nobody knows; they are named', async () => {
    const s = await at.loaded(`${HEAD.trim()},EXTRA\n${line(1).trim()},x\n`)
    expect(s.unknownColumns).toEqual(['EXTRA'])
  })
  test('may lack a column that older files lack', async () => {
    expect((await at.loaded(HEAD.replace(',HOSPICE', '') + `${npiOf(1)},DOE,JO,Y,Y,N,Y\n`)).rows).toBe(1)
  })
  test('dates itself by its name', async () => {
    expect((await at.loaded(HEAD + line(1), {}, 'OrderReferring_20260115.csv')).asOf).toBe('2026-01-15')
  })
  test('may be gzipped, and is the same file then', async () => {
    const text = HEAD + lines(3)
    expect((await at.loaded(text)).rows).toBe(3)
    expect((await at.loaded(gzipSync(text), {}, 'list.csv.gz')).outcome).toBe('already-loaded')
  })
})

describe('a row that does not fit is set aside with line, column and reason, and the rest goes on', () => {
  const rows: readonly (readonly [title: string, row: string, column: string, reason: string, excerpt: string])[] = [
    ['a wrong check digit', '2005000001,DOE,JO,Y,Y,N,Y,N', 'NPI', 'not-an-npi', '9999999999'],
    ['no number', ',DOE,JO,Y,Y,N,Y,N', 'NPI', 'missing', ''],
    ['an unknown value', `${npiOf(50)},DOE,JO,Y,Maybe,N,Y,N`, 'DME', 'not-a-choice', 'aaaaa'],
    ['too few columns', `${npiOf(51)},DOE,JO,Y`, '', 'width', '4/8'],
    ['too many columns', `${npiOf(52)},DOE,JO,Y,Y,N,Y,N,`, '', 'width', '9/8'],
    ['a broken quote', `${npiOf(53)},"DOE"X,JO,Y,Y,N,Y,N`, '', 'quote', ''],
    ['a NUL', `${npiOf(54)},D\0E,JO,Y,Y,N,Y,N`, '', 'control-character', ''],
    ['a number that an earlier row has', line(0).trim(), '', 'repeated', ''],
  ]
  test.each(rows)('%s', async (_, row, column, reason, excerpt) => {
    const s = await at.loaded(`${HEAD}${lines(2)}${row}\n${line(7)}`)
    expect(s).toMatchObject({ rows: 3, quarantined: 1 })
    expect(await listQuarantined(at.db, permit, s.importId)).toEqual([{ line: 4, column, reason, excerpt }])
    expect(await findOrderReferring(at.db, permit, npiOf(7))).toBeDefined()
  })
})

describe('a file that cannot be used is refused whole, and the last good list stays in force', () => {
  const good = HEAD + lines(20)
  const files: readonly (readonly [title: string, text: string | Buffer, code: string])[] = [
    ['a header only', HEAD, 'source-empty'],
    ['another file', 'A,B,C\n1,2,3\n', 'source-wrong-file'],
    ['a column missing', HEAD.replace('PARTB', 'PART_B') + lines(20), 'source-wrong-file'],
    ['a column twice', `${HEAD.trim()},DME\n`, 'source-wrong-file'],
    ['no header', lines(20), 'source-wrong-file'],
    ['something that is no text', Buffer.from([0, 255, 0, 1, 2, 10, 3, 0]), 'source-wrong-file'],
    ['the last line cut in a row', HEAD + lines(20) + line(21).slice(0, 18), 'source-truncated'],
    ['the last line cut after a comma', HEAD + lines(20) + line(21).slice(0, -2), 'source-truncated'],
    ['cut inside quotes', `${HEAD}${lines(20)}${npiOf(21)},"DO`, 'source-truncated'],
    [
      'a quote that nobody closes near the end',
      `${HEAD}${lines(20)}${npiOf(21)},"DOE,JO,Y,Y,N,Y,N\n`,
      'source-truncated',
    ],
    ['fewer than nine rows in ten', HEAD + lines(17), 'source-shrunk'],
    [
      'columns swapped under their names',
      HEAD.replace('NPI,LAST_NAME', 'LAST_NAME,NPI') + lines(20),
      'source-mostly-unusable',
    ],
  ]
  test.each(files)('%s', async (_, text, code) => {
    await at.loaded(good)
    const before = await sourceVersion(at.db, 'order-referring')
    expect(await at.refusal(text, { as: 'order-referring' })).toMatchObject({ code })
    expect(await sourceVersion(at.db, 'order-referring')).toEqual(before)
    expect(await findOrderReferring(at.db, permit, npiOf(19))).toBeDefined()
    expect(await at.count('order_referring'), 'nothing of the refused file is left').toBe(20)
  })
  test('the missing columns are named', async () => {
    expect(await at.refusal('NPI,LAST_NAME,FIRST_NAME,PARTB,DME\n1,2,3,4,5\n')).toEqual({
      code: 'source-wrong-file',
      with: { kind: 'order-referring', columns: 'HHA, PMD' },
    })
  })
  test('an empty file, a missing file, a gzip cut off', async () => {
    const cut = gzipSync(HEAD + lines(500)).subarray(0, 300)
    expect(await openSourceFile(await at.write(''))).toMatchObject({ problem: { code: 'source-empty' } })
    expect(await openSourceFile('/nowhere/none.csv')).toMatchObject({ problem: { code: 'file-missing' } })
    expect(await openSourceFile(await at.write(cut, 'cut.gz'))).toMatchObject({ problem: { code: 'source-truncated' } })
  })
  test('a shorter list is loaded when that is said', async () => {
    await at.loaded(good)
    expect(await at.loaded(HEAD + lines(5), { allowShrink: true })).toMatchObject({ rows: 5 })
    expect(await findOrderReferring(at.db, permit, npiOf(19))).toBeUndefined()
  })
  test('a last line without its line end is whole when the row is', async () => {
    expect((await at.loaded(HEAD + lines(3).trimEnd())).rows).toBe(3)
  })
})

describe('the same file again', () => {
  test('changes nothing', async () => {
    const first = await at.loaded(HEAD + lines(3))
    const again = await at.loaded(HEAD + lines(3))
    expect(again).toMatchObject({ outcome: 'already-loaded', importId: first.importId })
    expect(await listImports(at.db, permit)).toHaveLength(1)
  })
  test('is refused when a newer list took its place, unless that is said', async () => {
    await at.loaded(HEAD + lines(3))
    await at.loaded(HEAD + lines(4))
    expect(await at.refusal(HEAD + lines(3), { allowShrink: true })).toMatchObject({ code: 'source-older' })
    expect((await at.loaded(HEAD + lines(3), { allowShrink: true, allowOlder: true })).rows).toBe(3)
  })
  test('an older file by its own date is refused', async () => {
    await at.loaded(HEAD + lines(3), {}, 'OrderReferring_20260601.csv')
    expect(await at.refusal(HEAD + lines(4), {}, 'OrderReferring_20260501.csv')).toEqual({
      code: 'source-older',
      with: { asOf: '2026-05-01', current: '2026-06-01' },
    })
  })
})
