/** Licenses, certifications and DEA registrations, each a list with one item per number. */
import { isDeaNumber } from '#domain/identifiers/dea-number.ts'
import { date, state, text, yesNo } from '../kit/kinds.ts'
import { type Check, type SectionWhen, section } from '../kit/section.ts'

/** An expiry lies on or after the day of issue. That it is not over today is the bound of its kind. */
const expiresAfterIssue: Check = {
  id: 'expires-after-issue',
  at: 'expiresOn',
  code: 'date-before',
  holds: (a) => a.issuedOn === undefined || String(a.expiresOn) >= String(a.issuedOn),
}

export const licenses = <const Id extends string>(id: Id, paper: string, when: SectionWhen) =>
  section({
    id,
    repeats: { min: 1, max: 60 },
    when,
    questions: {
      number: { kind: text(30), paper, sensitivity: 'public', prefill: 'license.number' },
      state: { kind: state, paper, sensitivity: 'public', prefill: 'license.state' },
      issuedOn: { kind: date('past'), paper, sensitivity: 'public' },
      expiresOn: { kind: date('future'), paper, sensitivity: 'public', optional: true },
      compact: { kind: yesNo, paper, sensitivity: 'public' },
      temporary: { kind: yesNo, paper, sensitivity: 'internal' },
    },
    checks: [expiresAfterIssue],
  })

export const certifications = <const Id extends string>(id: Id, paper: string, when: SectionWhen) =>
  section({
    id,
    repeats: { min: 1, max: 30 },
    when,
    questions: {
      title: { kind: text(100), paper, sensitivity: 'public' },
      body: { kind: text(100), paper, sensitivity: 'public' },
      number: { kind: text(30), paper, sensitivity: 'public', optional: true },
      state: { kind: state, paper, sensitivity: 'public', optional: true },
      issuedOn: { kind: date('past'), paper, sensitivity: 'public' },
      expiresOn: { kind: date('future'), paper, sensitivity: 'public', optional: true },
    },
    checks: [expiresAfterIssue],
  })

export const deaRegistrations = <const Id extends string>(id: Id, paper: string, when: SectionWhen) =>
  section({
    id,
    repeats: { min: 1, max: 60 },
    when,
    questions: {
      number: { kind: text(9), paper, sensitivity: 'internal' },
      state: { kind: state, paper, sensitivity: 'internal' },
      issuedOn: { kind: date('past'), paper, sensitivity: 'internal' },
      expiresOn: { kind: date('future'), paper, sensitivity: 'internal' },
    },
    checks: [
      { id: 'dea-check-digit', at: 'number', code: 'check-failed', holds: (a) => isDeaNumber(String(a.number)) },
      expiresAfterIssue,
    ],
  })
