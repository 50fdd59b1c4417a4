/**
 * The 999 (005010X231A1): for every group and set, whether its shape was accepted, and where not, the segment and
 * element. A TA1 goes first where the interchange itself is broken or asks for one (ISA14). Pure.
 */
import { type GroupRecord, type InterchangeRecord, isRefused, type SetRecord } from '../envelope.ts'
import { refusesIt, type StructureFault, structureFaults } from '../structure-faults.ts'
import { type AnswerStamp, X12Writer } from './interchange-writer.ts'

const GUIDE = '005010X231A1'
/** Codes of IK502 and AK905 that one answer may carry. */
const MOST_CODES = 5

/** undefined when no interchange could be read: there is nobody to answer. */
export function writeAck999(interchanges: readonly InterchangeRecord[], stamp: AnswerStamp): string | undefined {
  if (interchanges.length === 0) return undefined
  return interchanges.map((i, n) => answerTo(i, { ...stamp, control: stamp.control + n })).join('')
}

function answerTo(i: InterchangeRecord, stamp: AnswerStamp): string {
  const w = new X12Writer(i.header.delimiters)
  w.beginInterchange(i.header, stamp)
  const note = interchangeNote(i)
  if (note.code !== '000' || i.header.elements[13] === '1') {
    const e = i.header.elements
    w.segment('TA1', e[12]?.trim(), e[8], e[9], note.accepted, note.code)
  }
  const groups = i.groups.filter((g) => g.control !== '')
  if (groups.length > 0) {
    const [first] = groups
    w.segment('GS', 'FA', first!.receiver, first!.sender, stamp.date, stamp.time, stamp.control, 'X', GUIDE)
    groups.forEach((g, n) => {
      acknowledge(w, g, String(n + 1).padStart(4, '0'))
    })
    w.segment('GE', groups.length, stamp.control)
  }
  w.endInterchange(groups.length > 0 ? 1 : 0, stamp)
  return w.toString()
}

/** TA104 and TA105: A accepted, E accepted with a fault that was noted, R refused. */
export function interchangeNote(i: InterchangeRecord): { readonly accepted: 'A' | 'E' | 'R'; readonly code: string } {
  const worst = i.faults.find((f) => refusesIt(f.code)) ?? i.faults[0]
  if (!worst) return { accepted: 'A', code: '000' }
  const facts = structureFaults[worst.code]
  return {
    accepted: refusesIt(worst.code) ? 'R' : 'E',
    code: 'code' in facts && facts.on === 'interchange' ? facts.code : '024',
  }
}

function acknowledge(w: X12Writer, g: GroupRecord, control: string): void {
  w.beginSet('999', control, GUIDE)
  w.segment('AK1', g.functionalId, g.control, g.version)
  for (const s of g.sets) acknowledgeSet(w, s, g)
  const groupCodes = codesOn(g.faults, 'group')
  const accepted = g.sets.filter((s) => !isRefused(s.faults)).length
  w.segment('AK9', verdictOf(g, accepted), g.included || g.sets.length, g.sets.length, accepted, ...groupCodes)
  w.endSet(control)
}

function verdictOf(g: GroupRecord, accepted: number): 'A' | 'P' | 'R' {
  if (isRefused(g.faults) || (accepted === 0 && g.sets.length > 0)) return 'R'
  return accepted < g.sets.length ? 'P' : 'A'
}

function acknowledgeSet(w: X12Writer, s: SetRecord, g: GroupRecord): void {
  w.segment('AK2', s.id, s.control, s.version || g.version)
  const inside = s.faults.filter((f) => structureFaults[f.code].on === 'segment' && f.segment !== undefined)
  for (const f of inside) segmentNote(w, f)
  const codes = [...codesOn(s.faults, 'set'), ...(inside.some((f) => refusesIt(f.code)) ? ['5'] : [])]
  w.segment(
    'IK5',
    isRefused(s.faults) ? 'R' : codes.length > 0 || inside.length > 0 ? 'E' : 'A',
    ...codes.slice(0, MOST_CODES),
  )
}

function segmentNote(w: X12Writer, f: StructureFault): void {
  const facts = structureFaults[f.code]
  w.segment('IK3', f.segmentId ?? 'ZZZ', f.segment, f.loop, 'code' in facts ? facts.code : '8')
  if (f.element) w.segment('IK4', f.element, undefined, f.elementCode ?? '8')
}

/** Each code once, in the order found. */
function codesOn(faults: readonly StructureFault[], on: 'set' | 'group'): readonly string[] {
  const codes = faults.flatMap((f) => {
    const facts = structureFaults[f.code]
    return facts.on === on && 'code' in facts ? [facts.code] : []
  })
  return [...new Set(codes)].slice(0, MOST_CODES)
}
