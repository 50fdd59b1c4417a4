/** Every class that our markup names has a rule, in our styles or in the parts of USWDS that we include. */
import { beforeAll, describe, expect, test } from 'vitest'
import { filesBelow, read, withoutComments } from '#test/support/sources.ts'
import { compileStyles } from '../../scripts/build-styles.mjs'

/** Sources that draw markup: components, and scripts that make elements. */
const markup = () => [
  ...filesBelow('src', /\.tsx$/).filter((f) => !/\.test\.tsx$/.test(f)),
  ...filesBelow('src/web/browser', /\.ts$/).filter((f) => !/\.test\.ts$/.test(f)),
]

/** "status-tag--" (with more to come from a value) or a whole name. */
interface Used {
  readonly name: string
  readonly isPrefix: boolean
}

/** The text after `class=` or `className =`: a string, or an expression in braces. */
function expressions(source: string): readonly string[] {
  return [...source.matchAll(/\b(?:class|className|rowClass|cls)\s*=\s*(?=["'`{])/g)].map((m) => {
    const from = m.index + m[0].length
    const first = source[from]!
    if (first !== '{') return source.slice(from, source.indexOf(first, from + 1) + 1)
    let depth = 0
    for (let i = from; ; i++) {
      if (source[i] === '{') depth++
      else if (source[i] === '}' && --depth === 0) return source.slice(from + 1, i)
      else if (i >= source.length) throw new Error(`unclosed class expression: ${source.slice(from, from + 60)}`)
    }
  })
}

/** Stands for a value within a template; no source holds it. */
const VALUE = '\u0000'

/** Names in the literals of an expression. What is compared (`=== 'x'`) is no class. */
function classesIn(source: string): readonly Used[] {
  return expressions(source).flatMap((expression) => {
    const literals: string[] = []
    let rest = expression.replace(/[=!]==\s*(['"]).*?\1/g, '')
    // The innermost literals first, so that those within the values of a template are seen too.
    for (const literal of [/(['"])([^'"`]*)\1/, /(`)((?:[^`$]|\$(?!\{)|\$\{[^{}`]*\})*)`/])
      for (let m = literal.exec(rest); m; m = literal.exec(rest)) {
        literals.push(m[2]!.replace(/\$\{[^}]*\}/g, VALUE))
        rest = rest.replace(m[0], () => '0')
      }
    return literals.flatMap((l) =>
      l
        .split(/\s+/)
        .filter((word) => word.replaceAll(VALUE, '') !== '')
        .map((word) => {
          // "usa-input${...}" where the value begins with a space is a whole name; "tag--${...}" is the beginning of one.
          const [name = ''] = word.split(VALUE)
          return { name, isPrefix: word.includes(VALUE) && /[-_]$/.test(name) }
        }),
    )
  })
}

/** Names of classes in selectors of a style sheet. */
const ruled = (css: string): ReadonlySet<string> =>
  new Set([...css.replace(/\{[^{}]*\}/g, '{}').matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map((m) => m[1]!))

const withoutRule = (used: readonly Used[], rules: ReadonlySet<string>): readonly string[] => [
  ...new Set(
    used
      .filter(({ name, isPrefix }) => (isPrefix ? ![...rules].some((r) => r.startsWith(name)) : !rules.has(name)))
      .map((u) => u.name),
  ),
]

let rules: ReadonlySet<string>
let used: readonly Used[]
beforeAll(async () => {
  rules = ruled(await compileStyles(new URL('../..', import.meta.url).pathname))
  used = markup().flatMap((f) => classesIn(withoutComments(read(f))))
}, 60_000)

describe('classes', () => {
  test('that our markup names have a rule', () => {
    expect(used.length).toBeGreaterThan(200)
    expect(withoutRule(used, rules)).toEqual([])
  })

  test('are found in strings, conditions and templates, and a missing one is told', () => {
    const source = [
      `<p class="one two">`,
      `<p class={x === 'no' ? 'three' : undefined}>`,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text.
      "<p class={`four${bad ? ' four--bad' : ''} five--${kind}${more ? ` seven--${more}` : ''}`}>",
      `box.className = 'six'`,
    ].join('\n')
    expect(classesIn(source).map((u) => u.name)).toEqual([
      'one',
      'two',
      'three',
      'four--bad',
      'seven--',
      'four',
      'five--',
      'six',
    ])
    const rules = ruled('.one,.two>p:hover{top:.5rem}@media print{.three{color:red}.four{}.five--a{}}.six{}')
    expect(withoutRule(classesIn(source), rules)).toEqual(['four--bad', 'seven--'])
    expect(withoutRule(classesIn(source), ruled(''))).toHaveLength(8)
  })
})
