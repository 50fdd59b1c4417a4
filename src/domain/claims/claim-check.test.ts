import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../dates.ts'
import { type CheckedFile, ClaimCheck } from './claim-check.ts'
import { ada, badNpi, bob, clinic, lateClinic, nobody, orla, record, soundFile } from './claims.fixture.ts'
import type { ClaimFinding } from './findings.ts'
import { type PlannedClaim, type PlannedFile, type PlannedProvider, writeClaims } from './synthetic-837.ts'
import { LONGEST_JUNK } from './x12/segment-sink.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))

function run(input: Uint8Array, cuts: readonly number[] = []): CheckedFile & { findings: readonly ClaimFinding[] } {
  const findings: ClaimFinding[] = []
  const check = new ClaimCheck(record, { onFinding: (f) => findings.push(f), keepAnswers: 1_000 })
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    check.feed(input.subarray(from, cut))
    from = Math.max(from, cut)
  }
  check.feed(input.subarray(from))
  return { ...check.finish(), findings }
}

const claim = (
  number: string,
  days: readonly string[],
  providers: PlannedClaim['providers'],
  more: Partial<PlannedClaim> = {},
): PlannedClaim => ({
  number,
  cents: 10_000,
  days: days.map(day),
  providers,
  ...more,
})
const file = (billing: PlannedProvider, claims: readonly PlannedClaim[], more: Partial<PlannedFile> = {}): string =>
  writeClaims({ ...soundFile, batches: [{ billing, claims }], ...more })
const told = (text: string) =>
  run(bytes(text)).findings.map(
    (f) => `${f.claim}${f.line ? `/${f.line}` : ''} ${f.part} ${f.cause} ${f.on ?? '-'} ${f.loop}`,
  )
const faults = (text: string) => run(bytes(text)).summary.structure.map((f) => f.code)

const sound = writeClaims(soundFile)

describe('claims are judged on their days', () => {
  it('a sound claim is clear', () => {
    const { summary } = run(bytes(sound))
    expect([summary.claims, summary.clear, summary.faults]).toEqual([
      { claims: 1, cents: 12_500 },
      { claims: 1, cents: 12_500 },
      0,
    ])
    expect(summary.judged).toBe(3)
  })
  it.each<[string, string, readonly string[]]>([
    [
      'billing before its day',
      file(lateClinic, [claim('A', ['2026-04-30'], {})]),
      ['A billing before-effective-date 2026-04-30 2010AA'],
    ],
    ['on its first day', file(lateClinic, [claim('A', ['2026-05-01'], {})]), []],
    [
      'rendering without a reassignment',
      file(clinic, [claim('A', ['2026-03-01'], { rendering: bob })]),
      ['A rendering no-reassignment 2026-03-01 2310B'],
    ],
    [
      'only the line that fails',
      file(clinic, [
        claim('A', ['2026-03-01', '2026-03-02'], { rendering: ada }, { lineProviders: { rendering: bob } }),
      ]),
      ['A/1 rendering no-reassignment 2026-03-01 2420A'],
    ],
    [
      'a reassignment that began later',
      file(clinic, [claim('A', ['2020-06-01', '2026-03-01'], { rendering: ada })]),
      ['A rendering reassignment-not-on-date 2020-06-01 2310B'],
    ],
    [
      'wrong check digit',
      file(clinic, [claim('A', ['2026-03-01'], { rendering: badNpi })]),
      ['A rendering npi-not-valid - 2310B'],
    ],
    [
      'ordering at the line',
      file(clinic, [claim('A', ['2026-03-01'], { rendering: ada }, { lineProviders: { ordering: nobody } })]),
      ['A/1 ordering not-enrolled 2026-03-01 2420E'],
    ],
    [
      'referred under another name',
      file(clinic, [claim('A', ['2026-03-01'], { referring: { ...orla, last: 'SMITH' } })]),
      ['A referring name-differs 2026-03-01 2310A'],
    ],
    [
      'rendering under another name: a look, no more',
      file(clinic, [claim('A', ['2026-03-01'], { rendering: { ...ada, last: 'SMITH' } })]),
      ['A rendering name-differs 2026-03-01 2310B'],
    ],
    ['a place of service need not be enrolled', file(clinic, [claim('A', ['2026-03-01'], { facility: nobody })]), []],
    [
      'attending a hospital claim',
      file(clinic, [claim('A', ['2026-03-01'], { attending: ada, operating: nobody })], { kind: 'institutional' }),
      ['A operating not-enrolled 2026-03-01 2310B'],
    ],
    ['no date at all', file(clinic, [claim('A', [], {})]), ['A billing date-missing - 2010AA']],
    [
      'no NPI',
      file(clinic, [claim('A', ['2026-03-01'], { rendering: ada })]).replace(`*XX*${ada.npi}`, ''),
      ['A rendering npi-missing - 2310B'],
    ],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expected))

  it('other payers are not judged', () => {
    const other = sound
      .replace('LX*1~', `SBR*S*18*******CI~\nNM1*82*1*X*Y****XX*${nobody.npi}~\nLX*1~`)
      .replace('SE*21', 'SE*23')
    expect(told(other)).toEqual([])
  })

  it('money counts once a claim, and once a cause', () => {
    const { summary } = run(
      bytes(
        file(clinic, [
          claim('A', ['2026-03-01'], { rendering: bob, referring: nobody }),
          claim('B', ['2026-03-01'], { rendering: bob }),
          claim('C', ['2026-03-01'], { rendering: ada }),
        ]),
      ),
    )
    expect(summary.atRisk).toEqual({ claims: 2, cents: 20_000 })
    expect(summary.byCause.map((c) => [c.part, c.cause, c.claims, c.cents])).toEqual([
      ['rendering', 'no-reassignment', 2, 20_000],
      ['referring', 'not-enrolled', 1, 10_000],
    ])
    expect(summary.fixFirst[0]).toMatchObject({
      npi: bob.npi,
      payee: clinic.npi,
      cents: 20_000,
      fix: { form: 'cms855i' },
    })
    expect(summary.byProvider.map((p) => p.npi)).toEqual([bob.npi, nobody.npi])
  })
  it('two lines of one claim with one cause count its charge once', () => {
    const { summary } = run(
      bytes(
        file(clinic, [
          claim('A', ['2026-03-01', '2026-03-02'], { rendering: bob }, { lineProviders: { rendering: bob } }),
        ]),
      ),
    )
    expect([summary.findings, summary.atRisk.cents, summary.byCause[0]?.cents]).toEqual([2, 10_000, 10_000])
  })
})

describe('delimiters come from the header', () => {
  const many = file(clinic, [
    claim('A', ['2026-03-01'], { rendering: bob }),
    claim('B', ['2026-03-02'], { rendering: ada }),
  ])
  const expected = told(many)
  it.each<[string, string, string, string]>([
    ['bars', '|', '>', '\x1d'],
    ['line feeds', '*', ':', '\n'],
    ['carriage returns', '^', '&', '\r'],
    ['control characters', '\x1d', '\x1f', '\x1c'],
  ])('%s', (_, element, component, end) => {
    const other = many
      .replaceAll('~\n', '\0')
      .replaceAll('^', '!')
      .replaceAll('*', element)
      .replaceAll(':', component)
      .replaceAll('\0', end)
    expect(told(other)).toEqual(expected)
    expect(faults(other)).toEqual([])
  })
  it('CRLF after each terminator, and a byte order mark', () => {
    expect(told(`\xef\xbb\xbf${many.replaceAll('\n', '\r\n')}`)).toEqual(expected)
  })
})

describe('envelopes', () => {
  it.each<[string, string, readonly string[]]>([
    ['wrong count', sound.replace(/SE\*\d+/, 'SE*99'), ['set-count']],
    ['another set number', sound.replace(/(SE\*\d+)\*0001/, '$1*0002'), ['set-control']],
    ['no SE', sound.replace(/SE\*\d+\*0001~\n/, ''), ['set-open']],
    ['no trailers', sound.replace(/SE\*\d+[\s\S]*/, ''), ['set-open', 'group-open', 'interchange-open']],
    ['no IEA', sound.replace(/IEA.*\n/, ''), ['interchange-open']],
    ['another interchange number', sound.replace('IEA*1*000000101', 'IEA*1*000000102'), ['interchange-control']],
    ['wrong count of groups', sound.replace('IEA*1', 'IEA*3'), ['interchange-count']],
    ['wrong group', sound.replace('GE*1*101', 'GE*2*9'), ['group-count', 'group-control']],
    ['an unknown segment', sound.replace('DMG*', 'DMX*'), ['segment-unknown']],
    ['a date that is none', sound.replace('DTP*472*D8*20260301', 'DTP*472*D8*20260231'), ['date-not-valid']],
    ['an amount that is none', sound.replace('*125***', '*12A***'), ['amount-not-valid']],
    ['text before the header', `Dear Sir,\n${sound}`, ['text-outside']],
    ['a header that is not padded', sound.replace('SAMPLESENDER   *', 'SAMPLESENDER*'), ['header-not-fixed']],
    ['the last segment left open', sound.replace(/~\n$/, ''), ['last-segment-open']],
    ['nothing', '', ['file-empty']],
    ['only blanks', ' \r\n\n', ['file-empty']],
    ['prose', 'ISAbella wrote a letter', ['header-unreadable']],
    [
      'not claims',
      sound.replace('ST*837', 'ST*835').replace('GS*HC', 'GS*HP'),
      ['group-not-claims', 'set-not-claims', 'no-claims'],
    ],
  ])('%s', (_, text, expected) => expect(faults(text)).toEqual(expected))

  it('several interchanges in one file, each with its own delimiters', () => {
    const second = sound.replaceAll('*', '|')
    const { summary, interchanges } = run(bytes(sound + second))
    expect([summary.claims.claims, interchanges.length, summary.faults]).toEqual([2, 2, 0])
  })
  it.each([
    ['forty megabytes of letters', new Uint8Array(40_000_000).fill(65), 'not-x12'],
    ['forty megabytes that never end a segment', bytes(sound.slice(0, 106)), 'segment-too-long'],
    ['zeros', new Uint8Array(3 * LONGEST_JUNK), 'not-x12'],
  ])('%s are left soon', (_, start, code) => {
    const began = performance.now()
    const input = start.length > 1_000_000 ? start : new Uint8Array(40_000_000).fill(66)
    if (input !== start) input.set(start)
    const { summary } = run(input)
    expect(summary.structure.map((f) => f.code)).toContain(code)
    expect(summary.stopped).toBe(true)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe('however the bytes come', () => {
  const text = `\n${sound}stray words ${file(clinic, [
    claim(
      'A',
      ['2026-03-01', '2026-03-05'],
      { rendering: bob, referring: nobody },
      { lineProviders: { ordering: badNpi } },
    ),
    claim('B', ['2026-03-01'], { rendering: ada }),
  ]).replace('DMG*', 'DMX*')}${sound.replaceAll('~\n', '\r').slice(0, 500)}`
  const whole = run(bytes(text))
  it('cut anywhere, the same is told', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
        const { summary, findings } = run(bytes(text), cuts)
        expect([summary, findings]).toEqual([whole.summary, whole.findings])
      }),
    )
    const every = run(
      bytes(text),
      Array.from({ length: text.length }, (_, i) => i),
    )
    expect(every.summary).toEqual(whole.summary)
    expect(whole.findings.length).toBeGreaterThan(2)
  })
  it('bytes changed anywhere never break it', () => {
    const original = bytes(text)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(text.length - 1), fc.nat(255)), { maxLength: 30 }), (changes) => {
        const input = original.slice()
        for (const [i, c] of changes) input[i] = c
        const { summary } = run(input)
        const { claims, clear, atRisk, unknown, look } = summary
        expect(clear.claims + atRisk.claims + unknown.claims + look.claims).toBe(claims.claims)
        expect(run(input, [400, 900]).summary).toEqual(summary)
      }),
    )
  })
})
