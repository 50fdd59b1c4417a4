/** 7: the chain to which a provider belongs, its home office and who runs that (42 CFR 421.404). */
import { choice, date, ein, ssn, text } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { address } from '../shared/address.ts'
import { personName } from '../shared/person-name.ts'
import { monthAndDay } from './provider.ts'

const inChain = { section: 'chain', question: 'standing', is: ['joined', 'left', 'changed', 'same'] } as const

export const chain = section({
  id: 'chain',
  questions: {
    standing: { kind: choice('none', 'joined', 'left', 'changed', 'same'), paper: '7A', sensitivity: 'internal' },
    since: {
      kind: date(),
      paper: '7A',
      sensitivity: 'internal',
      when: { question: 'standing', is: ['joined', 'left', 'changed'] },
    },
  },
})

export const chainHomeOffice = section({
  id: 'chain-home-office',
  when: inChain,
  questions: {
    legalName: { kind: text(70), paper: '7C', sensitivity: 'internal' },
    ein: { kind: ein, paper: '7C', sensitivity: 'internal' },
    number: { kind: text(10), paper: '7C', sensitivity: 'internal', optional: true },
    costReportEnd: { kind: text(5), paper: '7C', sensitivity: 'internal' },
    contractor: { kind: text(70), paper: '7C', sensitivity: 'internal', optional: true },
    ...address('', '7C', 'internal'),
    relation: {
      kind: choice('joint-venture', 'related', 'managed', 'wholly-owned', 'leased', 'other'),
      paper: '7D',
      sensitivity: 'internal',
    },
  },
  checks: [monthAndDay('costReportEnd')],
})

export const chainAdministrator = section({
  id: 'chain-administrator',
  when: inChain,
  questions: {
    ...personName('7B', 'internal'),
    title: { kind: text(60), paper: '7B', sensitivity: 'internal' },
    bornOn: { kind: date('past'), paper: '7B', sensitivity: 'restricted' },
    ssn: { kind: ssn, paper: '7B', sensitivity: 'restricted' },
  },
})
