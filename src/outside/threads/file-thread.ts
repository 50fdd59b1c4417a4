/** The program of a thread that reads parts of a large file: claims or a roster, against a snapshot that is shared. */
import { parentPort, workerData } from 'node:worker_threads'
import { PartCheck } from '#domain/claims/parts/part-check.ts'
import { readRosterPart } from '#domain/roster/parts.ts'
import type { CheckedClaimPart, ClaimPart, RosterPart, ThreadWork } from './work.ts'

const port = parentPort
if (!port) throw new Error('this is the program of a thread')
const work = workerData as ThreadWork

if (work.kind === 'claims') {
  const check = new PartCheck(work.snapshot, work.wanted)
  port.on('message', ({ start, bytes }: ClaimPart) => {
    const notes = check.check(start, bytes)
    const answer: CheckedClaimPart = { bytes, notes }
    port.postMessage(answer, [bytes.buffer, notes.numbers.buffer, notes.letters.buffer] as ArrayBuffer[])
  })
} else {
  port.on('message', (part: RosterPart) => {
    const answer = readRosterPart(work.snapshot, work.on, part)
    port.postMessage(answer, [answer.bytes.buffer, answer.answers.buffer] as ArrayBuffer[])
  })
}
