/** The CMS-588 (electronic payment), the CMS-460 (participation) and section 8 (billing agency): all of one's own practice. */
import { isRoutingNumber } from '#domain/identifiers/routing-number.ts'
import { choice, phone, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import * as shared from '../shared/billing-agency.ts'
import { ownPractice } from './business.ts'

export const electronicPayment = section({
  id: 'electronic-payment',
  when: ownPractice,
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

export const participation = section({
  id: 'participation',
  when: ownPractice,
  questions: { participates: { kind: yesNo, paper: 'CMS-460', sensitivity: 'public' } },
})

export const billingAgency = shared.billingAgency('billing-agency', '8', ownPractice)
