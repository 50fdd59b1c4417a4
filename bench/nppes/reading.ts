/** The file read from the disk at a hundredth, a tenth and (`--full`) the whole of its size: linear, in flat memory. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type BenchRow, scales } from '../row.ts'
import { NATION, writeNationalFile } from './national-file.ts'
import type { ReadReport } from './read-once.ts'

const ALLOWED = 128

export async function reading(children: URL, folder: string, whole: boolean): Promise<readonly BenchRow[]> {
  const found: BenchRow[] = []
  for (const [i, scale] of scales.entries()) {
    if (scale === 'whole' && !whole) break
    const path = join(folder, 'nation.csv')
    await writeNationalFile(path, (NATION / 100) * 10 ** i)
    const code = 'import(process.argv[1]).then((bench) => bench.readOnce(process.argv[2]))'
    const said = execFileSync(process.execPath, ['-e', code, children.href, path], { encoding: 'utf8' })
    rmSync(path)
    const { rows, bytes, bare, seconds, processor, most }: ReadReport = JSON.parse(said)
    const name = `NPPES file read, ${rows.toLocaleString('en-US')} rows, ${(bytes / 1e9).toFixed(1)} GB`
    found.push(
      {
        name,
        figure: rows / processor,
        unit: 'rows a core second',
        ratio: seconds / bare,
        against: `${seconds.toFixed(1)} s on the clock; the bytes alone, ${bare.toFixed(1)} s`,
        target: '(watched)',
        growth: { job: 'NPPES rows read', scale, each: (processor / rows) * 1e6 },
      },
      {
        name: `${name}, memory of the process`,
        figure: most,
        unit: 'MB',
        ratio: most / ALLOWED,
        against: `${ALLOWED} MB`,
        target: '<= 1 x',
      },
    )
  }
  return found
}
