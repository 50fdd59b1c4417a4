/** What must hold of every declared form, whoever writes the next one. */
import { describe, expect, test } from 'vitest'
import { formOf, forms } from './index.ts'
import { type Form, form, sectionsOf } from './kit/form.ts'
import { ssn, text } from './kit/kinds.ts'
import { type Section, section } from './kit/section.ts'
import { addressParts, prefixed } from './shared/address.ts'

const questionsOf = (f: Form) =>
  sectionsOf(f).flatMap((s) => Object.entries(s.questions).map(([name, q]) => ({ at: `${s.id}.${name}`, s, name, q })))

/** A person's name is one thing to answer, like an address. */
const nameParts = ['first', 'middle', 'last', 'suffix']
const withoutNameParts = (names: readonly string[]): readonly string[] =>
  nameParts.every((part) => names.includes(part)) ? [...names.filter((n) => !nameParts.includes(n)), 'name'] : names

/** The names of a section without those that belong to an address. */
function withoutAddresses(s: Section): readonly string[] {
  const names = Object.keys(s.questions)
  const inAddress = new Set(
    names
      .filter((n) => n === 'line1' || n.endsWith('Line1'))
      .map((n) => (n === 'line1' ? '' : n.slice(0, -'Line1'.length)))
      .flatMap((prefix) => addressParts.map((part) => prefixed(prefix, part))),
  )
  return names.filter((n) => !inAddress.has(n))
}

/** Every fault of the declarations of a form, as words. */
function faults(f: Form): readonly string[] {
  return [
    ...questionsOf(f).flatMap(({ at, q }) => [
      ...(q.paper ? [] : [`${at} has no box on paper`]),
      ...(q.sensitivity ? [] : [`${at} has no sensitivity`]),
      ...(q.kind.name === 'ssn' && q.sensitivity !== 'restricted' ? [`${at} is an SSN in the clear`] : []),
      ...(/^(bornOn|routing|account)$/.test(at.split('.')[1]!) && q.sensitivity !== 'restricted'
        ? [`${at} is in the clear`]
        : []),
    ]),
    ...sectionsOf(f).flatMap((s) => [
      ...(withoutNameParts(withoutAddresses(s)).length > 9 ? [`${s.id} asks too much for one page`] : []),
      ...(new Set(s.checks?.map((c) => c.id)).size === (s.checks?.length ?? 0)
        ? []
        : [`${s.id} has two checks of one id`]),
      ...(/^[a-z][a-z0-9-]*$/.test(s.id) ? [] : [`${s.id} is no id`]),
    ]),
  ]
}

test('the fault finder finds planted faults', () => {
  const open = section({ id: 'Open', questions: { it: { kind: ssn, paper: '', sensitivity: 'internal' } } })
  const many = section({
    id: 'many',
    questions: Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [`q${i}`, { kind: text(), paper: '1', sensitivity: 'internal' } as const]),
    ),
  })
  expect(faults(form({ id: 'X', edition: '1', tasks: [{ id: 't', sections: [open, many] }] }))).toEqual([
    'Open.it has no box on paper',
    'Open.it is an SSN in the clear',
    'Open is no id',
    'many asks too much for one page',
  ])
})

describe.each(forms.map((f) => [f.id, f] as const))('%s', (id, f) => {
  test('has no fault in its declarations', () => {
    expect(questionsOf(f).length).toBeGreaterThan(10)
    expect(faults(f)).toEqual([])
  })
  test('is found by its id', () => expect(formOf(id)).toBe(f))
  test('names each task and section once', () => {
    const ids = sectionsOf(f).map((s) => s.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(f.tasks.map((t) => t.id)).size).toBe(f.tasks.length)
  })
})

test('a gate behind a closed gate is closed', () => {
  const q = { kind: text(), paper: '1', sensitivity: 'internal' } as const
  const first = section({ id: 'first', questions: { a: q } })
  const second = section({ id: 'second', when: { section: 'first', question: 'a', is: 'yes' }, questions: { b: q } })
  const third = section({ id: 'third', when: { section: 'second', question: 'b', is: 'yes' }, questions: { c: q } })
  const f = form({ id: 'X', edition: '1', tasks: [{ id: 't', sections: [first, second, third] }] })
  expect(sectionsOf(f).at(-1)?.gates).toHaveLength(2)
  expect(() => form({ ...f, tasks: [{ id: 't', sections: [second] }] })).toThrow('names no earlier')
})
