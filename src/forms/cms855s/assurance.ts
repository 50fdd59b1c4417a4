/** 5 and 6: the liability insurance and the surety bond (42 CFR 424.57(c)(10), (d)), and the 30 standards of (c). */
import { dmeposStandards, leastBond, leastInsurance } from '#domain/enrollment/dmepos.ts'
import { choice, choices, date, money, phone, text } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

export const insurance = section({
  id: 'liability-insurance',
  questions: {
    insurer: { kind: text(100), paper: '5', sensitivity: 'internal' },
    policy: { kind: text(40), paper: '5', sensitivity: 'internal' },
    perIncident: { kind: money, paper: '5', sensitivity: 'internal' },
    since: { kind: date(), paper: '5', sensitivity: 'internal' },
    expiresOn: { kind: date('future'), paper: '5', sensitivity: 'internal' },
    agent: { kind: text(100), paper: '5', sensitivity: 'internal', optional: true },
    agentPhone: { kind: phone, paper: '5', sensitivity: 'internal', optional: true },
  },
  checks: [
    {
      id: 'covers-enough',
      at: 'perIncident',
      code: 'not-plausible',
      cite: leastInsurance.cite,
      holds: (a, today) => Number(a.perIncident) >= leastInsurance.on(today),
    },
    {
      id: 'expires-after-start',
      at: 'expiresOn',
      code: 'date-before',
      holds: (a) => String(a.expiresOn) >= String(a.since ?? ''),
    },
  ],
})

const bonded = { question: 'status', is: 'bonded' } as const

export const bond = section({
  id: 'surety-bond',
  questions: {
    status: {
      kind: choice('bonded', 'government', 'own-items', 'physician', 'therapist'),
      paper: '6',
      sensitivity: 'internal',
    },
    surety: { kind: text(100), paper: '6', sensitivity: 'internal', when: bonded },
    number: { kind: text(40), paper: '6', sensitivity: 'internal', when: bonded },
    amount: { kind: money, paper: '6', sensitivity: 'internal', when: bonded },
    since: { kind: date(), paper: '6', sensitivity: 'internal', when: bonded },
  },
  checks: [
    {
      id: 'bond-is-enough',
      at: 'amount',
      code: 'not-plausible',
      cite: leastBond.cite,
      holds: (a, today) => Number(a.amount) >= leastBond.on(today),
    },
  ],
})

export const standards = section({
  id: 'standards',
  questions: { meets: { kind: choices(...dmeposStandards), paper: '13', sensitivity: 'internal' } },
  checks: [
    {
      id: 'meets-all',
      at: 'meets',
      code: 'not-all-ticked',
      cite: '42 CFR 424.57(c)',
      holds: (a) => (a.meets as readonly string[]).length === dmeposStandards.length,
    },
  ],
})
