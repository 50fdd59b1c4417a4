import { describe, expect, it } from 'vitest'
import { drVega, vegaNpi } from '#test/people/dr-vega.ts'
import { npOkafor } from '#test/people/np-okafor.ts'
import type { File } from '../kit/section.ts'
import { comparisonFacts, namedParties } from './comparison-facts.ts'

describe('what is compared', () => {
  it('of a physician with a practice of her own', () => {
    const facts = comparisonFacts(drVega, (code) => (code === '08' ? ['207Q00000X'] : undefined))
    expect(facts).toMatchObject({
      npi: { said: vegaNpi },
      name: { said: { last: 'Vega', first: 'Rosa', middle: 'Maria' } },
      otherNames: [{ last: 'Quintero' }],
      bornOn: '1980-03-27',
      specialty: { said: '08', taxonomies: ['207Q00000X'] },
      licenses: [{ said: { state: 'IL' } }, { said: { state: 'IA' } }],
    })
    expect(facts.practiceAddresses?.map((a) => a.field)).toEqual([
      'practice-locations/elm/line1',
      'practice-locations/home/line1',
    ])
  })

  it('of a nurse practitioner, whose crosswalk was not loaded', () => {
    const facts = comparisonFacts(npOkafor, () => undefined)
    expect(facts.specialty).toEqual({ field: 'practitioner-type/1/type', said: '50' })
    expect(facts.practiceAddresses).toEqual([])
  })
})

describe('who is screened beside the practitioner', () => {
  it('names everybody once', () => {
    expect(namedParties(drVega).map((p) => p.id)).toEqual([
      'entity/1',
      'reassignments/group',
      'managing-employees/manager',
      'billing-agency/1',
    ])
  })
  it('leaves out what does not apply any more', () => {
    const file: File = { ...drVega, 'billing-agency': [{ id: '1', answers: { uses: false } }] }
    expect(namedParties(file).map((p) => p.section)).not.toContain('billing-agency')
  })
})
