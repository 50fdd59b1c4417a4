/** Who is a new owner: of any share, on any way. */
import { expect, test } from 'vitest'
import { newOwners } from './new-owners.ts'
import type { Interest, OwnershipStructure } from './party.ts'

interface Held extends Partial<Interest> {
  readonly who: string
  readonly taxId?: string
}
function of(...held: readonly Held[]): OwnershipStructure {
  const names = [...new Set(held.flatMap((h) => [h.who, ...(h.owned ? [h.owned] : [])]))]
  return {
    root: 'r',
    parties: [
      { id: 'r', kind: 'organization', name: 'Root', kinds: [] },
      ...names.map((name) => {
        const taxId = held.find((h) => h.who === name)?.taxId
        return { id: name, kind: 'person' as const, name, kinds: [], ...(taxId && { taxId }) }
      }),
    ],
    interests: held.map(({ who, owned = 'r', role = 'direct-owner', percent }) => ({
      owner: who,
      owned,
      role,
      ...(percent !== undefined && { percent }),
    })),
  }
}
const before = of({ who: 'Ann', percent: 96, taxId: '1' }, { who: 'Bo', percent: 4 })

test.each([
  ['nobody', before, []],
  ['nobody in another spelling', of({ who: 'ANN', percent: 96 }), []],
  ['nobody who only took another name', of({ who: 'Ann Married', percent: 96, taxId: '1' }), []],
  ['somebody of the same name and another number', of({ who: 'Ann', percent: 96, taxId: '2' }), ['Ann']],
  ['who has five percent', of({ who: 'Cy', percent: 5 }), ['Cy']],
  ['who has less', of({ who: 'Cy', percent: 0.5 }), ['Cy']],
  ['not who has nothing', of({ who: 'Cy', percent: 0 }), []],
  ['not who had less before', of({ who: 'Bo', percent: 5 }), []],
  ['a partner of any share', of({ who: 'Cy', role: 'limited-partner', percent: 1 }), ['Cy']],
  ['whose share nobody said', of({ who: 'Cy' }), ['Cy']],
  ['not a manager', of({ who: 'Cy', role: 'managing-employee' }), []],
  ['not a lender', of({ who: 'Cy', role: 'mortgage', percent: 30 }), []],
  [
    'who owns through another',
    of({ who: 'Ann', percent: 96, taxId: '1' }, { who: 'Cy', owned: 'Ann', percent: 10 }),
    ['Cy'],
  ],
  ['who is said to own indirectly', of({ who: 'Cy', role: 'indirect-owner', percent: 2 }), ['Cy']],
  ['not who is said to own nothing', of({ who: 'Cy', role: 'indirect-owner', percent: 0 }), []],
] as const)('%s', (_, after, names) => expect(newOwners(before, after)).toEqual(names))
