/** Two edits of one record: disjoint ones are both there, equal ones are no conflict, different ones are settled. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choice, text } from '../kit/kinds.ts'
import { type Answers, type File, type Item, section } from '../kit/section.ts'
import { keepKey } from './merge-answers.ts'
import { mergeFile } from './merge-file.ts'

const q = { paper: '1', sensitivity: 'public', optional: true } as const
const one = section({ id: 'one', questions: { a: { kind: text(20), ...q }, b: { kind: text(20), ...q } } })
const list = section({
  id: 'list',
  repeats: { min: 0, max: 9 },
  questions: { a: { kind: text(20), ...q }, b: { kind: text(20), ...q }, c: { kind: text(20), ...q } },
})
const gated = section({
  id: 'gated',
  questions: {
    how: { kind: choice('mail', 'bank'), ...q },
    account: { kind: text(20), ...q, when: { question: 'how', is: 'bank' } },
  },
})
const sections = [one, list, gated]
const names = ['a', 'b', 'c'] as const

const value = fc.constantFrom('x', 'y', 'z', undefined)
const answers = fc.record({ a: value, b: value, c: value }).map(defined)
const files: fc.Arbitrary<File> = fc
  .uniqueArray(fc.constantFrom('i1', 'i2', 'i3', 'i4'), { maxLength: 4 })
  .chain((ids) => fc.tuple(...ids.map((id) => answers.map((a): Item => ({ id, answers: a })))))
  .map((items) => fileOf(items))

function defined(a: Readonly<Record<string, unknown>>): Answers {
  return Object.fromEntries(Object.entries(a).filter(([, v]) => v !== undefined))
}
const fileOf = (items: readonly Item[]): File => (items.length > 0 ? { list: items } : {})
const itemsOf = (f: File): readonly Item[] => f.list ?? []
const at = (f: File, id: string, name: string): unknown => itemsOf(f).find((i) => i.id === id)?.answers[name]

/** An edit of one field of one item that is there. */
const edited = (f: File, id: string, name: string, to: string | undefined): File =>
  fileOf(itemsOf(f).map((i) => (i.id === id ? { id, answers: sorted(defined({ ...i.answers, [name]: to })) } : i)))
const sorted = (a: Answers): Answers => defined(Object.fromEntries(names.map((n) => [n, a[n]])))
const merge = (base: File, record: File, mine: File, keeps?: ReadonlyMap<string, 'record' | 'mine'>) =>
  mergeFile(sections, { base, record, mine }, keeps)

describe('two changes of one record', () => {
  test('edits of different fields are both there, without a word', () => {
    const field = fc.tuple(fc.constantFrom('i1', 'i2', 'i3', 'i4'), fc.constantFrom(...names), value)
    fc.assert(
      fc.property(files, fc.array(field, { maxLength: 6 }), fc.array(field, { maxLength: 6 }), (base, ours, theirs) => {
        const taken = new Set(ours.map(([id, name]) => `${id}/${name}`))
        const others = theirs.filter(([id, name]) => !taken.has(`${id}/${name}`))
        const apply = (f: File, edits: readonly (readonly [string, string, string | undefined])[]) =>
          edits.reduce((file, [id, name, to]) => edited(file, id, name, to), f)
        const { file, conflicts } = merge(base, apply(base, others), apply(base, ours))
        expect(conflicts).toEqual([])
        expect(file).toEqual(apply(apply(base, others), ours))
      }),
    )
  })

  test('nothing changed on one side leaves the other as it is; the same on both is no conflict; twice is once', () => {
    fc.assert(
      fc.property(files, files, files, (base, record, mine) => {
        expect(merge(base, base, mine).conflicts).toEqual([])
        expect(sameItems(merge(base, base, mine).file, mine)).toBe(true)
        expect(merge(base, record, base)).toEqual({ file: record, conflicts: [] })
        expect(merge(base, mine, mine)).toEqual({ file: mine, conflicts: [] })
        const { file } = merge(base, record, mine)
        expect(merge(record, record, file)).toEqual({ file, conflicts: [] })
        expect(merge(base, file, file)).toEqual({ file, conflicts: [] })
      }),
    )
  })

  test('a field that the application did not touch is never overwritten', () => {
    fc.assert(
      fc.property(files, files, files, (base, record, mine) => {
        const keeps = new Map(merge(base, record, mine).conflicts.map((c) => [keyOf(c), 'mine'] as const))
        const { file } = merge(base, record, mine, keeps)
        for (const { id } of itemsOf(file))
          for (const n of names)
            if (itemsOf(record).some((i) => i.id === id) && at(base, id, n) === at(mine, id, n))
              expect(at(file, id, n)).toEqual(at(record, id, n))
      }),
    )
  })

  test('a settled conflict has the value of the side that was kept; until then the record stands', () => {
    fc.assert(
      fc.property(files, files, files, (base, record, mine) => {
        const { file, conflicts } = merge(base, record, mine)
        for (const c of conflicts.filter((x) => x.question !== '')) {
          expect(at(file, c.itemId, c.question)).toEqual(c.record)
          const settled = merge(base, record, mine, new Map([[keyOf(c), 'mine']]))
          expect(at(settled.file, c.itemId, c.question)).toEqual(c.mine)
        }
      }),
    )
  })

  test('an item that one side took out and the other changed is a conflict as a whole', () => {
    const base = fileOf([{ id: 'i1', answers: { a: 'x' } }])
    const changed = fileOf([{ id: 'i1', answers: { a: 'y' } }])
    expect(merge(base, changed, {})).toMatchObject({ file: changed, conflicts: [{ itemId: 'i1', question: '' }] })
    expect(merge(base, {}, changed).file).toEqual({})
    const mine = new Map([[keepKey('list', 'i1', ''), 'mine']] as const)
    expect(merge(base, {}, changed, mine).file).toEqual(changed)
    expect(merge(base, changed, {}, mine).file).toEqual({})
    // Taken out by one, untouched by the other: out, and nobody is asked.
    expect(merge(base, base, {})).toEqual({ file: {}, conflicts: [] })
    expect(merge(base, {}, base)).toEqual({ file: {}, conflicts: [] })
  })

  test('an edit that disappears with the other side’s answer to an earlier question is not lost silently', () => {
    const of = (answers: Answers): File => ({ gated: [{ id: '1', answers }] })
    const base = of({ how: 'bank', account: '1' })
    const record = of({ how: 'mail' })
    const mine = of({ how: 'bank', account: '2' })
    const merged = merge(base, record, mine)
    expect(merged.conflicts.map((c) => c.question)).toEqual(['how'])
    expect(merged.file).toEqual(record)
    const keeps = new Map(merged.conflicts.map((c) => [keyOf(c), 'mine'] as const))
    expect(merge(base, record, mine, keeps).file).toEqual(mine)
  })
})

const keyOf = (c: { readonly sectionId: string; readonly itemId: string; readonly question: string }) =>
  keepKey(c.sectionId, c.itemId, c.question)
/** The same items, in whatever order. */
const sameItems = (a: File, b: File): boolean => {
  const order = (f: File) => JSON.stringify([...itemsOf(f)].sort((x, y) => x.id.localeCompare(y.id)))
  return order(a) === order(b)
}
