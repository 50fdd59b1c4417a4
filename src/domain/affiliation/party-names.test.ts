import { expect, it } from 'vitest'
import { partyNames } from './party-names.ts'

it.each([
  ['John Harbor', [{ first: 'JOHN', last: 'HARBOR' }]],
  ['John Harbor Jr.', [{ first: 'JOHN', last: 'HARBOR', suffix: 'JR' }]],
  ['John Harbor, Jr., MD', [{ first: 'JOHN', last: 'HARBOR', suffix: 'JR' }]],
  ['Harbor, John', [{ first: 'JOHN', last: 'HARBOR' }]],
  ['HARBOR JR, JOHN', [{ first: 'JOHN', last: 'HARBOR', suffix: 'JR' }]],
  [
    'Harbor, John A.',
    [
      { first: 'JOHN', middle: 'A', last: 'HARBOR' },
      { first: 'JOHN', last: 'A HARBOR' },
    ],
  ],
  [
    'Ana de la Cruz',
    [
      { first: 'ANA', middle: 'DE', last: 'CRUZ' },
      { first: 'ANA', last: 'DE LA CRUZ' },
    ],
  ],
  ['Kim Do', [{ first: 'KIM', last: 'DO' }]],
  ['Do, Kim', [{ first: 'KIM', last: 'DO' }]],
  [
    'Anh Van Do',
    [
      { first: 'ANH', last: 'VAN' },
      { first: 'ANH', middle: 'VAN', last: 'DO' },
      { first: 'ANH', last: 'VAN DO' },
    ],
  ],
  ['Harbor', [{ organization: 'Harbor' }]],
  ['', [{ organization: '' }]],
])('a person, "%s"', (name, names) => expect(partyNames(name, true)).toEqual(names))

it('an organization keeps its name as it is', () =>
  expect(partyNames('Harbor, John & Sons Jr. LLC', false)).toEqual([{ organization: 'Harbor, John & Sons Jr. LLC' }]))
