/** 3: what kind of supplier it is, where it sells, what, and who accredited it (42 CFR 424.57(c)(22)-(25)). */
import { dmeposProducts, dmeposTypeNames } from '#domain/enrollment/dmepos.ts'
import { choice, date, longText, specialty, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

export const supplierType = section({
  id: 'supplier-type',
  questions: {
    type: { kind: specialty(...dmeposTypeNames), paper: '3A', sensitivity: 'public' },
    other: { kind: text(60), paper: '3A', sensitivity: 'public', when: { question: 'type', is: 'other' } },
    states: { kind: longText(300), paper: '3B', sensitivity: 'public' },
  },
})

export const products = section({
  id: 'products',
  repeats: { min: 1, max: 40 },
  questions: {
    product: { kind: choice(...dmeposProducts), paper: '3D', sensitivity: 'public' },
    other: { kind: text(100), paper: '3D', sensitivity: 'public', when: { question: 'product', is: 'other' } },
    how: { kind: choice('inventory', 'contract', 'both'), paper: '3D', sensitivity: 'internal' },
    accredited: { kind: yesNo, paper: '3D', sensitivity: 'internal' },
    licenseNeeded: { kind: yesNo, paper: '3D', sensitivity: 'internal' },
  },
})

/** Some professionals and pharmacies need no accreditation; the statute lists them (42 U.S.C. 1395m(a)(20)). */
export const accreditation = section({
  id: 'accreditation',
  questions: {
    status: { kind: choice('accredited', 'exempt'), paper: '3C', sensitivity: 'public' },
    exemptAs: { kind: text(100), paper: '3C', sensitivity: 'internal', when: { question: 'status', is: 'exempt' } },
    body: { kind: text(100), paper: '3C', sensitivity: 'public', when: { question: 'status', is: 'accredited' } },
    number: {
      kind: text(30),
      paper: '3C',
      sensitivity: 'internal',
      when: { question: 'status', is: 'accredited' },
      optional: true,
    },
    since: { kind: date('past'), paper: '3C', sensitivity: 'public', when: { question: 'status', is: 'accredited' } },
    expiresOn: {
      kind: date('future'),
      paper: '3C',
      sensitivity: 'public',
      when: { question: 'status', is: 'accredited' },
    },
  },
  checks: [
    {
      id: 'expires-after-start',
      at: 'expiresOn',
      code: 'date-before',
      holds: (a) => a.since === undefined || String(a.expiresOn) >= String(a.since),
    },
  ],
})
