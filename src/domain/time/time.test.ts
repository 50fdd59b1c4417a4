/** Days of revalidation, proofs, digests, months and the calendar file. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '#test/support/any-text.ts'
import { addDays, type Day, day, daysBetween, lastOfMonth, later } from '../dates.ts'
import { reportableEvents, reportingDeadline } from '../enrollment/reporting-deadline.ts'
import { supplierTypes } from '../enrollment/supplier-types.ts'
import { readBounces } from './bounce-report.ts'
import { calendarFile, folded } from './calendar-file.ts'
import { digestDue } from './digest.ts'
import { watchedAs, weeksOf } from './due-item.ts'
import { proofOf, proposalFor, unseenRefusal, whomToTell } from './notice-proof.ts'
import { answerBy, noticeDue, notices, opensOn, revalidationDue, revalidationState } from './revalidation.ts'

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(day('1990-01-01'), n))
const due = (form: string, began: string, received: readonly string[] = [], setOn?: string) =>
  revalidationDue({ form, began: day(began), receivedOn: received.map(day), setOn: setOn && day(setOn) } as never)

describe('when to revalidate', () => {
  test.each([
    ['CMS-855I', '2022-02-10', [], undefined, '2027-02-28'],
    ['CMS-855S', '2022-02-10', [], undefined, '2025-02-28'],
    ['OPT-OUT', '2022-02-10', [], undefined, undefined],
    ['CMS-855O', '2022-02-10', [], undefined, undefined],
    // Within the window it answers the date, and nobody loses by being early.
    ['CMS-855I', '2022-02-10', ['2026-08-01'], undefined, '2032-02-29'],
    // A day too early it answers nothing.
    ['CMS-855I', '2022-02-10', ['2026-07-31'], undefined, '2027-02-28'],
    // Late, the years begin anew.
    ['CMS-855I', '2022-02-10', ['2027-04-02'], undefined, '2032-04-30'],
    // Outside of the cycle.
    ['CMS-855I', '2022-02-10', [], '2025-09-30', '2025-09-30'],
    ['CMS-855I', '2022-02-10', ['2025-09-01'], '2025-09-30', '2030-09-30'],
  ] as const)('%s begun %s, received %j, set %s: %s', (form, began, received, setOn, expected) =>
    expect(due(form, began, received, setOn)).toBe(expected),
  )

  test('what was due before the record was kept here is not asked again', () => {
    const facts = { form: 'CMS-855I', began: day('2010-05-20'), receivedOn: [], keptSince: day('2026-11-24') }
    expect(revalidationDue(facts)).toBe('2030-05-31')
    expect(revalidationDue({ ...facts, keptSince: day('2025-05-31') })).toBe('2025-05-31')
  })
  test('it is always the last day of a month, and never moves back by sending one more after the others', () =>
    fc.assert(
      fc.property(anyDay, fc.array(anyDay, { maxLength: 5 }), anyDay, (began, received, one) => {
        const facts = { form: 'CMS-855I', began, receivedOn: received.filter((d) => d >= began) }
        const before = revalidationDue(facts)!
        expect(before).toBe(lastOfMonth(before))
        const last = [began, one, ...facts.receivedOn].sort().at(-1)!
        const after = revalidationDue({ ...facts, receivedOn: [...facts.receivedOn, last] })!
        expect(after >= before).toBe(true)
      }),
    ))
  test('the window is seven months, whatever the month', () =>
    fc.assert(
      fc.property(anyDay, (d) => {
        const end = lastOfMonth(d)
        expect(daysBetween(opensOn(end), end)).toBeGreaterThanOrEqual(211)
        expect(daysBetween(opensOn(end), end)).toBeLessThanOrEqual(214)
        expect(revalidationState(end, opensOn(end), false)).toBe('open')
        expect(revalidationState(end, addDays(opensOn(end), -1), false)).toBe('not-yet')
        expect(revalidationState(end, end, false)).toBe('soon')
        expect(revalidationState(end, addDays(end, 1), false)).toBe('overdue')
      }),
    ))
  test('each notice is due once in the row, and the last one reached is the one', () => {
    const end = day('2027-02-28')
    const seen: string[] = []
    for (let d = addDays(end, -130); d <= addDays(end, 10); d = addDays(d, 1)) {
      const stage = noticeDue(end, d)
      if (stage && seen.at(-1) !== stage) seen.push(stage)
    }
    expect(seen).toEqual(notices.map(([stage]) => stage))
    expect(noticeDue(end, addDays(end, -121))).toBeUndefined()
  })
  test('nobody has fewer than 60 days from the first notice', () =>
    fc.assert(
      fc.property(anyDay, anyDay, (d, n) => {
        expect(daysBetween(n, answerBy(d, n))).toBeGreaterThanOrEqual(60)
        expect(answerBy(d, n) >= d).toBe(true)
      }),
    ))
})

test('every change is due 30 or 90 days after it happened, for every type and event', () =>
  fc.assert(
    fc.property(fc.constantFrom(...supplierTypes), fc.constantFrom(...reportableEvents), anyDay, (type, event, d) => {
      const on = later(d, day('2009-01-01'))
      const deadline = reportingDeadline(type, event, on)
      expect(daysBetween(on, deadline.dueOn)).toBe(deadline.days)
      if (event === 'ownership-or-control') expect(deadline.days).toBe(30)
    }),
  ))

describe('proof', () => {
  const at = new Date(0)
  test.each([
    [{}, 'queued'],
    [{ sentAt: at }, 'sent'],
    [{ sentAt: at, bouncedAt: at }, 'bounced'],
    [{ bouncedAt: at, openedAt: at }, 'opened'],
  ] as const)('%j is "%s"', (facts, proof) => expect(proofOf({ queuedAt: at, ...facts })).toBe(proof))

  const people = ['a', 'b', 'c', 'd'].map((x) => ({ userId: x, email: `${x}@x.example` }))
  const told = (...list: string[]) => whomToTell(people, before, list.length).map((c) => c.userId)
  const before = [
    { email: 'a@x.example', proof: 'bounced' as const },
    { email: 'b@x.example', proof: 'sent' as const },
  ]
  test('the first round goes to two; the next one leaves out what came back and adds a person', () => {
    expect(whomToTell(people, [], 0).map((c) => c.userId)).toEqual(['a', 'b'])
    expect(told('first')).toEqual(['b', 'c', 'd'])
    const opened = [...before, { email: 'b@x.example', proof: 'opened' as const }]
    expect(whomToTell(people, opened, 3).map((c) => c.userId)).toEqual(['b', 'c'])
  })

  const overdue = { due: day('2026-06-30'), underWay: false, status: 'approved' }
  test.each([
    ['not yet overdue', { today: '2026-06-30', seenSince: '2026-03-01' }, 'none'],
    ['nobody could have seen anything', { today: '2027-06-30', seenSince: undefined }, 'tell-again'],
    ['the 60 days from the notice still run', { today: '2026-07-10', seenSince: '2026-06-01' }, 'none'],
    ['they are over', { today: '2026-08-01', seenSince: '2026-06-01' }, 'stay'],
    ['90 days are over', { today: '2026-09-01', seenSince: '2026-06-01' }, 'deactivate'],
    ['it was sent meanwhile', { today: '2026-09-01', seenSince: '2026-06-01', underWay: true }, 'none'],
    ['it stays already', { today: '2026-08-01', seenSince: '2026-06-01', status: 'stayed' }, 'none'],
    ['it stays and 90 days are over', { today: '2026-09-01', seenSince: '2026-06-01', status: 'stayed' }, 'deactivate'],
    ['it was revoked', { today: '2026-09-01', seenSince: '2026-06-01', status: 'revoked' }, 'none'],
  ] as const)('%s: %j gives "%s"', (_, facts, proposal) =>
    expect(proposalFor({ ...overdue, ...(facts as { today: Day; seenSince: Day | undefined }) })).toBe(proposal),
  )
  test('nothing adverse is ever proposed on what nobody could have seen', () =>
    fc.assert(
      fc.property(anyDay, anyDay, fc.constantFrom('approved', 'stayed', 'revoked'), (d, today, status) => {
        const proposal = proposalFor({ due: d, today, underWay: false, status, seenSince: undefined })
        expect(['none', 'tell-again']).toContain(proposal)
      }),
    ))
})

test.each([
  ['stay', true, false, undefined],
  ['stay', false, false, 'nobody-could-see'],
  ['stay', false, true, undefined],
  ['deactivate', false, false, 'nobody-could-see'],
  ['deactivate', false, true, undefined],
  ['revoke', true, false, undefined],
  ['revoke', false, true, 'never-unseen'],
  ['reactivate', false, false, undefined],
] as const)('to %s with a notice seen %s and confirmed %s: %s', (kind, seen, confirmed, refusal) =>
  expect(unseenRefusal(kind, { seen, confirmed })).toBe(refusal),
)

test('a bounce names the address, the reason and the message; a delay or another mail names nothing', () => {
  const report = (action: string) =>
    `Message-ID: <dsn@mx.example>\r\nSubject: failure\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822;\r\n Rosa@Vega.example\r\nAction: ${action}\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 user unknown\r\n\r\nMessage-ID: <m-1@enroll.example>\r\n`
  expect(readBounces(report('failed'))).toEqual([
    { email: 'rosa@vega.example', reason: '5.1.1 550 user unknown', messageId: 'm-1' },
  ])
  expect(readBounces(report('delayed'))).toEqual([])
  expect(readBounces('Subject: I am on holiday\n\nFinal-Recipient: nobody')).toEqual([])
  fc.assert(fc.property(anyText({ maxLength: 500 }), (s) => void readBounces(s)))
})

test.each([
  ['daily', '2026-11-23', '2026-11-24', true],
  ['daily', '2026-11-24', '2026-11-24', false],
  ['weekly', undefined, '2026-11-24', false],
  ['weekly', undefined, '2026-11-23', true],
  ['weekly', '2026-11-16', '2026-11-24', true],
  ['weekly', '2026-11-23', '2026-11-29', false],
  ['off', undefined, '2026-11-23', false],
] as const)('a digest "%s", last on %s, on %s: %s', (rhythm, last, today, expected) =>
  expect(digestDue(rhythm, last && day(last), day(today))).toBe(expected),
)

test('the weeks of every month hold each of its days once, from Sunday to Saturday', () =>
  fc.assert(
    fc.property(anyDay, (d) => {
      const weeks = weeksOf(d)
      expect(weeks.every((w) => w.length === 7 && new Date(`${w[0]}T00:00:00Z`).getUTCDay() === 0)).toBe(true)
      const month = weeks.flat().filter((x) => x.slice(0, 7) === d.slice(0, 7))
      expect([month.length, month.at(-1)]).toEqual([Number(lastOfMonth(d).slice(8)), lastOfMonth(d)])
    }),
  ))

test.each([
  ['licenses', 'license'],
  ['accreditation', 'accreditation'],
  ['insurance', 'insurance'],
  ['surety-bond', 'insurance'],
  ['board-certifications', 'certification'],
] as const)('"%s" is watched as %s', (section, kind) => expect(watchedAs(section)).toBe(kind))

describe('the calendar file', () => {
  const o = { name: 'Due dates', product: 'OpenPECOS', at: new Date('2026-11-24T15:00:00.123Z') }
  test('has whole days, escaped words and line ends of the standard', () => {
    const url = 'https://x.example/calendar'
    const file = calendarFile(
      [{ uid: 'a@x', on: day('2027-02-28'), summary: 'A; b, c\\d\ne', description: '', url }],
      o,
    )
    for (const line of ['DTSTART;VALUE=DATE:20270228', 'DTEND;VALUE=DATE:20270301', 'DTSTAMP:20261124T150000Z'])
      expect(file).toContain(`\r\n${line}\r\n`)
    expect(file).toContain('SUMMARY:A\\; b\\, c\\\\d\\ne\r\n')
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })
  test('no line is over 75 octets, and unfolding gives back every character', () =>
    fc.assert(
      fc.property(anyText({ maxLength: 300 }), (s) => {
        const line = s.replace(/[\r\n]/g, '').replace(/[\ud800-\udfff]/g, '')
        const out = folded(line)
        expect(out.split('\r\n').every((l) => Buffer.byteLength(l) <= 75)).toBe(true)
        expect(out.replaceAll('\r\n ', '')).toBe(line)
      }),
    ))
  test('nobody can add a line of their own', () =>
    fc.assert(
      fc.property(anyText(), (summary) => {
        const file = calendarFile([{ uid: 'a', on: day('2027-01-01'), summary, description: summary, url: '' }], o)
        expect(file.split('\r\n').filter((l) => l.startsWith('BEGIN:'))).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VEVENT'])
        expect(file.replaceAll('\r\n', '').includes('\n')).toBe(false)
      }),
    ))
})
