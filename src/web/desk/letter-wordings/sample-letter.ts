/** A letter with an invented case, for looking at words before they are saved. The people in it do not exist. */
import { addDays, addYears, type Day } from '#domain/dates.ts'
import { isRecordDecisionKind, recordFacts, recordReasonsOn } from '#domain/decisions/kinds.ts'
import { approvalOutcomes, type WordedLetter } from '#domain/decisions/worded-letters.ts'
import type { Wording } from '#domain/decisions/wording.ts'
import type { PaperDocument } from '#domain/paper/document.ts'
import { decisionKinds } from '#domain/review/decision.ts'
import { affiliationLetter } from '#letters/affiliation-letter.ts'
import { appealLetter } from '#letters/appeal-letter.ts'
import { approvalLetter } from '#letters/approval-letter.ts'
import { decisionLetter } from '#letters/decision-letter.ts'
import { developmentLetter } from '#letters/development-letter.ts'
import type { LetterHead } from '#letters/letter-head.ts'
import { type Refusal, refusalLetter } from '#letters/refusal-letter.ts'
import type { Words } from '#words/index.ts'
import { sampleApproval, sampleItem } from './sample-approval.ts'

const found = 'What the reviewer found stands here, in the words of the reviewer.'
const enrollmentId = 'I20200101000001'

export function sampleLetter(kind: WordedLetter, wording: Wording, on: Day, w: Words): PaperDocument {
  const head: LetterHead = {
    contractor: {
      name: 'Sample Contractor',
      phone: '(217) 555-0100',
      email: 'mail@contractor.example',
      address: '1 Main St, Springfield, IL 62701',
    },
    enrolleeName: 'Sam Sample',
    npi: '2000000002',
    trackingNumber: enrollmentId,
    on,
  }
  const outcome = approvalOutcomes.find((o) => kind === `approval-${o}`)
  if (outcome) return approvalLetter(head, sampleApproval(outcome, on), w, wording)
  if (kind === 'development')
    return developmentLetter(head, { dueOn: addDays(on, 30), items: [sampleItem] }, w, wording)
  if (kind === 'affiliations') {
    const asks = { dueOn: addDays(on, 30), about: enrollmentId, named: [head.enrolleeName] }
    return affiliationLetter(head, asks, wording, w)
  }
  if (isRecordDecisionKind(kind)) {
    const reason = Object.keys(recordReasonsOn(kind, on))[0]!
    const effectiveOn = kind === 'revoke' ? addDays(on, 30) : on
    const bar = { from: addDays(on, 30), until: addYears(on, 3) }
    const { asks } = recordFacts(kind)
    const plan = {
      effectiveOn,
      because: [],
      ...(asks.includes('days') && { untilOn: addDays(on, 59) }),
      ...(asks.includes('bar') && { bar }),
    }
    const facts = { kind, reasons: [reason], found, enrollmentId, ptan: 'IL0000000', plan, undoneOf: addDays(on, -40) }
    return decisionLetter(head, facts, wording, w)
  }
  if (kind === 'deny' || kind === 'reject' || kind === 'return') {
    const reason = Object.keys(decisionKinds[kind].reasons)[0]!
    return refusalLetter(head, { kind, reasons: [reason] } as unknown as Refusal, found, w, wording)
  }
  const answered = kind === 'appeal-upheld' ? 'upheld' : kind === 'appeal-reversed' ? 'reversed' : 'dismissed'
  return appealLetter(
    head,
    {
      remedy: 'reconsideration',
      outcome: answered,
      reason: found,
      filedOn: addDays(on, -20),
      decisionOn: addDays(on, -40),
      about: enrollmentId,
    },
    wording,
    w,
  )
}
