/**
 * Puts what somebody typed before a time-out back into the form of the page that is drawn for them anew. Works on the text
 * of the page, as our own renderer writes it (quoted attributes, lower case), so that no page has to know of it. Never
 * fills passwords, files and hidden boxes, but for those that say from which state the form was drawn. Pure.
 */
import type { Fields } from './page.ts'

interface Tag {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly attributes: Readonly<Record<string, string>>
}

const TAG = /<(form|\/form|input|textarea|select|\/select|option)\b((?:[^>"]|"[^"]*")*)>/g
const ATTRIBUTE = /([\w-]+)(?:="([^"]*)")?/g
const plain = (escaped: string): string =>
  escaped
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

function tagsOf(html: string): readonly Tag[] {
  return [...html.matchAll(TAG)].map((m) => ({
    name: m[1]!,
    start: m.index,
    end: m.index + m[0].length,
    attributes: Object.fromEntries([...m[2]!.matchAll(ATTRIBUTE)].map((a) => [a[1]!, plain(a[2] ?? '')])),
  }))
}

/** The tags inside of each form, in the order of the page. */
function formsOf(tags: readonly Tag[]): readonly { readonly form: Tag; readonly inside: readonly Tag[] }[] {
  return tags.flatMap((form, i) => {
    if (form.name !== 'form') return []
    const end = tags.findIndex((t, j) => j > i && t.name === '/form')
    return [{ form, inside: tags.slice(i + 1, end < 0 ? undefined : end) }]
  })
}

const neverFilled = ['hidden', 'password', 'file', 'submit', 'button']
/** Hidden boxes that say from which state a form was drawn: with those of then a change by somebody else is noticed. */
const saysWhatWasSeen = ['seenVersion', 'shown', 'against', 'keys']
const isFilled = (t: Tag): boolean =>
  ['input', 'textarea', 'select'].includes(t.name) && !neverFilled.includes(t.attributes.type ?? 'text')

/**
 * The page with the form that posts to `path` filled from `fields`; undefined when it has no such form with one of those
 * boxes. Of several (one a row) the one whose hidden boxes say the same. `here` is where a form without an address posts.
 */
export function fillForm(html: string, here: string, path: string, fields: Fields): string | undefined {
  const same = ({ inside }: { readonly inside: readonly Tag[] }) =>
    inside.filter(
      (t) => t.attributes.type === 'hidden' && t.attributes.name && fields[t.attributes.name] === t.attributes.value,
    ).length
  const found = formsOf(tagsOf(html))
    .filter(({ form }) => (form.attributes.action ?? here) === path)
    .filter(({ inside }) => inside.some((t) => isFilled(t) && fields[t.attributes.name ?? ''] !== undefined))
    .toSorted((a, b) => same(b) - same(a))[0]
  if (!found) return undefined
  let filled = ''
  let done = 0
  let select: string | undefined
  for (const t of found.inside) {
    const name = t.name === 'option' ? select : t.attributes.name
    if (t.name === 'select') select = t.attributes.name
    if (t.name === '/select') select = undefined
    const end = t.name === 'textarea' ? html.indexOf('</textarea>', t.end) : t.end
    filled += html.slice(done, t.start) + written(html.slice(t.start, end), t, name, fields)
    done = end
  }
  return filled + html.slice(done)
}

/** One tag as it was typed into. A box that was not sent is one that was not ticked. */
function written(text: string, t: Tag, name: string | undefined, fields: Fields): string {
  const typed = name === undefined ? undefined : fields[name]
  if (t.name === 'option') return typed === undefined ? text : marked(text, t, 'selected', t.attributes.value === typed)
  if (name === undefined || !(isFilled(t) || (t.attributes.type === 'hidden' && saysWhatWasSeen.includes(name))))
    return text
  const { type, value = 'on' } = t.attributes
  if (type === 'radio') return marked(text, t, 'checked', typed === value)
  if (type === 'checkbox') return marked(text, t, 'checked', (typed ?? '').split(',').includes(value))
  if (typed === undefined || t.name === 'select') return text
  // A line break right after the tag is none of the text.
  if (t.name === 'textarea') return `${text.slice(0, t.end - t.start)}\n${escaped(typed)}`
  const without = text.replace(/ value(="[^"]*")?(?=[\s/>])/, '')
  return without.replace(/\s*\/?>$/, ` value="${escaped(typed).replace(/\$/g, '$$$$')}"/>`)
}

function marked(text: string, t: Tag, mark: 'checked' | 'selected', on: boolean): string {
  const had = mark in t.attributes
  if (had === on) return text
  return on
    ? text.replace(/\s*\/?>/, (end) => ` ${mark}${end}`)
    : text.replace(new RegExp(` ${mark}(="[^"]*")?(?=[\\s/>])`), '')
}
