/** Where payment notices go, the bank account of the CMS-588, and the CMS-460 (participation). */
import { isRoutingNumber } from '#domain/identifiers/routing-number.ts'
import { choice, phone, text, yesNo } from '../kit/kinds.ts'
import { type SectionWhen, section } from '../kit/section.ts'
import { addressWhen } from './address.ts'

export const payments = (paper: string, gate?: SectionWhen) =>
  section({
    id: 'payments',
    ...(gate && { when: gate }),
    questions: {
      sentTo: { kind: choice('practice', 'correspondence', 'elsewhere'), paper, sensitivity: 'internal' },
      ...addressWhen('', paper, 'internal', { question: 'sentTo', is: 'elsewhere' }),
    },
  })

export const electronicPayment = (gate?: SectionWhen) =>
  section({
    id: 'electronic-payment',
    ...(gate && { when: gate }),
    questions: {
      accountName: { kind: text(70), paper: 'CMS-588', sensitivity: 'internal' },
      bank: { kind: text(70), paper: 'CMS-588', sensitivity: 'internal' },
      bankPhone: { kind: phone, paper: 'CMS-588', sensitivity: 'internal', optional: true },
      accountType: { kind: choice('checking', 'savings'), paper: 'CMS-588', sensitivity: 'internal' },
      routing: { kind: text(9), paper: 'CMS-588', sensitivity: 'restricted' },
      account: { kind: text(17), paper: 'CMS-588', sensitivity: 'restricted' },
    },
    checks: [
      {
        id: 'routing-check-digit',
        at: 'routing',
        code: 'check-failed',
        holds: (a) => isRoutingNumber(String(a.routing)),
      },
      {
        id: 'account-shape',
        at: 'account',
        code: 'not-plausible',
        holds: (a) => /^[0-9A-Za-z-]{4,17}$/.test(String(a.account)),
      },
      { id: 'account-is-not-routing', at: 'account', code: 'not-plausible', holds: (a) => a.account !== a.routing },
    ],
  })

export const participation = (gate?: SectionWhen) =>
  section({
    id: 'participation',
    ...(gate && { when: gate }),
    questions: { participates: { kind: yesNo, paper: 'CMS-460', sensitivity: 'public' } },
  })
