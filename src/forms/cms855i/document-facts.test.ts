/** From an application to the papers it needs. */
import { expect, test } from 'vitest'
import { requiredDocuments } from '#domain/application/document-requirements.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { npOkafor } from '#test/people/np-okafor.ts'
import type { File } from '../kit/section.ts'
import { documentFacts } from './document-facts.ts'

const always = (file: File) =>
  requiredDocuments(documentFacts(file))
    .filter((d) => d.needed === 'always')
    .map((d) => d.slot)

test.each<[string, File, string[]]>([
  ['a sole owner with a past action and a bank account', drVega, ['irs-letter', 'bank-proof', 'adverse-action']],
  ['a nurse practitioner who reassigns', npOkafor, ['diploma', 'national-certification']],
  [
    'a sole proprietor paid under the SSN',
    {
      ...drVega,
      business: [{ id: '1', answers: { paidThrough: 'own-practice', structure: 'sole-proprietor' } }],
      'sole-proprietor': [{ id: '1', answers: { paidUnder: 'ssn' } }],
      'legal-history': [{ id: '1', answers: { any: false } }],
    },
    ['bank-proof'],
  ],
  [
    'a license that is temporary',
    { ...npOkafor, licenses: [{ id: 'oh', answers: { ...npOkafor.licenses[0].answers, temporary: true } }] },
    ['temporary-license', 'diploma', 'national-certification'],
  ],
])('%s', (_, file, slots) => expect(always(file)).toEqual(slots))

test('answers behind a closed gate ask for nothing', () => {
  const reassigning: File = { ...drVega, business: [{ id: '1', answers: { paidThrough: 'reassignment' } }] }
  expect(always(reassigning)).toEqual(['adverse-action'])
})

test('an empty application has only the open slot', () => {
  expect(requiredDocuments(documentFacts({}))).toEqual([
    { slot: 'other', needed: 'optional', because: 'anything-else', cite: '42 CFR 424.510(d)(2)' },
  ])
})
