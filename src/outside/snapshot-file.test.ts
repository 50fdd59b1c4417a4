import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, expect, test } from 'vitest'
import { dice, nationalKey, nationalSnapshot } from '#demo/national/national-snapshot.ts'
import { type Asked, decide } from '#domain/eligibility/decide.ts'
import { loadSnapshot, saveSnapshot } from './snapshot-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'openpecos-snapshot-'))
afterAll(() => rmSync(folder, { recursive: true }))

const { snapshot } = nationalSnapshot(0.001, { history: true })
const chance = dice(7)
const questions = Array.from({ length: 500 }, (_, i): Asked => {
  const numbers = { key: nationalKey(Math.trunc(chance() * 3_000)), on: 40_000 + Math.trunc(chance() * 6_000) }
  const payee = i % 2 === 0 ? -2 : nationalKey(Math.trunc(chance() * 200) * 12)
  return { ...numbers, knownOn: -1, ordering: i % 5 === 0, name: -1, payee, services: 1 }
})
const answers = questions.map((q) => decide(snapshot, q).link)

test('a file gives back what was saved, and what was noted', async () => {
  const path = join(folder, 'a.snapshot')
  await saveSnapshot(path, snapshot, { of: 'a test' })
  const { snapshot: loaded, note } = loadSnapshot(path)
  expect(note).toEqual({ of: 'a test' })
  expect(loaded).toEqual(snapshot)
  expect(loaded.records.buffer).toBeInstanceOf(SharedArrayBuffer)
  expect(questions.map((q) => decide(loaded, q).link)).toEqual(answers)
  expect(new Set(answers).size).toBeGreaterThan(4)
})

test('a file that is cut short, changed anywhere, or another file, is refused', async () => {
  const path = join(folder, 'b.snapshot')
  await saveSnapshot(path, snapshot)
  const whole = readFileSync(path)
  writeFileSync(path, whole.subarray(0, whole.length - 5))
  expect(() => loadSnapshot(path)).toThrow(/cut short/)
  for (const at of [whole.indexOf(10) + 1, Math.trunc(whole.length / 2), whole.length - 8, whole.length - 1]) {
    const changed = Buffer.from(whole)
    changed[at]! ^= 1
    writeFileSync(path, changed)
    expect(() => loadSnapshot(path), `byte ${at}`).toThrow(/changed or is damaged/)
  }
  writeFileSync(path, 'NPI,NAME\n')
  expect(() => loadSnapshot(path)).toThrow(/not a snapshot/)
  writeFileSync(path, whole.toString('latin1').replace('snapshot-3', 'snapshot-1'), 'latin1')
  expect(() => loadSnapshot(path)).toThrow(/not a snapshot/)
})

test('a worker answers the same from the same memory', async () => {
  const worker = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads')
     import(workerData.program).then(({ decide }) =>
       parentPort.postMessage(workerData.questions.map((q) => decide(workerData.snapshot, q).link)))`,
    {
      eval: true,
      workerData: {
        program: new URL('../domain/eligibility/decide.ts', import.meta.url).href,
        snapshot,
        questions,
      },
    },
  )
  const there = await new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  await worker.terminate()
  expect(there).toEqual(answers)
})
