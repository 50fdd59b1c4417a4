/** Days of the ledger: a table of acts, and what must hold for every date. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, daysBetween, later } from '../../dates.ts'
import { delays } from '../effective-date.ts'
import { type LedgerAct, type LedgerEntry, ledgerActs } from './entry.ts'
import { filingThatCounts } from './filings.ts'
import { fieldsOf, type Texts, workOut } from './read-question.ts'

const ask = (act: LedgerAct, texts: Texts) => workOut(act, texts)
const answer = (act: LedgerAct, texts: Texts): LedgerEntry => {
  const a = ask(act, texts)
  if (!a.ok) throw new Error(`${a.problem.at}: ${a.problem.code}`)
  return a.value
}
const anyDay = fc.integer({ min: 0, max: 9_000 }).map((n) => addDays(day('2009-01-01'), n))

test.each([
  [
    'enroll',
    { type: 'physician', received: '2026-05-01', firstService: '2026-03-01', delay: 'circumstances' },
    {
      effectiveOn: '2026-05-01',
      mayBillFrom: '2026-04-01',
      safeUntil: '2026-03-31',
      atRisk: { from: '2026-03-01', to: '2026-03-31', days: 31 },
    },
  ],
  [
    'enroll',
    { type: 'hospice', received: '2026-01-05', firstService: '2026-02-01', met: '2026-04-10' },
    { effectiveOn: '2026-04-10', mayBillFrom: '2026-04-10' },
  ],
  [
    'enroll',
    { type: 'idtf', received: '2026-05-01', firstService: '2026-03-01' },
    { effectiveOn: '2026-05-01', unconfirmed: true },
  ],
  [
    'enroll',
    {
      type: 'physician',
      received: '2026-05-01',
      completed: '2026-05-20',
      earlier: '2026-02-02',
      firstService: '2026-05-01',
    },
    { effectiveOn: '2026-05-01' },
  ],
  [
    'reassign',
    { received: '2026-05-01', firstService: '2026-04-20' },
    { effectiveOn: '2026-05-01', mayBillFrom: '2026-04-20', safeUntil: '2026-05-20' },
  ],
  [
    'reactivate',
    { received: '2026-05-01', deactivated: '2026-03-01' },
    {
      effectiveOn: '2026-05-01',
      mayBillFrom: '2026-05-01',
      atRisk: { from: '2026-03-01', to: '2026-04-30', days: 61 },
    },
  ],
  [
    'opt-out',
    { received: '2026-05-20', wanted: '2026-06-01', participates: 'yes' },
    { effectiveOn: '2026-07-01', atRisk: { from: '2026-06-01', to: '2026-06-30', days: 30 } },
  ],
  ['deactivate', { notice: '2026-05-01', reason: 'not-billing' }, { effectiveOn: '2026-05-01' }],
  [
    'revoke',
    { notice: '2026-05-01', reason: 'felony', eventDay: '2026-01-01', barYears: '10' },
    { effectiveOn: '2026-01-01', bar: { from: '2026-05-31', until: '2036-05-30' } },
  ],
  [
    'report',
    { type: 'physician', event: 'practice-location', happened: '2025-05-01', received: '2025-06-02' },
    { safeUntil: '2025-05-31', atRisk: { from: '2025-06-01', to: '2025-06-02', days: 2 } },
  ],
] as const)('%s %j', (act, texts, expected) => expect(answer(act, texts)).toMatchObject(expected))

test.each([
  ['enroll', { type: 'hospice', received: '2026-01-05', firstService: '2026-02-01' }, 'met', 'required'],
  ['enroll', { type: 'doctor', received: '2026-01-05', firstService: '2026-02-01' }, 'type', 'not-a-choice'],
  ['reassign', { received: '2026-02-30', firstService: '2026-02-01' }, 'received', 'not-a-date'],
  ['reactivate', { received: '2008-12-31', deactivated: '2008-01-01' }, 'received', 'before-the-rules'],
  [
    'revoke',
    { notice: '2026-05-01', reason: 'no-documents', eventDay: '2026-01-01', barYears: '1' },
    'eventDay',
    'effective-date-impossible',
  ],
  ['revoke', { notice: '2026-05-01', reason: 'felony' }, 'barYears', 'out-of-range'],
  ['revoke', { notice: '2026-05-01', reason: 'x' }, 'reason', 'not-a-choice'],
  ['deactivate', { notice: '2026-05-01', reason: 'deceased', eventDay: '2026-06-01' }, 'eventDay', 'date-in-future'],
] as const)('%s %j is refused at %s: %s', (act, texts, at, code) => {
  const a = ask(act, texts)
  expect(!a.ok && [a.problem.at, a.problem.code]).toEqual([at, code])
})

test('of several filings the approved one counts, then the earliest under way; what was returned never', () => {
  const f = (on: string, fate: 'approved' | 'pending' | 'returned' | 'rejected') => ({ receivedOn: day(on), fate })
  const chosen = (...list: ReturnType<typeof f>[]) => filingThatCounts(list)?.receivedOn
  expect(chosen(f('2026-03-01', 'pending'), f('2026-01-01', 'rejected'), f('2026-02-01', 'pending'))).toBe('2026-02-01')
  expect(chosen(f('2026-01-01', 'pending'), f('2026-02-01', 'approved'))).toBe('2026-02-01')
  expect(chosen(f('2026-01-01', 'returned'))).toBeUndefined()
})

describe('for every date', () => {
  const enroll = (received: string, firstService: string, delay: string) =>
    answer('enroll', { type: 'physician', received, firstService, delay })
  const acts = [
    ['enroll', (received: string, other: string, delay: string) => enroll(received, other, delay)],
    ['reassign', (received: string, other: string) => answer('reassign', { received, firstService: other })],
    ['reactivate', (received: string, other: string) => answer('reactivate', { received, deactivated: other })],
  ] as const
  test.each(acts)('%s: lost days, billed days and the effective date follow each other without a hole', (_, put) =>
    fc.assert(
      fc.property(anyDay, anyDay, fc.constantFrom(...delays), (received, other, delay) => {
        const { effectiveOn, mayBillFrom, retrospective, atRisk } = put(received, other, delay)
        expect(effectiveOn).toBe(later(received, other))
        expect(mayBillFrom! <= effectiveOn).toBe(true)
        expect((atRisk?.days ?? 0) + (retrospective?.days ?? 0)).toBe(daysBetween(other, effectiveOn))
        if (atRisk) expect([atRisk.from, addDays(atRisk.to, 1)]).toEqual([other, mayBillFrom])
        expect(retrospective?.days ?? 0).toBeLessThanOrEqual(delay === 'declared-disaster' ? 90 : 30)
      }),
    ),
  )
  test('filing up to the safe day loses nothing, the day after loses one day', () =>
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...delays), (first, delay) => {
        const { safeUntil } = enroll(first, first, delay)
        expect(enroll(safeUntil!, first, delay).atRisk).toBeUndefined()
        expect(enroll(addDays(safeUntil!, 1), first, delay).atRisk?.days).toBe(1)
      }),
    ))
  test('waiting never brings an earlier day', () =>
    fc.assert(
      fc.property(anyDay, anyDay, fc.nat(400), (received, first, wait) => {
        const [now, then] = [
          enroll(received, first, 'circumstances'),
          enroll(addDays(received, wait), first, 'circumstances'),
        ]
        expect(then.effectiveOn >= now.effectiveOn && then.mayBillFrom! >= now.mayBillFrom!).toBe(true)
      }),
    ))
  test('receipts come back in order with at most what was given, and what was returned sets nothing', () =>
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (received, earlier, firstService) => {
        const { receipts } = answer('reassign', { received, earlier, firstService })
        expect(receipts.map((r) => r.on)).toEqual([received, earlier, firstService].sort())
        expect(receipts.find((r) => r.kind === 'returned')?.sets).toBe(false)
        expect(receipts.some((r) => r.sets)).toBe(true)
      }),
    ))
  test('no texts whatever make it throw', () =>
    fc.assert(
      fc.property(fc.constantFrom(...ledgerActs), fc.infiniteStream(fc.oneof(fc.string(), anyDay)), (act, texts) => {
        const given = Object.fromEntries(fieldsOf[act].map((f) => [f.name, texts.next().value as string]))
        expect(typeof ask(act, given).ok).toBe('boolean')
      }),
    ))
})
