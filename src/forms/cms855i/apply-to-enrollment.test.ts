import { describe, expect, it } from 'vitest'
import { drVega } from '#test/people/dr-vega.ts'
import { npOkafor } from '#test/people/np-okafor.ts'
import { splitFile } from '../kit/record-file.ts'
import type { File } from '../kit/section.ts'
import { fileAfterChanges } from '../reconcile/file-after-changes.ts'
import { enrolledFacts } from './apply-to-enrollment.ts'
import { formForReason } from './change.ts'
import { cms855i } from './index.ts'

describe('facts of an approved file', () => {
  it('takes locations, reassignments and the first day of service', () => {
    const facts = enrolledFacts(drVega)
    expect(facts).toMatchObject({ specialty: '08', state: 'IL', displayName: 'Rosa Maria Vega' })
    expect(facts.locations.map((l) => [l.itemId, l.public, l.from])).toEqual([
      ['elm', true, '2026-12-01'],
      ['home', false, '2026-12-15'],
    ])
    expect(facts.reassignments).toHaveLength(1)
    expect(facts.firstServiceOn).toBe('2026-12-01')
  })

  it('keeps no location of a practitioner whom a group pays for everything', () => {
    const file = { ...npOkafor, 'practice-locations': drVega['practice-locations'] } as File
    expect(enrolledFacts(file)).toMatchObject({ specialty: '50', displayName: 'Daniel Okafor Jr.', locations: [] })
  })

  it('throws on a file that is not complete', () => {
    expect(() => enrolledFacts({ ...drVega, 'physician-specialty': [] })).toThrow('not complete')
  })
})

describe('a change', () => {
  const form = formForReason('change', ['locations'])
  const moved = drVega['practice-locations'].slice(0, 1)

  it('changes the sections it asked and leaves the rest', () => {
    const sides = { base: drVega, record: drVega, mine: { ...drVega, 'practice-locations': moved } as File }
    const { whole: after } = fileAfterChanges(cms855i, form, sides, new Map())
    expect(after['practice-locations']).toEqual(moved)
    expect(after.licenses).toEqual(drVega.licenses)
    expect(Object.keys(after).sort()).toEqual(Object.keys(drVega).sort())
  })
})

it('seals what is restricted and keeps the rest in the clear', () => {
  const { open, restricted } = splitFile(cms855i, drVega)
  expect(JSON.stringify(open)).not.toMatch(/900123456|1980-03-27|000900123/)
  expect(restricted.identifiers).toEqual([{ id: '1', answers: { ssn: '900123456' } }])
  expect(restricted['managing-employees']?.[0]?.id).toBe('manager')
  expect(restricted.licenses).toBeUndefined()
})
