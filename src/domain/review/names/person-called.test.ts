import { expect, test } from 'vitest'
import { personCalled } from './person-called.ts'

test.each([
  ['Rosa Maria Vega', { first: 'Rosa', last: 'Vega' }],
  ['Daniel Okafor Jr.', { first: 'Daniel', last: 'Okafor' }],
  [' Harold  Stone, III ', { first: 'Harold', last: 'Stone' }],
  ['Rosa Vega, MD', { first: 'Rosa', last: 'Vega' }],
  ['Daniel Okafor Jr., D.O.', { first: 'Daniel', last: 'Okafor' }],
  ['Cher', { last: 'Cher' }],
  ['', { last: '' }],
])('%s', (name, party) => expect(personCalled(name)).toEqual(party))
