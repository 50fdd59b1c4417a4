import { expect, it } from 'vitest'
import type { ScreeningCheck } from '#db/queries/application/screening.ts'
import type { NewCheck } from '#db/records/application/screening.ts'
import { withEarlierDisposition } from './keep-dispositions.ts'

const about = { kind: 'earlier-filings', subject: 'applicant', submission: 1, source: undefined, sourceAsOf: undefined }
const against = { filings: [{ applicationId: 'a' }], enrollments: [] }
const check = (evidence: Record<string, unknown>) => ({ ...about, outcome: 'different', evidence }) as NewCheck
const judged = {
  ...check({ against, known: 1 }),
  disposition: 'acceptable',
  dispositionReason: 'It was reversed on appeal',
  disposedBy: 'somebody',
  disposedAt: new Date(0),
} as unknown as ScreeningCheck

it.each([
  ['the same finding among more filings', { against, known: 2 }, true],
  ['another filing', { against: { ...against, filings: [{ applicationId: 'b' }] }, known: 1 }, false],
  ['a filing that names the applicant', { against, named: [{ applicationId: 'c' }], known: 1 }, false],
  ['a bar that came since', { against, barredUntil: '2029-01-01', known: 1 }, false],
] as const)('what was said of a finding, and %s', (_, evidence, holds) =>
  expect(withEarlierDisposition(check(evidence), [judged], []).kept !== undefined).toBe(holds),
)
