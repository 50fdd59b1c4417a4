/** 2: the one business location that the application enrolls, and when it is open (42 CFR 424.57(c)(7), (c)(30)). */
import { leastHours, leastSquareFeet } from '#domain/enrollment/dmepos.ts'
import { choice, count, date, phone, text, yesNo } from '../kit/kinds.ts'
import { type Check, section } from '../kit/section.ts'
import { address, noPoBox } from '../shared/address.ts'

export const place = section({
  id: 'business-location',
  questions: {
    name: { kind: text(70), paper: '2A', sensitivity: 'public' },
    ...address('', '2A', 'public', 'practice'),
    phone: { kind: phone, paper: '2A', sensitivity: 'public', prefill: 'practice.phone' },
    phoneListed: { kind: yesNo, paper: '2A', sensitivity: 'internal' },
    openSince: { kind: date(), paper: '2A', sensitivity: 'public' },
    shared: { kind: choice('no', 'same-owner', 'exempt', 'yes'), paper: '2A', sensitivity: 'internal' },
  },
  checks: [
    ...noPoBox(),
    {
      id: 'phone-is-listed',
      at: 'phoneListed',
      code: 'must-be-yes',
      cite: '42 CFR 424.57(c)(9)',
      holds: (a) => a.phoneListed === true,
    },
    {
      id: 'place-is-not-shared',
      at: 'shared',
      code: 'not-plausible',
      cite: '42 CFR 424.57(c)(29)',
      holds: (a) => a.shared !== 'yes',
    },
  ],
})

const atLeast = (at: string, least: number, cite: string): Check => ({
  id: `${at}-at-least`,
  at,
  code: 'not-plausible',
  cite,
  holds: (a) => Number(a[at]) >= least,
})

export const hours = section({
  id: 'open-hours',
  questions: {
    exempt: { kind: yesNo, paper: '2B', sensitivity: 'internal' },
    weekly: { kind: count, paper: '2B', sensitivity: 'public', when: { question: 'exempt', is: false } },
    posted: { kind: yesNo, paper: '2B', sensitivity: 'internal' },
    words: { kind: text(200), paper: '2B', sensitivity: 'public' },
    squareFeet: { kind: count, paper: '2B', sensitivity: 'internal' },
    staffed: { kind: yesNo, paper: '2B', sensitivity: 'internal' },
  },
  checks: [
    atLeast('weekly', leastHours, '42 CFR 424.57(c)(30)'),
    atLeast('squareFeet', leastSquareFeet, '42 CFR 424.57(c)(7)'),
    {
      id: 'hours-are-posted',
      at: 'posted',
      code: 'must-be-yes',
      cite: '42 CFR 424.57(c)(7)',
      holds: (a) => a.posted === true,
    },
    {
      id: 'place-is-staffed',
      at: 'staffed',
      code: 'must-be-yes',
      cite: '42 CFR 424.57(c)(7)',
      holds: (a) => a.staffed === true,
    },
  ],
})
