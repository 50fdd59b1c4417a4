/** 12: what home health agencies are asked: reserve funds, expected visits and registries of nurses (42 CFR 489.28). */
import { count, ein, money, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { addressWhen } from '../shared/address.ts'
import { serviceAreas } from '../shared/service-areas.ts'

const isAgency = { section: 'enrollment', question: 'provider', is: 'home-health' } as const
const asked = { paper: '12', sensitivity: 'internal' } as const

export const homeHealthFunds = section({
  id: 'home-health-funds',
  when: isAgency,
  questions: {
    visitsFirstQuarter: { kind: count, ...asked },
    visitsFirstYear: { kind: count, ...asked },
    ownFunds: { kind: money, ...asked },
    borrowedFunds: { kind: money, ...asked },
    bank: { kind: text(70), ...asked },
  },
  checks: [
    {
      id: 'year-holds-quarter',
      at: 'visitsFirstYear',
      code: 'not-plausible',
      holds: (a) => Number(a.visitsFirstYear) >= Number(a.visitsFirstQuarter ?? 0),
    },
    // At least half of the reserve is not borrowed.
    {
      id: 'half-is-own',
      at: 'borrowedFunds',
      code: 'too-much-borrowed',
      cite: '42 CFR 489.28(c)',
      holds: (a) => Number(a.borrowedFunds) <= Number(a.ownFunds ?? 0),
    },
  ],
})

const used = { question: 'uses', is: true } as const

export const nurseRegistry = section({
  id: 'nurse-registry',
  when: isAgency,
  questions: {
    uses: { kind: yesNo, ...asked },
    name: { kind: text(70), ...asked, when: used },
    ein: { kind: ein, ...asked, when: used },
    ...addressWhen('', '12', 'internal', used),
  },
})

export const homeHealthAreas = serviceAreas('home-health-areas', '4D', isAgency)
