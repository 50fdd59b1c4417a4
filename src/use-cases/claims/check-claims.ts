/**
 * A claim file from any stream of bytes to its answers, X12 or CSV, told apart by its beginning. Nothing is written
 * anywhere: what a file says of patients is passed over while it is read, and only numbers of claims, NPIs, codes
 * and sums remain, for as long as the caller holds them.
 */

import { write277ca } from '#domain/claims/answers/ack-277ca.ts'
import { writeAck999 } from '#domain/claims/answers/ack-999.ts'
import { findingRow, findingsHeader } from '#domain/claims/answers/findings-csv.ts'
import type { AnswerStamp } from '#domain/claims/answers/interchange-writer.ts'
import { type CheckedFile, ClaimCheck, type ClaimCheckOptions } from '#domain/claims/claim-check.ts'
import { CsvClaims, isClaimHeader } from '#domain/claims/csv-claims.ts'
import type { ClaimFinding } from '#domain/claims/findings.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { csvScanner } from '#outside/sources/csv-scanner.ts'
import { claims as words } from '#words/en/claims.ts'
import { type ClaimReading, x12Intake } from './x12-intake.ts'

/** Bytes by which the kind of a file is told. */
const BEGINNING = 4_096

export interface ClaimIntake {
  /** Copies what it needs; wait for it before the next, so that no more is held than is being read. */
  feed(chunk: Uint8Array): Promise<void>
  /** More bytes are of no use. */
  readonly stopped: boolean
  finish(): Promise<CheckedFile>
  /** The file broke off; `finish` will not be called. */
  stop(): void
}

/** Large files are read by several threads; what they come to is the same. */
export function openClaimCheck(
  snapshot: Snapshot,
  options: ClaimCheckOptions = {},
  reading: ClaimReading = {},
): ClaimIntake {
  let held: Uint8Array[] = []
  let size = 0
  let intake: ClaimIntake | undefined
  const decide = async (): Promise<ClaimIntake> => {
    const begun = Buffer.concat(held)
    held = []
    intake = isCsv(begun) ? csvIntake(snapshot, options) : x12Intake(snapshot, options, reading)
    await intake.feed(begun)
    return intake
  }
  return {
    get stopped() {
      return intake?.stopped ?? false
    },
    async feed(chunk) {
      if (intake) {
        if (!intake.stopped) await intake.feed(chunk)
        return
      }
      held.push(Uint8Array.from(chunk))
      size += chunk.length
      if (size >= BEGINNING) await decide()
    },
    finish: async () => (intake ?? (await decide())).finish(),
    stop: () => intake?.stop(),
  }
}

/** A line of headings that end in "npi" before anything that could be X12. */
function isCsv(beginning: Buffer): boolean {
  const text = beginning
    .subarray(0, BEGINNING)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  return !text.startsWith('ISA') && isClaimHeader(text.split(/\r?\n/, 1)[0] ?? '')
}

function csvIntake(snapshot: Snapshot, options: ClaimCheckOptions): ClaimIntake {
  const check = new ClaimCheck(snapshot, options)
  const claims = new CsvClaims(check)
  let header = true
  let bytes = 0
  const scanner = csvScanner({
    record(r) {
      if (header) {
        header = false
        claims.header(Array.from({ length: r.width }, (_, i) => r.text(i)))
      } else if (r.width > 1 || !r.blank(0)) claims.row((column) => r.text(column), r.line)
    },
    fault: (line) => claims.fault('csv-unreadable', line),
  })
  return {
    get stopped() {
      return claims.stopped
    },
    async feed(chunk) {
      bytes += chunk.length
      scanner.push(chunk)
    },
    stop() {},
    async finish() {
      const stopped = claims.stopped
      scanner.end()
      claims.finish()
      return { summary: check.csvSummary(bytes, stopped, claims.faults), interchanges: [], answers: undefined }
    },
  }
}

/** The date, time and number of an answer, from the clock of the site. */
export function answerStamp(now: Date): AnswerStamp {
  const [date = '', time = ''] = now.toISOString().split('T')
  // Seconds of the epoch without their highest digit: nine digits that grow, as control numbers should.
  const control = Math.trunc(now.getTime() / 1000) % 1_000_000_000
  return { date: date.replaceAll('-', ''), time: time.slice(0, 5).replace(':', ''), control }
}

/** undefined when there is no interchange to answer. */
export const ackOf = (file: CheckedFile, now: Date): string | undefined =>
  writeAck999(file.interchanges, answerStamp(now))

/** undefined when no claim was accepted in shape, or answers were not kept. */
export const businessAnswerOf = (file: CheckedFile, now: Date): string | undefined =>
  file.answers && write277ca(file.interchanges, file.answers, answerStamp(now), words.answerSource)

export { findingsHeader }
export const findingLine = (f: ClaimFinding): string =>
  findingRow(f, { reason: words.cause(f.cause, f.part), fix: f.fix ? words.fix(f.fix) : '' })
