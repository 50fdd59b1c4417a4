import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fieldsOf, worklistQuery } from './worklist-query.ts'

const isForm = (id: string) => id === 'cms855i'

it.each([
  [{}, { queue: 'open', sort: 'received', descending: false }],
  [
    { queue: 'mine', sort: '-due' },
    { queue: 'mine', sort: 'due', descending: true },
  ],
  [
    { queue: 'x', sort: '-x', form: 'x', reason: 'x', state: 'il', holder: 'x' },
    { queue: 'open', sort: 'received', descending: false },
  ],
  [
    { form: 'cms855i', reason: 'change', state: 'IL', holder: 'me' },
    {
      queue: 'open',
      sort: 'received',
      descending: false,
      form: 'cms855i',
      reason: 'change',
      state: 'IL',
      holder: 'me',
    },
  ],
])('%o', (fields, query) => expect(worklistQuery(fields, isForm)).toEqual(query))

it('says again what it read, whatever came', () => {
  const any = fc.oneof(fc.string(), fc.constantFrom('mine', '-name', 'cms855i', 'change', 'IL', 'nobody'))
  const fields = fc.record({ queue: any, sort: any, form: any, reason: any, state: any, holder: any })
  fc.assert(
    fc.property(fields, (f) => {
      const read = worklistQuery(f, isForm)
      expect(worklistQuery(fieldsOf(read), isForm)).toEqual(read)
    }),
  )
})
