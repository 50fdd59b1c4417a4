import { describe, expect, it } from 'vitest'
import type { File } from './kit/section.ts'
import { newLocations } from './new-locations.ts'

const item = (id: string, line1: string, more: Record<string, unknown> = {}) => ({
  id,
  answers: { name: 'North', line1, city: 'Dayton', state: 'OH', zip: '45402', ...more },
})
const at = (...items: ReturnType<typeof item>[]): File => ({ 'practice-locations': items }) as File
const before = at(item('a', '1 Elm Street'), item('b', '2 Oak Ave., Suite 5'))

describe('a new practice location', () => {
  it.each([
    ['nothing changed', before, []],
    ['one is added', at(item('a', '1 Elm Street'), item('c', '9 Pine Road')), ['North, 9 Pine Road, Dayton']],
    ['one has no name', at(item('c', '9 Pine Road', { name: undefined })), ['9 Pine Road, Dayton']],
    ['the same place is entered anew', at(item('c', '2 OAK AVE SUITE 5', { zip: '45402-1234' })), []],
    ['one is corrected where it stands', at(item('a', '1 Elm Street North')), []],
    ['all are removed', {}, []],
  ] as const)('when %s', (_, after, found) => expect(newLocations(before, after)).toEqual(found))
  it('is each of them where there was none', () =>
    expect(newLocations({}, before)).toEqual(['North, 1 Elm Street, Dayton', 'North, 2 Oak Ave., Suite 5, Dayton']))
})
