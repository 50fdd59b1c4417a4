/**
 * The 277CA (005010X214): what would become of each claim, by information receiver and billing provider, with
 * counts and charges that add up. A patient is named by the number of the claim alone (TRN02 = CLM01): the check
 * reads no names of patients, so NM103 says that there is none. Pure.
 */

import { dayOfNumber } from '../../eligibility/packing.ts'
import type { AnsweredClaim, AnsweredProvider, ClaimAnswers } from '../claim-answers.ts'
import { type GroupRecord, type InterchangeRecord, isRefused, type SetRecord } from '../envelope.ts'
import { type AnswerStamp, amount, X12Writer } from './interchange-writer.ts'

const GUIDE = '005010X214'
/** What stands where the name of a patient would. */
export const NO_NAME = 'NAME NOT READ'

export interface AnswerSource {
  readonly name: string
  readonly id: string
}

interface Totals {
  readonly accepted: number
  readonly acceptedCents: number
  readonly rejected: number
  readonly rejectedCents: number
}

/** undefined when no set with claims was accepted in shape (the 999 has said so already), or there were too many. */
export function write277ca(
  interchanges: readonly InterchangeRecord[],
  answers: ClaimAnswers,
  stamp: AnswerStamp,
  source: AnswerSource,
): string | undefined {
  if (answers.overflowed) return undefined
  const written = interchanges.flatMap((i) => {
    const sets = i.groups.flatMap((g) =>
      g.sets.filter((s) => !isRefused(s.faults) && answers.sets.has(s)).map((s) => [g, s] as const),
    )
    return sets.length > 0 ? [{ i, sets }] : []
  })
  if (written.length === 0) return undefined
  return written
    .map(({ i, sets }, n) => answerTo(i, sets, answers, { ...stamp, control: stamp.control + n }, source))
    .join('')
}

function answerTo(
  i: InterchangeRecord,
  sets: readonly (readonly [GroupRecord, SetRecord])[],
  answers: ClaimAnswers,
  stamp: AnswerStamp,
  source: AnswerSource,
): string {
  const w = new X12Writer(i.header.delimiters)
  w.beginInterchange(i.header, stamp)
  const [group] = sets[0]!
  w.segment('GS', 'HN', group.receiver, group.sender, stamp.date, stamp.time, stamp.control, 'X', GUIDE)
  sets.forEach(([, set], n) => {
    const control = String(n + 1).padStart(4, '0')
    w.beginSet('277', control, GUIDE)
    w.segment('BHT', '0085', '08', `${stamp.control}${control}`, stamp.date, stamp.time, 'TH')
    hierarchy(w, set, answers.sets.get(set)!, stamp, source)
    w.endSet(control)
  })
  w.segment('GE', sets.length, stamp.control)
  w.endInterchange(1, stamp)
  return w.toString()
}

function hierarchy(
  w: X12Writer,
  set: SetRecord,
  providers: readonly AnsweredProvider[],
  stamp: AnswerStamp,
  source: AnswerSource,
): void {
  let level = 1
  w.segment('HL', 1, '', 20, 1)
  w.segment('NM1', 'PR', 2, source.name, '', '', '', '', 'PI', source.id)
  w.segment('TRN', 1, `${stamp.control}`)
  w.segment('DTP', '050', 'D8', stamp.date)
  w.segment('DTP', '009', 'D8', stamp.date)
  w.segment('HL', ++level, 1, 21, 1)
  w.segment(
    'NM1',
    41,
    set.submitterIsPerson ? 1 : 2,
    set.submitter || 'SUBMITTER',
    '',
    '',
    '',
    '',
    46,
    set.submitterId || 'UNKNOWN',
  )
  w.segment('TRN', 2, set.reference || set.control)
  const all = totals(providers.flatMap((p) => p.claims))
  status(w, all, stamp, 'receiver')
  const receiver = level
  for (const p of providers) {
    w.segment('HL', ++level, receiver, 19, 1)
    const parent = level
    w.segment(
      'NM1',
      85,
      p.isPerson ? 1 : 2,
      p.name || 'BILLING PROVIDER',
      '',
      '',
      '',
      '',
      ...(p.npi ? ['XX', p.npi] : []),
    )
    w.segment('TRN', 1, `${stamp.control}-${parent}`)
    status(w, totals(p.claims), stamp, 'provider')
    for (const c of p.claims) claim(w, c, ++level, parent, stamp)
  }
}

/** A1:19 received; counts and charges of what was accepted and what was not. */
function status(w: X12Writer, t: Totals, stamp: AnswerStamp, of: 'receiver' | 'provider'): void {
  const [accepted, rejected] = of === 'receiver' ? ['90', 'AA'] : ['QA', 'QC']
  w.segment('STC', ['A1', 19, 'PR'], stamp.date, 'WQ', amount(t.acceptedCents + t.rejectedCents))
  if (t.accepted > 0) w.segment('QTY', accepted, t.accepted)
  if (t.rejected > 0) w.segment('QTY', rejected, t.rejected)
  if (t.accepted > 0) w.segment('AMT', 'YU', amount(t.acceptedCents))
  if (t.rejected > 0) w.segment('AMT', 'YY', amount(t.rejectedCents))
}

function claim(w: X12Writer, c: AnsweredClaim, level: number, parent: number, stamp: AnswerStamp): void {
  w.segment('HL', level, parent, 'PT')
  w.segment('NM1', 'QC', 1, NO_NAME)
  w.segment('TRN', 2, c.number || 'NONE')
  w.segment('STC', c.refusal ?? ['A2', 20, 'PR'], stamp.date, c.refusal ? 'U' : 'WQ', amount(c.cents))
  if (c.from < 0) return
  const [from, to] = [c.from, c.to].map((d) => dayOfNumber(d).replaceAll('-', ''))
  w.segment('DTP', 472, ...(from === to ? ['D8', from] : ['RD8', `${from}-${to}`]))
}

function totals(claims: readonly AnsweredClaim[]): Totals {
  const sums = { accepted: 0, acceptedCents: 0, rejected: 0, rejectedCents: 0 }
  for (const c of claims) {
    sums[c.refusal ? 'rejected' : 'accepted']++
    sums[c.refusal ? 'rejectedCents' : 'acceptedCents'] += c.cents
  }
  return sums
}
