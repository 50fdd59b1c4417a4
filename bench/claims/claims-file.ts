/**
 * The file that claims are measured with, and the record that they are judged by: 105,000 enrollments, claims of about
 * 500 bytes and 22 segments, one rendering provider in twelve of another group than the one that bills.
 */
import {
  type PlannedBatch,
  type PlannedClaim,
  type PlannedProvider,
  writeClaims,
} from '#domain/claims/synthetic-837.ts'
import { addDays, type Day, day } from '#domain/dates.ts'
import { buildSnapshot } from '#domain/eligibility/build-snapshot.ts'
import type { EnrollmentRow, ReassignmentRow } from '#domain/eligibility/rows.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'

const PEOPLE = 100_000
const GROUPS = 5_000
const known = { knownFrom: day('2020-01-01') }

/** A small generator of numbers, so that every run has the same file. */
const numbers = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 4_294_967_296
}
const npiOf = (i: number): string => withCheckDigit(String(100_000_000 + i * 7))
const person = (i: number): PlannedProvider => ({ npi: npiOf(i), last: `NAME${i}`, first: 'ANN' })
const group = (i: number): PlannedProvider => ({ npi: npiOf(PEOPLE + i), last: `GROUP ${i}` })
const idOf = (type: 'I' | 'O', i: number): string => `${type}20200101${String(i).padStart(6, '0')}`

export function claimsRecord(): Snapshot {
  const enrollments: EnrollmentRow[] = []
  const reassignments: ReassignmentRow[] = []
  for (let i = 0; i < PEOPLE + GROUPS; i++) {
    const type = i < PEOPLE ? 'I' : 'O'
    enrollments.push({
      npi: npiOf(i),
      enrollmentId: idOf(type, i),
      specialty: '14-08',
      type,
      name: type === 'I' ? { last: `NAME${i}`, first: 'ANN' } : { organization: `GROUP ${i - PEOPLE}` },
      periods: [{ status: 'approved', from: addDays(day('2020-01-01'), i % 1_500), ...known }],
      orderRefer: ['part-b', 'dme'],
    })
    if (type === 'I')
      reassignments.push({
        fromEnrollmentId: idOf('I', i),
        toEnrollmentId: idOf('O', PEOPLE + (i % GROUPS)),
        from: day('2020-01-01'),
        ...known,
      })
  }
  const registry = enrollments.map((e) => ({ npi: e.npi }))
  return buildSnapshot(
    { enrollments, reassignments, registry, orderListLoaded: true },
    { sequence: 1, asOf: day('2026-01-01') },
    { history: false },
  )
}

/** What real claims carry besides: eight segments that say nothing of providers, so that a claim has about 500 bytes. */
const BESIDES =
  'REF*G1*AUTH1234567890~REF*D9*17312345600006351~AMT*F5*25.5~PWK*OZ*BM***AC*DMN0012~NTE*ADD*SAMPLE NOTE OF THE CLAIM~CR1*LB*140**A*DH*12~CRC*07*Y*01~K3*SAMPLE~'
const ADDED = BESIDES.split('~').length - 1

function withBesides(interchange: string): string {
  let claims = 0
  const text = interchange.replaceAll('~HI*', () => {
    claims++
    return `~${BESIDES}HI*`
  })
  return text.replace(/~SE\*(\d+)\*/, (_, count) => `~SE*${Number(count) + claims * ADDED}*`)
}

/** Interchanges of twenty providers with fifty claims each; one rendering in twelve is of another group. */
export function claimsFile(claims: number): Buffer {
  const random = numbers(7)
  const parts: string[] = []
  for (let made = 0; made < claims; ) {
    const batches: PlannedBatch[] = []
    for (let b = 0; b < 20 && made < claims; b++) {
      const g = Math.trunc(random() * GROUPS)
      const own: PlannedClaim[] = []
      for (let c = 0; c < 50 && made < claims; c++, made++) {
        const on: Day = addDays(day('2025-01-01'), Math.trunc(random() * 360))
        const who = Math.trunc((random() * PEOPLE) / GROUPS) * GROUPS + g + (random() < 1 / 12 ? 1 : 0)
        own.push({
          number: `C${made}`,
          cents: 5_000 + Math.trunc(random() * 90_000),
          days: random() < 0.3 ? [on, addDays(on, 1)] : [on],
          providers: {
            rendering: person(who % PEOPLE),
            ...(random() < 0.4 && { referring: person(Math.trunc(random() * PEOPLE)) }),
          },
        })
      }
      batches.push({ billing: group(g), claims: own })
    }
    parts.push(withBesides(writeClaims({ kind: 'professional', madeOn: day('2026-01-01'), batches, newline: false })))
  }
  return Buffer.from(parts.join(''), 'latin1')
}
