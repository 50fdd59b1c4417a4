/** The questions of reasons, which every form may carry: leaving, returning, selling, confirming. */
import { choice, choices, date, ein, longText, npi, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

export const withdrawal = section({
  id: 'withdrawal',
  questions: {
    lastDay: { kind: date(), paper: '1A', sensitivity: 'public' },
    why: {
      kind: choice('closing', 'retiring', 'moving', 'employed', 'no-medicare', 'other'),
      paper: '1A',
      sensitivity: 'internal',
    },
    recordsHeldBy: { kind: text(100), paper: '1A', sensitivity: 'internal', optional: true },
    claimsSent: { kind: yesNo, paper: '1A', sensitivity: 'internal' },
  },
})

/** A sale, a merger or a consolidation, told by one side (42 CFR 489.18). */
export const transfer = section({
  id: 'transfer',
  questions: {
    on: { kind: date(), paper: '2F', sensitivity: 'internal' },
    otherName: { kind: text(70), paper: '2F', sensitivity: 'internal' },
    otherEin: { kind: ein, paper: '2F', sensitivity: 'internal' },
    otherNpi: { kind: npi, paper: '2F', sensitivity: 'public', optional: true },
    otherNumber: { kind: text(15), paper: '2F', sensitivity: 'internal', optional: true },
    // A buyer who refuses the agreement starts anew, without its past and without its number (42 CFR 489.18(c)).
    agreement: { kind: choice('accepted', 'refused', 'none'), paper: '2F', sensitivity: 'internal' },
  },
})

export const reactivation = section({
  id: 'reactivation',
  questions: {
    why: {
      kind: choice('no-claims', 'not-reported', 'no-answer', 'other'),
      paper: '1A',
      sensitivity: 'internal',
    },
    mended: { kind: longText(1000), paper: '1A', sensitivity: 'internal', optional: true },
    correct: { kind: yesNo, paper: '1A', sensitivity: 'internal' },
  },
  checks: [
    {
      id: 'certified-correct',
      at: 'correct',
      code: 'must-be-yes',
      cite: '42 CFR 424.540(b)',
      holds: (a) => a.correct === true,
    },
  ],
})

export const cancellation = section({
  id: 'cancellation',
  questions: {
    patientsTold: { kind: yesNo, paper: '1', sensitivity: 'internal' },
    undo: { kind: yesNo, paper: '1', sensitivity: 'internal' },
    refunded: {
      kind: yesNo,
      paper: '1',
      sensitivity: 'internal',
      when: { question: 'undo', is: true },
    },
  },
  checks: [
    {
      // Whoever undoes a first opt-out pays back what patients paid beyond the Medicare amounts.
      id: 'refunded-when-undone',
      at: 'refunded',
      code: 'must-be-yes',
      cite: '42 CFR 405.445(b)',
      holds: (a) => a.refunded === true,
    },
  ],
})

/** One box a task of the form; all of them must be ticked, after a look at what is on file. */
export const confirmation = (tasks: readonly string[]) =>
  section({
    id: 'confirmation',
    questions: { confirmed: { kind: choices(...tasks), paper: '1A', sensitivity: 'internal' } },
    checks: [
      {
        id: 'all-confirmed',
        at: 'confirmed',
        code: 'not-all-ticked',
        cite: '42 CFR 424.515',
        holds: (a) => (a.confirmed as readonly string[]).length === tasks.length,
      },
    ],
  })
