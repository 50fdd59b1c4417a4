/** The CMS-855O, the CMS-855S and the opt-out affidavit ask what they should, and are complete exactly when answered. */
import { describe, expect, test } from 'vitest'
import { altered, fixtureDay } from '#test/people/answered.ts'
import { drImani } from '#test/people/dr-imani-resident.ts'
import { drLund } from '#test/people/dr-lund-opted-out.ts'
import { ridgelineSupplies } from '#test/people/ridgeline-supplies.ts'
import { cms855o } from './cms855o/index.ts'
import { cms855s } from './cms855s/index.ts'
import { asTyped, parseAnswers } from './kit/answers.ts'
import { type Form, isComplete, progressOf, relevant, sectionOf, sectionsOf } from './kit/form.ts'
import { applies, type File, isAsked } from './kit/section.ts'
import { optOutAffidavit } from './opt-out/index.ts'
import { readingOf } from './readings.ts'

const cases: readonly (readonly [string, Form, File])[] = [
  ['a resident who only orders', cms855o, drImani],
  ['a psychiatrist who opts out', optOutAffidavit, drLund],
  ['a store of an equipment chain', cms855s, ridgelineSupplies],
]

describe.each(cases)('%s', (_, form, file) => {
  test('is complete, and nothing answered is beside the point', () => {
    const open = progressOf(form, file, fixtureDay).flatMap((t) =>
      t.sections.filter((s) => s.progress !== 'complete' && s.progress !== 'not-needed').map((s) => s.section.id),
    )
    expect(open).toEqual([])
    expect(relevant(form, file)).toEqual(Object.fromEntries(Object.entries(file).filter(([, items]) => items.length)))
  })
  test('is incomplete without any one of the required answers', () => {
    const required = Object.entries(file).flatMap(([id, items]) =>
      items.flatMap((item) =>
        Object.entries(sectionOf(form, id)!.questions)
          .filter(([, q]) => !q.optional && isAsked(q, item.answers))
          .map(([name]) => [id, item.id, name] as const),
      ),
    )
    expect(required.length).toBeGreaterThan(20)
    expect(required.filter(([s, i, n]) => isComplete(form, altered(file, s, i, n, undefined), fixtureDay))).toEqual([])
  })
  test('every item is typed and read again to the same answers', () => {
    for (const [id, items] of Object.entries(file))
      for (const { answers } of items) {
        const s = sectionOf(form, id)!
        expect(parseAnswers(s, asTyped(s, answers), fixtureDay, file)).toEqual({ answers, problems: [] })
      }
  })
})

test.each<[string, Form, File, string, string, string, unknown, string]>([
  ['a program that is not accredited', cms855o, drImani, 'graduate-training', '1', 'accredited', false, 'must-be-yes'],
  ['a state that lets no trainee order', cms855o, drImani, 'graduate-training', '1', 'mayOrder', false, 'must-be-yes'],
  ['a chiropractor who orders', cms855o, drImani, 'physician-specialty', '1', 'primary', '35', 'not-a-choice'],
  ['a chiropractor who opts out', optOutAffidavit, drLund, 'physician-specialty', '1', 'primary', '35', 'not-a-choice'],
  [
    'a contract that lacks a term',
    optOutAffidavit,
    drLund,
    'private-contracts',
    '1',
    'terms',
    ['in-writing'],
    'not-all-ticked',
  ],
  ['29 hours a week', cms855s, ridgelineSupplies, 'open-hours', '1', 'weekly', 29, 'not-plausible'],
  ['a closet', cms855s, ridgelineSupplies, 'open-hours', '1', 'squareFeet', 199, 'not-plausible'],
  [
    'insurance of $299,999',
    cms855s,
    ridgelineSupplies,
    'liability-insurance',
    '1',
    'perIncident',
    29_999_900,
    'not-plausible',
  ],
  ['a bond of $49,999', cms855s, ridgelineSupplies, 'surety-bond', '1', 'amount', 4_999_900, 'not-plausible'],
  ['a post office box', cms855s, ridgelineSupplies, 'business-location', '1', 'line1', 'PO Box 4', 'po-box'],
  ['a standard that is not met', cms855s, ridgelineSupplies, 'standards', '1', 'meets', ['laws'], 'not-all-ticked'],
  [
    'an official nobody named',
    cms855s,
    ridgelineSupplies,
    'authorized-official',
    '1',
    'last',
    'Osei',
    'official-not-named',
  ],
  [
    'a contracted manager who would sign',
    cms855s,
    ridgelineSupplies,
    'owning-individuals',
    'marta',
    'roles',
    ['contracted-manager', 'authorized-official'],
    'not-plausible',
  ],
])('refuses %s', (_, form, file, section, item, name, value, code) => {
  const found = progressOf(form, altered(file, section, item, name, value), fixtureDay).flatMap((t) =>
    t.sections.flatMap((s) => s.problems.map((p) => ({ s: s.section.id, ...p }))),
  )
  expect(found).toContainEqual(expect.objectContaining({ s: section, itemId: item, at: name, code }))
})

test('who is in training is asked about the program, and nobody else', () => {
  const asked = (file: File) =>
    sectionsOf(cms855o)
      .filter((s) => applies(s, file))
      .map((s) => s.id)
  expect(asked(drImani)).toContain('graduate-training')
  expect(asked({ ...drImani, 'order-only': [{ id: '1', answers: { why: 'retired' } }] })).not.toContain(
    'graduate-training',
  )
})

describe('what is read out', () => {
  test('of one who only orders: no place, nobody who is paid, family 33', () => {
    const r = readingOf('CMS-855O')
    expect(r.enrolledFacts(drImani)).toMatchObject({
      specialty: '11',
      state: 'IL',
      displayName: 'Tamsin Imani',
      locations: [],
      reassignments: [],
    })
    expect(r.family).toBe('33')
    expect(r.documents(drImani).map((d) => d.slot)).toEqual(['license', 'residency-letter', 'other'])
  })
  test('of one who opts out: the day it should start', () => {
    expect(readingOf('OPT-OUT').enrolledFacts(drLund).firstServiceOn).toBe('2026-12-01')
  })
  test('of a supplier: its place, its code, its papers, everybody named, and who signs', () => {
    const r = readingOf('CMS-855S')
    expect(r.enrolledFacts(ridgelineSupplies)).toMatchObject({
      specialty: 'A6',
      displayName: 'Ridgeline Home Medical LLC',
      locations: [{ from: '2026-10-05', address: { city: 'Peoria' } }],
    })
    expect(r.signerName(ridgelineSupplies)).toBe('Marta Ridge')
    expect(r.comparisonFacts(ridgelineSupplies, () => undefined)).toMatchObject({
      entityType: 2,
      taxId: { kind: 'ein' },
    })
    expect(r.namedParties(ridgelineSupplies).map((p) => p.id)).toEqual([
      'owning-organizations/holding',
      'owner-interests/trust',
      'owning-individuals/marta',
      'owning-individuals/paul',
    ])
    expect(
      r
        .documents(ridgelineSupplies)
        .filter((d) => d.needed === 'always')
        .map((d) => d.slot),
    ).toEqual(['irs-letter', 'accreditation', 'liability-insurance', 'surety-bond', 'bank-proof'])
  })
})
