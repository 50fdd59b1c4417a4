/** Reading the NPPES file into providers against csv-parse, which only makes strings of the same bytes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { writeDemoSources } from '#demo/registry/write-demo-sources.ts'
import { csvScanner } from '#outside/sources/csv-scanner.ts'
import { readHeader, readRows } from '#outside/sources/csv-source.ts'
import { nppes } from '#outside/sources/nppes.ts'
import { nppesHeader } from '#outside/sources/nppes-columns.ts'
import { duckDb } from '../beside/duckdb.ts'
import { peer } from '../beside/peer.ts'
import { interleave, timed } from '../rounds.ts'
import type { BenchRow } from '../row.ts'
import { neededFields } from './needed-fields.ts'
import { reading } from './reading.ts'

const ROUNDS = 5
const CHUNK = 1 << 20
/** The invented file, so many times over. */
const COPIES = 8
const FILE = 'invented.csv'

interface PapaParse {
  readonly default: {
    parse(text: string, how: { readonly step: () => void; readonly skipEmptyLines: boolean }): void
  }
}

async function* pieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK)
}

/** `children` is the program of bench/nppes/children.ts; with `whole` also the file of the whole nation is read. */
export async function registryFile(children: URL, whole: boolean): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'openpecos-bench-'))
  try {
    const beside = await measured(await inventedFile(folder), join(folder, FILE))
    return [...beside, ...(await reading(children, folder, whole))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measured(bytes: Buffer, path: string): Promise<readonly BenchRow[]> {
  const header = await readHeader(pieces(bytes))
  if (!header.ok) throw new Error(header.problem.code)
  const ours = timed(async () => {
    let rows = 0
    for await (const batch of readRows(pieces(bytes), header.value, nppes, { at: 0, line: 1 })) {
      if (batch.refused || batch.faults.length > 0) throw new Error('the invented file has faults')
      rows += batch.rows.length
    }
    return rows
  })
  const theirs = timed(() => {
    let rows = -1
    parse(bytes, {
      onRecord: () => {
        rows++
        return null
      },
    })
    return rows
  })
  const fields = timed(async () => {
    let rows = -1
    const scanner = csvScanner({ record: () => rows++, fault: () => {} })
    for await (const piece of pieces(bytes)) scanner.push(piece)
    scanner.end()
    return rows
  })
  const needed = timed(async () => {
    let rows = -1
    let letters = 0
    const scanner = csvScanner({
      record(record) {
        rows++
        for (const field of neededFields) letters += record.text(field).length
      },
      fault: () => {},
    })
    for await (const piece of pieces(bytes)) scanner.push(piece)
    scanner.end()
    if (letters === 0) throw new Error('no text was found')
    return rows
  })
  const duck = await duckDb()
  let lines = -1
  for (let at = 0; at >= 0; at = bytes.indexOf(10, at + 1)) lines++
  const columns = neededFields.map((field) => `"${nppesHeader[field]}"`).join(', ')
  // Told what the file is like: on one so short, finding it out would be most of the work.
  const all = nppesHeader.map((name) => `'${name}': 'VARCHAR'`).join(', ')
  const like = `header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {${all}}`
  const ducks = timed(async () => {
    await duck!.run(`create or replace table t as select ${columns} from read_csv('${path}', ${like})`)
    return lines
  })
  const papa = await peer<PapaParse>('papaparse')
  const papas = timed(() => {
    let rows = -1
    const step = () => {
      rows++
    }
    papa!.default.parse(bytes.toString(), { step, skipEmptyLines: true })
    return rows
  })
  const optional = [...(duck ? [ducks] : []), ...(papa ? [papas] : [])]
  const [base, scanned, found, texts, ...others] = await interleave(ROUNDS, theirs, ours, fields, needed, ...optional)
  const other = duck && others[0]
  const papaParse = papa && others.at(-1)
  const against = `csv-parse, strings only, ${Math.round(base!.perSecond).toLocaleString('en-US')}/s`
  return [
    {
      name: 'NPPES fields found, nothing made of them',
      figure: found!.perSecond,
      unit: 'rows a core second',
      ratio: found!.ratio,
      against,
      target: '(watched)',
    },
    {
      name: `NPPES rows, ${neededFields.length} needed columns as strings`,
      figure: texts!.perSecond,
      unit: 'rows a core second',
      ratio: texts!.ratio,
      against,
      target: '>= 20 x',
    },
    ...(other
      ? [
          {
            name: `NPPES rows, ${neededFields.length} needed columns as strings`,
            figure: texts!.perSecond,
            unit: 'rows a core second',
            ratio: texts!.ratio / other.ratio,
            against: `DuckDB, the same columns into a table, one thread, ${Math.round(other.perSecond).toLocaleString('en-US')}/s`,
            target: '>= 4 x',
          },
        ]
      : []),
    ...(papaParse
      ? [
          {
            name: `NPPES rows, ${neededFields.length} needed columns as strings`,
            figure: texts!.perSecond,
            unit: 'rows a core second',
            ratio: texts!.ratio / papaParse.ratio,
            against: `PapaParse, strings of all columns, ${Math.round(papaParse.perSecond).toLocaleString('en-US')}/s`,
            target: '(watched)',
          },
        ]
      : []),
    {
      name: `NPPES rows to providers (${(bytes.length / 1e6).toFixed(0)} MB, one core)`,
      figure: scanned!.perSecond,
      unit: 'rows a core second',
      ratio: scanned!.ratio,
      against,
      target: '(watched)',
    },
  ]
}

async function inventedFile(folder: string): Promise<Buffer> {
  const { nppes: written } = await writeDemoSources(folder)
  const once = readFileSync(written)
  const body = once.subarray(once.indexOf(10) + 1)
  const bytes = Buffer.concat([once, ...Array.from({ length: COPIES - 1 }, () => body)])
  writeFileSync(join(folder, FILE), bytes)
  return bytes
}
