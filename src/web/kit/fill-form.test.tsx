import fc from 'fast-check'
import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { fillForm } from './fill-form.ts'

const drawn = (children: ComponentChildren) => render(<main>{children}</main>)
const save = (children: ComponentChildren, action?: string) => (
  <form method="post" action={action}>
    <input type="hidden" name="csrf" value="new" />
    {children}
  </form>
)
/** What a browser would send from the only form. */
function sent(html: string): Record<string, string> {
  const out: Record<string, string> = {}
  const plain = (s: string) =>
    s
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
  for (const [, name, value] of html.matchAll(/<input type="text" name="(\w+)"(?: value="([^"]*)")?\/?>/g))
    out[name!] = plain(value ?? '')
  for (const [, name, text] of html.matchAll(/<textarea name="(\w+)">([^<]*)<\/textarea>/g))
    out[name!] = plain(text!.replace(/^\n/, ''))
  return out
}

test('whatever was typed comes back as it was, and nothing of it becomes markup', () => {
  const page = drawn(
    save(
      <>
        <input type="text" name="line" value={'saved "before" > now'} />
        <textarea name="note">saved</textarea>
        <input type="text" name="other" value="kept" />
      </>,
    ),
  )
  const typed = fc.oneof(fc.string(), fc.constantFrom('</textarea><script>', '"><b>', '$& $1 $$', '\n\nlines', '&amp;'))
  fc.assert(
    fc.property(typed, typed, (line, note) => {
      const html = fillForm(page, '/x', '/x', { line, note })!
      expect(sent(html)).toEqual({ line, note, other: 'kept' })
      expect(html.replace(/value="[^"]*"/g, '').match(/<\w+/g)).toEqual(
        page.replace(/value="[^"]*"/g, '').match(/<\w+/g),
      )
    }),
  )
})

test('what was ticked and chosen is ticked and chosen again, and what was not is not', () => {
  const page = drawn(
    save(
      <>
        <input type="radio" name="kind" value="a" checked />
        <input type="radio" name="kind" value="b" />
        <input type="checkbox" name="many" value="x" checked />
        <input type="checkbox" name="many" value="y" />
        <input type="checkbox" name="many" value="z" />
        <input type="checkbox" name="agree" value="yes" checked />
        <select name="state">
          <option value="">none</option>
          <option value="IL" selected>
            Illinois
          </option>
          <option value="WI">Wisconsin</option>
        </select>
      </>,
    ),
  )
  const html = fillForm(page, '/x', '/x', { kind: 'b', many: 'y,z', state: 'WI' })!
  const on = [...html.matchAll(/<(?:input|option)[^>]*value="(\w*)"[^>]*(?:checked|selected)[^>]*>/g)].map((m) => m[1])
  expect(on).toEqual(['b', 'y', 'z', 'WI'])
})

test('hidden boxes, passwords and files stay those of today, but for the state that was typed upon', () => {
  const page = drawn(
    save(
      <>
        <input type="hidden" name="version" value="7" />
        <input type="hidden" name="seenVersion" value="7" />
        <input type="password" name="password" />
        <input type="file" name="file" />
        <input type="text" name="line" />
      </>,
    ),
  )
  const old = { csrf: 'old', version: '3', seenVersion: '3', password: 'secret', file: 'c:\\x', line: 'typed' }
  const html = fillForm(page, '/x', '/x', old)!
  expect(html).toContain('name="csrf" value="new"')
  expect(html).toContain('name="version" value="7"')
  // The state that was typed upon, so that what somebody else changed meanwhile is not overwritten unseen.
  expect(html).toContain('name="seenVersion" value="3"')
  expect(html).not.toMatch(/secret|c:\\x|old/)
  expect(html).toContain('value="typed"')
})

test('of several forms the one with that address and those hidden boxes; none of another', () => {
  const row = (id: string) =>
    save(
      <>
        <input type="hidden" name="id" value={id} />
        <textarea name="note" />
      </>,
      '/notes?a=1&b=2',
    )
  const page = drawn([row('1'), row('2'), save(<textarea name="note" />, '/elsewhere')])
  const html = fillForm(page, '/page', '/notes?a=1&b=2', { id: '2', note: 'typed' })!
  expect(html.indexOf('typed')).toBeGreaterThan(html.indexOf('value="2"'))
  expect(html.match(/typed/g)).toHaveLength(1)
  expect(html.indexOf('typed')).toBeLessThan(html.indexOf('/elsewhere'))
  expect(fillForm(page, '/page', '/page', { note: 'typed' })).toBeUndefined()
  expect(fillForm(page, '/page', '/elsewhere', { other: 'typed' })).toBeUndefined()
})
