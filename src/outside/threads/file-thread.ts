/** The program of a thread that reads parts of large files: claims or a roster, against a snapshot that is shared. */
import { parentPort } from 'node:worker_threads'
import { PartCheck } from '#domain/claims/parts/part-check.ts'
import { readRosterPart } from '#domain/roster/parts.ts'
import type { CheckedClaimPart, ClaimPart, RosterPart, ThreadWork } from './work.ts'

const port = parentPort
if (!port) throw new Error('this is the program of a thread')

/** What a part is read by: of the file that began last. */
let read: ((part: never) => void) | undefined

port.on('message', (told: { readonly begin: ThreadWork | undefined } | { readonly part: never }) => {
  if ('part' in told) read?.(told.part)
  else read = told.begin && readerOf(told.begin)
})

function readerOf(work: ThreadWork): (part: never) => void {
  if (work.kind === 'roster')
    return (part: RosterPart) => {
      const answer = readRosterPart(work.snapshot, work.on, part)
      port?.postMessage(answer, [answer.bytes.buffer, answer.answers.buffer] as ArrayBuffer[])
    }
  const check = new PartCheck(work.snapshot, work.wanted)
  return ({ start, bytes }: ClaimPart) => {
    const notes = check.check(start, bytes)
    const answer: CheckedClaimPart = { bytes, notes }
    port?.postMessage(answer, [bytes.buffer, notes.numbers.buffer, notes.letters.buffer] as ArrayBuffer[])
  }
}
