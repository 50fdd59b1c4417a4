/**
 * Published decisions of the Departmental Appeals Board against the date rules. The facts of a case are put to the
 * ledger, and what it answers is compared with what was decided. Where the opening of a decision gives a date only as
 * its outcome (a receipt, a survey), that date is given as a fact and the case counts as "given the receipt": what is
 * then checked is everything that follows from it. Every other case has its reason here. No contractor's date is asserted.
 */
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { addDays, day } from '../../dates.ts'
import { clocks } from '../../review/queues/clocks.ts'
import { answerBy } from '../../time/revalidation.ts'
import type { LedgerEntry, LedgerQuestion } from './entry.ts'
import { dateLedger } from './ledger.ts'

interface Case {
  readonly id: string
  readonly facts: {
    readonly first_service: string | null
    readonly requested_effective: string | null
    readonly revalidation_notice: string | null
    readonly revalidation_due: string | null
    readonly deactivation: string | null
    readonly trigger_date: string | null
    readonly site_visits: readonly string[] | null
    readonly notice_date: string | null
    readonly applications: readonly {
      readonly submitted: string | null
      readonly received: string | null
      readonly dev_sent: string | null
    }[]
  }
  readonly outcome: {
    readonly effective_date: string | null
    readonly bill_from: string | null
    readonly gap_from: string | null
    readonly gap_to: string | null
    readonly revocation_effective: string | null
    readonly bar_years: number | null
    readonly bar_start: string | null
  }
}

const path = new URL('../../../../../shared/data/appeals-board/cases.json', import.meta.url)
const cases: readonly Case[] = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly Case[]) : []

type Kind = 'from the facts' | 'given the receipt'
type Try = (c: Case) => LedgerQuestion
const on = (text: string | null | undefined) => day(text ?? 'missing')
const outcomeDay = (c: Case) => on(c.outcome.effective_date)
const received = (text: string | null | undefined) => [{ receivedOn: on(text), fate: 'approved' as const }]
const longBefore = day('2009-01-01')

const enroll =
  (supplierType: 'ambulance-supplier' | 'physician' | 'non-physician-practitioner', first?: string): Try =>
  (c) => ({
    act: 'enroll',
    supplierType,
    filings: received(
      c.facts.applications[0]?.received ?? c.facts.applications[0]?.submitted ?? c.outcome.effective_date,
    ),
    firstServiceOn: first ? day(first) : c.facts.first_service ? on(c.facts.first_service) : longBefore,
    delay: 'circumstances',
  })
const certified =
  (supplierType: 'federally-qualified-health-center' | 'hospital'): Try =>
  (c) => ({
    act: 'enroll',
    supplierType,
    filings: [{ receivedOn: on(c.facts.applications[0]?.submitted ?? c.facts.requested_effective), fate: 'approved' }],
    firstServiceOn: on(c.facts.first_service ?? c.facts.requested_effective),
    delay: 'none',
    metOn: outcomeDay(c),
  })
const reassign: Try = (c) => ({
  act: 'reassign',
  filings: received(c.outcome.effective_date),
  firstServiceOn: on(c.facts.requested_effective),
})
/** The deactivation that the opening does not date is taken to lie a year before. */
const reactivate: Try = (c) => ({
  act: 'reactivate',
  filings: received(c.outcome.effective_date),
  deactivatedOn: c.facts.deactivation ? on(c.facts.deactivation) : addDays(outcomeDay(c), -365),
})
/** A bar that the opening does not tell of is taken to be one year; it moves no other date. */
const revoke =
  (reason: string, eventOn?: (c: Case) => string | null | undefined): Try =>
  (c) => ({
    act: 'revoke',
    noticeOn: on(c.facts.notice_date),
    reason,
    eventOn: eventOn && on(eventOn(c)),
    barYears: c.outcome.bar_years ?? 1,
  })
const lastVisit = (c: Case) => c.facts.site_visits?.at(-1)

/** Cases that the ledger answers. */
const answered: Readonly<Record<string, readonly [Kind, Try]>> = {
  CR6041: ['from the facts', enroll('ambulance-supplier')],
  CR5879: ['from the facts', enroll('physician', '2017-09-01')],
  CR4607: ['given the receipt', enroll('non-physician-practitioner')],
  CR2363: ['given the receipt', enroll('physician')],
  CR2142: [
    'given the receipt',
    (c) => ({
      act: 'reassign',
      // The first one was returned and sets no date; the opening dates the letter with the second (19 May), not its receipt.
      filings: [
        { receivedOn: on(c.facts.applications[0]?.submitted), fate: 'returned' },
        ...received(c.outcome.effective_date),
      ],
      firstServiceOn: on(c.facts.requested_effective),
    }),
  ],
  CR5959: ['given the receipt', certified('federally-qualified-health-center')],
  CR2458: ['given the receipt', certified('hospital')],
  CR6062: ['given the receipt', reassign],
  CR5649: ['given the receipt', reactivate],
  CR5537: ['given the receipt', reactivate],
  CR5253: ['given the receipt', reactivate],
  CR5086: ['given the receipt', reactivate],
  CR5808: ['from the facts', revoke('not-operational', lastVisit)],
  CR5669: ['from the facts', revoke('license-lost', (c) => c.facts.trigger_date)],
  CR5413: ['from the facts', revoke('no-documents')],
  CR4721: ['from the facts', revoke('not-operational', lastVisit)],
  CR4559: ['from the facts', revoke('noncompliance')],
  CR3426: ['from the facts', revoke('noncompliance')],
  CR3378: ['from the facts', revoke('noncompliance')],
  CR2880: ['from the facts', revoke('not-operational', lastVisit)],
  CR2747: ['from the facts', revoke('noncompliance')],
}

/** Cases that the ledger answers otherwise, and why the product stays with its answer. */
const otherwise: Readonly<
  Record<string, readonly [why: string, Try, Partial<Record<'effectiveOn' | 'mayBillFrom', string>>]>
> = {
  CR2170: [
    'Thirty days before 25 August are 26 July. The opening says 27 July, which is 29 days, and not why; the rule counts 30.',
    reassign,
    { effectiveOn: '2009-08-25', mayBillFrom: '2009-07-26' },
  ],
  CR2875: [
    'One judge read a reassignment as no enrollment, so that it began with the work. DAB 3088, CR6329 and 42 CFR 424.522 take the receipt, with 30 days before it.',
    (c) => ({
      act: 'reassign',
      filings: received(c.facts.applications[0]?.received),
      firstServiceOn: on(c.facts.first_service),
    }),
    { effectiveOn: '2012-09-12', mayBillFrom: '2012-08-13' },
  ],
}

/** Cases whose opening decides no date that a rule could give. */
const noDate: Readonly<Record<string, string>> = {
  CR5325:
    'Reversed because an approval was undone without notice; the opening does not say the date that was restored.',
  CR3235: 'Remanded to be processed; no date was decided. The order of its notices is checked below.',
  CR3174: 'Remanded to be processed; no date was decided. The order of its notices is checked below.',
  CR5678: 'Reversed: there was no ground to revoke, so there is no date.',
  CR5504: 'Reversed: there was no ground to revoke, so there is no date.',
  CR5116: 'Upheld; the day of the notice and of the revocation lie beyond the opening.',
  CR4834: 'Upheld with a bar of three years, which is allowed; every date lies beyond the opening.',
  CR2161: 'Upheld; every date lies beyond the opening.',
  'DAB 3101': 'Upheld; every date lies beyond the opening.',
  'DAB 2011': 'Of 2005: the rules that are here begin in 2009.',
  'DAB 3042': 'A denial: it opens no enrollment and sets no date.',
  CR5764: 'A denial: it opens no enrollment and sets no date.',
  CR5193: 'A denial: it opens no enrollment and sets no date.',
  CR5191: 'A denial: it opens no enrollment and sets no date.',
  CR5040: 'A denial: it opens no enrollment and sets no date.',
  CR4211: 'A denial: it opens no enrollment and sets no date; the deactivation before it was not appealed.',
  CR2628: 'A denial: it opens no enrollment and sets no date.',
  'DAB 2984': 'A denial of a location: it sets no date.',
}

const tally = { 'from the facts': 0, 'given the receipt': 0, otherwise: 0, 'no date': 0 }
const answerTo = (q: LedgerQuestion): LedgerEntry => {
  const a = dateLedger(q)
  if (!a.ok) throw new Error(a.problem.code)
  return a.value
}
const named = (ids: object) => cases.filter((c) => Object.hasOwn(ids, c.id))

describe.skipIf(cases.length === 0)('published decisions (../shared/data/appeals-board; skipped when absent)', () => {
  test('every case is answered or has its reason', () => {
    const known = [answered, otherwise, noDate].flatMap((t) => Object.keys(t))
    expect([...known].sort()).toEqual(cases.map((c) => c.id).sort())
  })

  test.each(named(answered))('$id', (c) => {
    const [kind, asked] = answered[c.id]!
    const a = answerTo(asked(c))
    const { effective_date, bill_from, gap_from, gap_to, revocation_effective, bar_years, bar_start } = c.outcome
    expect(a.effectiveOn).toBe(effective_date ?? revocation_effective)
    if (bill_from) expect(a.mayBillFrom).toBe(bill_from)
    if (gap_from) expect(a.atRisk?.from).toBe(gap_from)
    if (gap_to) expect(a.atRisk?.to).toBe(gap_to)
    if (bar_years)
      expect(a.bar && addDays(a.bar.until, 1).slice(0, 4)).toBe(String(Number(a.bar?.from.slice(0, 4)) + bar_years))
    if (bar_start) expect(a.bar?.from).toBe(bar_start)
    expect(a.receipts.some((r) => r.sets)).toBe(true)
    tally[kind]++
  })

  test.each(named(otherwise))('$id differs, for a reason', (c) => {
    const [why, asked, expected] = otherwise[c.id]!
    const { effectiveOn, mayBillFrom } = answerTo(asked(c))
    expect({ effectiveOn, mayBillFrom }).toEqual(expected)
    expect([effectiveOn, mayBillFrom]).not.toEqual([c.outcome.effective_date, c.outcome.bill_from])
    expect(why.length).toBeGreaterThan(40)
    tally.otherwise++
  })

  test.each(named(noDate))('$id has no date', (c) => {
    const { effective_date, bill_from, revocation_effective } = c.outcome
    if (c.id !== 'DAB 2011') expect([effective_date, bill_from, revocation_effective]).toEqual([null, null, null])
    tally['no date']++
  })

  const one = (id: string) => cases.find((c) => c.id === id)!
  test('CR4559: what does not reach back is refused the day of the event, as the judge refused it', () => {
    const asked = revoke('noncompliance', (c) => c.facts.trigger_date)(one('CR4559'))
    const a = dateLedger(asked)
    expect(!a.ok && a.problem.code).toBe('effective-date-impossible')
  })
  test('CR5669, CR2880: a bar begins 30 days after the notice, also where the revocation goes back', () => {
    expect(answerTo(revoke('license-lost', (c) => c.facts.trigger_date)(one('CR5669'))).bar?.from).toBe('2018-10-27')
    // CR2880 says of its bar that it runs from the effective date; CR5669, later, and 424.535(c) from after the notice.
    expect(answerTo(revoke('not-operational', lastVisit)(one('CR2880'))).bar?.from).toBe('2012-11-25')
  })
  test('CR5537: billed from 30 days before, and unpaid from the deactivation until then', () => {
    const a = answerTo(reactivate(one('CR5537')))
    expect([a.mayBillFrom, a.atRisk]).toEqual(['2017-05-07', { from: '2017-02-14', to: '2017-05-06', days: 82 }])
  })
  test('CR3174, CR3235, CR5086: the days that were given to answer were over at the deactivation', () => {
    const asked = one('CR3174')
    const lastDay = addDays(on(asked.facts.applications[0]?.dev_sent), clocks.development.days)
    expect([lastDay, lastDay < on(asked.facts.deactivation)]).toEqual(['2012-02-04', true])
    for (const id of ['CR3235', 'CR5086']) {
      const { revalidation_notice, revalidation_due, deactivation } = one(id).facts
      const notice = on(revalidation_notice)
      const due = answerBy(revalidation_due ? day(revalidation_due) : notice, notice)
      if (revalidation_due) expect(due).toBe(revalidation_due)
      expect(due < on(deactivation)).toBe(true)
      expect(addDays(notice, clocks['deactivation-no-answer'].days) < on(deactivation)).toBe(true)
    }
  })

  afterAll(() => {
    const reproduced = tally['from the facts'] + tally['given the receipt']
    console.info(`Appeals Board: ${cases.length} cases, ${reproduced} reproduced`, tally)
  })
})
