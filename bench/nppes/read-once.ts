/** One reading of a file from the disk, in a process of its own, and what the same bytes cost when nothing is done with them. */
import { createReadStream } from 'node:fs'
import { keepMemoryFlat } from '#outside/flat-memory.ts'
import { csvScanner } from '#outside/sources/csv-scanner.ts'
import { openSourceFile } from '#outside/sources/source-file.ts'
import { neededFields } from './needed-fields.ts'

export interface ReadReport {
  readonly rows: number
  readonly bytes: number
  /** On the clock: the bytes alone; and the rows with thirty columns as strings. */
  readonly bare: number
  readonly seconds: number
  /** Of the processor, for the rows. */
  readonly processor: number
  /** Resident memory of the process at the most, MB. */
  readonly most: number
}

export async function readOnce(path: string): Promise<void> {
  keepMemoryFlat()
  let most = 0
  const look = () => {
    most = Math.max(most, Math.round(process.memoryUsage.rss() / 1e6))
  }
  const file = await openSourceFile(path)
  if (!file.ok) throw new Error(file.problem.code)
  const began = performance.now()
  for await (const _ of createReadStream(path, { highWaterMark: 1 << 20 }));
  const bare = (performance.now() - began) / 1000
  let rows = -1
  let letters = 0
  const scanner = csvScanner({
    record(record) {
      rows++
      for (const field of neededFields) letters += record.text(field).length
    },
    fault: (line, why) => {
      throw new Error(`line ${line}: ${why}`)
    },
  })
  const start = performance.now()
  const processor = process.cpuUsage()
  for await (const piece of file.value.from(0)) {
    scanner.push(piece)
    look()
  }
  scanner.end()
  const { user, system } = process.cpuUsage(processor)
  if (letters === 0) throw new Error('no text was found')
  const seconds = (performance.now() - start) / 1000
  const report: ReadReport = { rows, bytes: file.value.bytes, bare, seconds, processor: (user + system) / 1e6, most }
  process.stdout.write(JSON.stringify(report))
}
