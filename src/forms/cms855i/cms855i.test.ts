/** The CMS-855I asks what it should, of whom it should, and is complete exactly when everything asked is answered. */
import { describe, expect, test } from 'vitest'
import { altered, fixtureDay } from '#test/people/answered.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { npOkafor } from '#test/people/np-okafor.ts'
import { asTyped, parseAnswers, splitRestricted } from '../kit/answers.ts'
import { isComplete, relevant, sectionOf, sectionsOf } from '../kit/form.ts'
import { type Answers, applies, type File, isAsked } from '../kit/section.ts'
import { cms855i } from './index.ts'

const people: readonly (readonly [string, File])[] = [
  ['Dr. Vega', drVega],
  ['NP Okafor', npOkafor],
]

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
