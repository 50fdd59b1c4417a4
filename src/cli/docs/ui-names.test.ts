import { expect, test } from 'vitest'
import { en } from '#words/index.ts'
import { namesOf, uiNamesDocument } from './ui-names.ts'

const source = `
const PATH = '/not-me'
export const first = page({
  path: PATH,
  get() {
    const t = w.audit
    return screen({ w, title: t.title, children: <Button go="search">{t.search}</Button> })
  },
})
function Second({ a, name, sent }) {
  const t = w.dateLedger
  const title = t.title
  return (
    <>
      <h1>{title}</h1>
      <h1>{name}</h1>
      <Button onClick={() => go()}>{sent ? w.layout.continue : a.w.layout.save}</Button>
      <Button>{t.ask} <span class="usa-sr-only">{name}</span></Button>
      <Button>{w.layout.continue}</Button>
      <Button>{w.demo.clockForward(days)}</Button>
    </>
  )
}
`

test('names are looked up as the nearest source before them means them, each once', () => {
  expect(namesOf(source)).toEqual({
    headings: [en.dateLedger.title, '…', en.audit.title],
    buttons: [
      en.audit.search,
      en.layout.continue,
      en.layout.save,
      `${en.dateLedger.ask} …`,
      en.demo.clockForward('…' as unknown as number),
    ],
  })
})

test.each(['{t.nowhere.at.all}', '{[a, b].join()}', '{title}', 'Plain'])('%s is left to the data', (inside) => {
  expect(namesOf(`const title = title\n<h1>${inside}</h1>`).headings).toEqual(['…'])
})

test('a row has the addresses of its file, and a file that names nothing has no row', () => {
  const text = uiNamesDocument({ 'src/web/account/first.tsx': source, 'src/web/account/none.tsx': 'const x = 1' })
  expect(text).toContain('| `src/web/account/first.tsx` | `/not-me` |')
  expect(text).not.toContain('none.tsx')
})
