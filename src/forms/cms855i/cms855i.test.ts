/** The CMS-855I asks what it should, of whom it should, and is complete exactly when everything asked is answered. */
import { describe, expect, test } from 'vitest'
import { day } from '#domain/dates.ts'
import { fixtureDay } from '#test/people/answered.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { npOkafor } from '#test/people/np-okafor.ts'
import { asTyped, parseAnswers, splitRestricted } from '../kit/answers.ts'
import { isComplete, progressOf, relevant, sectionOf, sectionsOf } from '../kit/form.ts'
import { type Answers, applies, type File, isAsked, type Section } from '../kit/section.ts'
import { cms855i } from './index.ts'

const people: readonly (readonly [string, File])[] = [
  ['Dr. Vega', drVega],
  ['NP Okafor', npOkafor],
]

/** The file with one answer replaced, or removed when it is undefined. */
const altered = (file: File, section: string, id: string, name: string, value: unknown): File => ({
  ...file,
  [section]: file[section]!.map((i) => {
    const { [name]: _, ...others } = i.answers
    return i.id === id ? { id, answers: value === undefined ? others : { ...others, [name]: value } } : i
  }),
})

describe.each(people)('%s', (_, file) => {
  test('is complete, and nothing answered is beside the point', () => {
    expect(isComplete(cms855i, file, fixtureDay)).toBe(true)
    expect(relevant(cms855i, file)).toEqual(file)
  })

  test('is incomplete without any one of the required answers', () => {
    const required = Object.entries(file).flatMap(([id, items]) =>
      items.flatMap((item) =>
        Object.entries(sectionOf(cms855i, id)!.questions)
          .filter(([, q]) => !q.optional && isAsked(q, item.answers))
          .map(([name]) => [id, item.id, name] as const),
      ),
    )
    expect(required.length).toBeGreaterThan(40)
    const stillComplete = required.filter(([s, i, n]) =>
      isComplete(cms855i, altered(file, s, i, n, undefined), fixtureDay),
    )
    expect(stillComplete).toEqual([])
  })

  test('is incomplete without any section that needs an item', () => {
    const needed = Object.keys(file).filter((id) => sectionOf(cms855i, id)!.repeats?.min !== 0)
    const stillComplete = needed.filter((id) => isComplete(cms855i, { ...file, [id]: [] }, fixtureDay))
    expect(stillComplete).toEqual([])
  })

  test('every item is typed and read again to the same answers', () => {
    for (const [id, items] of Object.entries(file))
      for (const item of items) {
        const s = sectionOf(cms855i, id)!
        expect(parseAnswers(s, asTyped(s, item.answers), fixtureDay, file)).toEqual({
          answers: item.answers,
          problems: [],
        })
      }
  })
})

test('no restricted answer stays in the open half', () => {
  const open = Object.entries(drVega).flatMap(([id, items]) =>
    items.map((item) => splitRestricted(sectionOf(cms855i, id)!, item.answers).open),
  )
  const written = JSON.stringify(open)
  for (const secret of ['900123456', '900654321', '1980-03-27', '123456780', '000900123'])
    expect(written).not.toContain(secret)
  expect(splitRestricted(sectionOf(cms855i, 'identifiers')!, drVega.identifiers[0].answers).restricted).toEqual({
    ssn: '900123456',
  })
})

const asked = (file: File) =>
  sectionsOf(cms855i)
    .filter((s) => applies(s, file))
    .map((s) => s.id)
const set = (file: File, section: string, answers: Answers): File => ({ ...file, [section]: [{ id: '1', answers }] })

describe('who is asked what', () => {
  test.each<[string, File, string[], string[]]>([
    [
      'a physician is asked for specialties',
      drVega,
      ['physician-specialty', 'residency'],
      ['practitioner-type', 'advanced-practice'],
    ],
    [
      'a nurse practitioner for type and certification',
      npOkafor,
      ['practitioner-type', 'advanced-practice'],
      ['physician-specialty', 'counseling'],
    ],
    [
      'who only reassigns is not asked about a practice',
      npOkafor,
      ['reassignments'],
      ['practice-locations', 'entity', 'electronic-payment', 'participation'],
    ],
    [
      'who only has a practice is not asked to reassign',
      set(drVega, 'business', { paidThrough: 'own-practice', structure: 'sole-proprietor' }),
      ['sole-proprietor', 'practice-locations'],
      ['reassignments', 'entity', 'entity-legal-history'],
    ],
    [
      'a therapist about the office',
      set(npOkafor, 'practitioner-type', { type: '65' }),
      ['therapy-practice'],
      ['advanced-practice'],
    ],
    [
      'a clinical social worker about supervised practice',
      set(npOkafor, 'practitioner-type', { type: '80' }),
      ['counseling'],
      ['therapy-practice'],
    ],
    [
      'a clinical psychologist about the doctorate',
      set(npOkafor, 'practitioner-type', { type: '68' }),
      ['clinical-psychologist'],
      ['independent-psychologist'],
    ],
    [
      'a psychologist billing independently about independence',
      set(npOkafor, 'practitioner-type', { type: '62' }),
      ['independent-psychologist'],
      ['clinical-psychologist'],
    ],
    [
      'a dietitian about registration',
      set(npOkafor, 'practitioner-type', { type: '71' }),
      ['dietetics'],
      ['counseling'],
    ],
    [
      'an audiologist about no certification',
      set(npOkafor, 'practitioner-type', { type: '64' }),
      ['practitioner-type'],
      ['advanced-practice', 'counseling', 'dietetics'],
    ],
  ])('%s', (_, file, yes, no) => {
    expect(asked(file)).toEqual(expect.arrayContaining(yes))
    for (const id of no) expect(asked(file)).not.toContain(id)
  })

  test('turning a nurse practitioner into a physician drops the type and what hung on it', () => {
    const turned = set(npOkafor, 'enrollment', { practitioner: 'physician', state: 'OH' })
    expect(asked(turned)).not.toContain('advanced-practice')
    expect(relevant(cms855i, turned)['advanced-practice']).toBeUndefined()
    expect(isComplete(cms855i, turned, fixtureDay)).toBe(false)
  })
})

describe('checks', () => {
  test.each<[string, string, string, string, unknown, string]>([
    ['a practice location is not a post office box', 'practice-locations', 'elm', 'line1', 'P.O. Box 12', 'po-box'],
    ['nor in the second line', 'practice-locations', 'elm', 'line2', 'PO BOX 12', 'po-box'],
    ['a place of reassigned work is not a post office box', 'reassignments', 'group', 'line1', 'POB 7', 'po-box'],
    [
      "a location's NPI is not the practitioner's own",
      'practice-locations',
      'elm',
      'npi',
      drVega.identifiers[0].answers.npi,
      'own-npi',
    ],
    [
      "a group's NPI is not the practitioner's own",
      'reassignments',
      'group',
      'npi',
      drVega.identifiers[0].answers.npi,
      'own-npi',
    ],
    [
      "a company's NPI is not the practitioner's own",
      'entity',
      '1',
      'npi',
      drVega.identifiers[0].answers.npi,
      'own-npi',
    ],
    ['a license does not end before it starts', 'licenses', 'il', 'issuedOn', '2028-08-01', 'date-in-future'],
    ['a license that is over is refused', 'licenses', 'il', 'expiresOn', '2026-11-23', 'date-in-past'],
    ['a certification starts before it ends', 'certifications', 'board', 'expiresOn', '2010-01-01', 'date-in-past'],
    ['a DEA number has its check digit', 'dea-registrations', 'il', 'number', 'BV1234564', 'check-failed'],
    ['nobody graduates next year', 'school', '1', 'graduated', 2027, 'date-in-future'],
    ['nobody graduated 81 years ago', 'school', '1', 'graduated', 1945, 'not-plausible'],
    ['nobody graduates as a child', 'school', '1', 'graduated', 1994, 'not-plausible'],
    ['a practitioner is grown up', 'birth', '1', 'bornOn', '2010-01-01', 'not-plausible'],
    ['a specialty is chosen once', 'physician-specialty', '1', 'secondary1', '08', 'chosen-twice'],
    ['a routing number has its check digit', 'electronic-payment', '1', 'routing', '123456789', 'check-failed'],
    ['an account number is not a sentence', 'electronic-payment', '1', 'account', 'my account', 'not-plausible'],
    ['a reassignment does not end before it starts', 'reassignments', 'group', 'endsOn', '2026-11-30', 'date-before'],
    ['nobody manages before being born', 'managing-employees', 'manager', 'since', '1970-01-01', 'date-before'],
  ])('%s', (_, section, id, name, value, code) => {
    const file = altered(drVega, section, id, name, value)
    const found = progressOf(cms855i, file, fixtureDay).flatMap((t) =>
      t.sections.flatMap((s) => s.problems.map((p) => ({ s: s.section.id, ...p }))),
    )
    expect(found).toContainEqual(expect.objectContaining({ s: section, itemId: id, at: name, code }))
    expect(isComplete(cms855i, file, fixtureDay)).toBe(false)
  })

  test('an expiry before the day of issue is refused even when both are to come', () => {
    const s = sectionOf(cms855i, 'licenses') as Section
    const { problems } = parseAnswers(
      s,
      { ...asTyped(s, drVega.licenses[0].answers), issuedOn: '2026-11-20', expiresOn: '2026-11-19' },
      day('2026-11-01'),
    )
    expect(problems.map((p) => p.code)).toContain('date-before')
  })

  test('what was complete is not complete for ever: a license runs out', () => {
    expect(isComplete(cms855i, drVega, day('2027-05-31'))).toBe(true)
    expect(isComplete(cms855i, drVega, day('2027-06-01'))).toBe(false)
  })
})
