import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseStrictly, StrictJsonFault } from './read-json.ts'

const problemsOf = (text: string): readonly string[] => {
  try {
    parseStrictly(text)
    return []
  } catch (fault) {
    if (!(fault instanceof StrictJsonFault)) throw fault
    return fault.problems.map((p) => `${p.parameter} ${p.code}`)
  }
}

test.each([
  ['{"a":1,"b":{"a":2},"c":[{"a":1},{"a":2}]}', []],
  ['{"a":1,"a":1}', ['a repeated']],
  ['{"questions":[{"npi":"1"},{"npi":"2","on":"x","npi":"3"}]}', ['questions.1.npi repeated']],
  ['{"a":[1,[2,3],{"b":{},"c":0,"b":[]}]}', ['a.2.b repeated']],
  ['{"\\u0061":1,"a":2}', ['a repeated']],
  ['{"a":"x,\\"a\\":1,","b":"{\\\\"}', []],
  ['{"a":"x\\u0000y"}', ['a invalid']],
  ['["a","a"]', []],
  ['{"__proto__":{"x":1}}', ['__proto__ unknown']],
  ['"a"', []],
])('%s', (text, problems) => expect(problemsOf(text)).toEqual(problems))

test('what JSON.parse reads without repeated names is read alike, and what it refuses is refused', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      fc.pre(!/\\u0000|__proto__/.test(JSON.stringify(value)))
      const text = JSON.stringify(value, undefined, 1)
      expect(parseStrictly(text)).toEqual(JSON.parse(text))
    }),
  )
  for (const text of ['', '{', '{"a":1,}', "{'a':1}", '{"a" 1}', 'nul'])
    expect(() => parseStrictly(text)).toThrow(SyntaxError)
})

test('a name given twice anywhere is found', () => {
  const name = fc.string({ minLength: 1, maxLength: 8 }).filter((s) => !s.includes('\0') && s !== '__proto__')
  fc.assert(
    fc.property(name, fc.jsonValue(), fc.jsonValue(), (twice, one, two) => {
      fc.pre(!/\\u0000|__proto__/.test(JSON.stringify([one, two])))
      const key = JSON.stringify(twice)
      expect(problemsOf(`[{${key}:${JSON.stringify(one)},${key}:${JSON.stringify(two)}}]`)).toEqual([
        `0.${twice} repeated`,
      ])
    }),
  )
})
