/** What the CMS-855I refuses although each answer can be read. */
import { describe, expect, test } from 'vitest'
import { day } from '#domain/dates.ts'
import { altered, fixtureDay } from '#test/people/answered.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { asTyped, parseAnswers } from '../kit/answers.ts'
import { isComplete, progressOf, sectionOf } from '../kit/form.ts'
import type { Section } from '../kit/section.ts'
import { cms855i } from './index.ts'

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
