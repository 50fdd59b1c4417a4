/** Registry capitals as a person would write them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPoBox } from './po-box.ts'
import { titleCase } from './title-case.ts'

test.each([
  ['ROSA', 'Rosa'],
  ["O'BRIEN-MCDONALD", "O'Brien-McDonald"],
  ['MCKAY', 'McKay'],
  ['MACK', 'Mack'],
  ['VEGA III', 'Vega III'],
  ['123 N 42ND ST STE 4B', '123 N 42nd St Ste 4B'],
  ['77 NE CAPITOL AVE', '77 NE Capitol Ave'],
  ['PO BOX 118', 'PO Box 118'],
  ['HOUSE OF THE ROSE LLC', 'House of the Rose LLC'],
  ["ST. MARY'S", "St. Mary's"],
  ['PEÑA', 'Peña'],
  ['M', 'M'],
  ['  TWO   SPACES ', 'Two Spaces'],
  ['deVries', 'deVries'],
])('%s becomes %s', (registry, person) => expect(titleCase(registry)).toBe(person))

test('changes nothing but the case and the spaces', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z0-9 './-]{1,40}$/), (t) => {
      expect(titleCase(t).toUpperCase()).toBe(t.trim().replace(/\s+/g, ' '))
    }),
  )
})

test.each([
  ['PO Box 12', true],
  ['P.O. BOX 12', true],
  ['P O Box 12', true],
  ['p.o.box12', true],
  ['POB 12', true],
  ['Post Office Box 9', true],
  ['Suite 4, PO Box 12', true],
  ['12 Box Elder Rd', false],
  ['410 Elm St', false],
  ['Poblano Way 3', false],
  ['12 Post Rd', false],
])('%s is a post office box: %s', (line, is) => expect(isPoBox(line)).toBe(is))
