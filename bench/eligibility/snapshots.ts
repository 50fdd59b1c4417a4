/** What a snapshot of the invented nation costs: to be made, to be loaded from its file, and the memory it takes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type National, nationalCounts, nationalSnapshot } from '#demo/national/national-snapshot.ts'
import { memoryOf, type Snapshot } from '#domain/eligibility/snapshot.ts'
import { loadSnapshot, saveSnapshot } from '#outside/snapshot-file.ts'
import { processorSeconds } from '../rounds.ts'
import type { BenchRow } from '../row.ts'
import type { Size } from './scales.ts'

export interface Built extends National {
  /** Rows a second of the processor, the making of the rows included. */
  readonly perSecond: number
}

export function built({ scale }: Size): Built {
  const began = processorSeconds()
  const national = nationalSnapshot(scale)
  return { ...national, perSecond: national.rows / (processorSeconds() - began) }
}

export async function snapshotRows(size: Size, { snapshot, perSecond }: Built): Promise<readonly BenchRow[]> {
  const memory = memoryOf(snapshot)
  const loaded = await loading(snapshot)
  const { enrollments, registry } = nationalCounts(size.scale)
  const row = (what: string, figure: number, unit: string, limit: number, said: string, target: string): BenchRow => ({
    name: `${what} (${size.said})`,
    figure,
    unit,
    ratio: figure / limit,
    against: said,
    // What is made or read once has a cost of its own that a small nation does not spread.
    target: size.name === 'whole' ? target : '(watched)',
  })
  const job = 'snapshot built'
  return [
    {
      ...row(job, perSecond, 'rows/s', 1_500_000, '1.5 M rows/s', '>= 1 x'),
      growth: { job, scale: size.name, each: 1e6 / perSecond },
    },
    row(
      'snapshot loaded from its file',
      loaded * 1000,
      'ms',
      enrollments / 10_000,
      '0.1 s per 1 M enrollments',
      '<= 1 x',
    ),
    row(
      'memory an enrollment, id and name included',
      memory.enrollments / enrollments,
      'bytes',
      32,
      '32 bytes',
      '<= 1 x',
    ),
    ...(size.name === 'whole'
      ? [row('memory a registry NPI', memory.registry / registry, 'bytes', 1.4, '1.4 bytes', '<= 1 x')]
      : []),
  ]
}

/** Seconds to load a saved snapshot, the best of three. */
async function loading(snapshot: Snapshot): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'openpecos-bench-'))
  const path = join(folder, 'national.snapshot')
  try {
    await saveSnapshot(path, snapshot)
    return Math.min(
      ...[1, 2, 3].map(() => {
        const began = performance.now()
        loadSnapshot(path)
        return (performance.now() - began) / 1000
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
