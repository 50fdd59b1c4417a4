/**
 * Beside a box for a new password: a switch that shows what is typed, how much is missing, how hard it is to guess and
 * what to change. A first hint only; the server judges (length, lists, names) whatever is said here. Words come with the
 * box, in its data attributes; nothing of what is typed leaves the page.
 */

/** How many characters are missing; a character typed again and again counts three times at most. */
export function missing(password: string, min = 12): number {
  const seen = new Map<string, number>()
  let counted = 0
  for (const c of password) {
    const n = (seen.get(c) ?? 0) + 1
    seen.set(c, n)
    if (n <= 3) counted++
  }
  return Math.max(0, min - counted)
}

export type Advice = 'repeats' | 'sequence' | 'keyboard' | 'date' | 'name' | 'word' | 'alone'

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890']
const keys = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1q2w3e4r5t', 'qazwsxedc']
const common =
  /passw|letmein|welcome|iloveyou|monkey|dragon|football|baseball|sunshine|princess|admin|changeme|medicare|pecos|nppes/

/** How many characters of a text stand in a row of five or more of these, forwards or backwards. */
function inRows(text: string, of: readonly string[]): number {
  const all = of.flatMap((row) => [row, [...row].reverse().join('')])
  let found = 0
  for (let i = 0; i + 5 <= text.length; i++) if (all.some((row) => row.includes(text.slice(i, i + 5)))) found++
  return found
}

/** 0 easy, 1 could be better, 2 hard to guess; and what to change. `about` are words that the person typed elsewhere. */
export function judge(
  password: string,
  about: readonly string[],
): { readonly level: 0 | 1 | 2; readonly advice?: Advice } {
  const text = password.toLowerCase()
  if (/(.)\1{3}|(.{2,5})\2{2}/.test(text)) return { level: 0, advice: 'repeats' }
  if (inRows(text, rows) > 0) return { level: 0, advice: 'sequence' }
  if (inRows(text, keys) > 0) return { level: 0, advice: 'keyboard' }
  if (about.some((word) => word.length >= 4 && text.includes(word.toLowerCase()))) return { level: 0, advice: 'name' }
  if (common.test(text)) return { level: 0, advice: 'word' }
  if (/(19|20)\d\d/.test(text)) return { level: 1, advice: 'date' }
  const parts = text.split(/[^a-z0-9]+/).filter((part) => part.length > 2)
  const mixed = /[a-z]/.test(text) && /\d/.test(text) && new Set(text).size >= 10
  return parts.length < 2 && !mixed ? { level: 1, advice: 'alone' } : { level: 2 }
}

const read = <T>(json: string | undefined, otherwise: T): T => (json ? (JSON.parse(json) as T) : otherwise)

export function helpWithPasswords(page: Document): void {
  for (const box of page.querySelectorAll<HTMLInputElement>('input[data-password-meter]')) {
    const { show = '', more = '', enough = '', min } = box.dataset
    const strengths = read<readonly string[]>(box.dataset.strengths, [])
    const advice = read<Readonly<Record<string, string>>>(box.dataset.advice, {})
    const said = page.createElement('p')
    said.className = 'usa-hint password-meter'
    said.setAttribute('role', 'status')
    const [around, toggle, label] = ['div', 'input', 'label'].map((tag) => page.createElement(tag)) as [
      HTMLDivElement,
      HTMLInputElement,
      HTMLLabelElement,
    ]
    around.className = 'usa-checkbox'
    toggle.className = 'usa-checkbox__input'
    label.className = 'usa-checkbox__label'
    toggle.type = 'checkbox'
    toggle.id = `${box.id}-show`
    label.htmlFor = toggle.id
    label.textContent = show
    around.append(toggle, label)
    box.after(around, said)
    toggle.addEventListener('change', () => {
      for (const one of box.form?.querySelectorAll<HTMLInputElement>('input[autocomplete="new-password"]') ?? [])
        one.type = toggle.checked ? 'text' : 'password'
    })
    // Shown passwords must not be kept as text by the browser.
    box.form?.addEventListener('submit', () => {
      toggle.checked = false
      toggle.dispatchEvent(new Event('change'))
    })
    const typedElsewhere = () =>
      [...(box.form?.querySelectorAll<HTMLInputElement>('input:not([type]), input[type=text]') ?? [])]
        .filter((other) => other !== box && other.autocomplete !== 'new-password')
        .flatMap((other) => other.value.split(/[^\p{L}\p{N}]+/u))
    box.addEventListener('input', () => {
      const left = missing(box.value, Number(min) || 12)
      const { level, advice: why } = judge(box.value, typedElsewhere())
      const verdict = why ? `${strengths[level] ?? ''}. ${advice[why] ?? ''}` : enough
      said.dataset.level = left > 0 ? '0' : String(level)
      said.textContent = box.value === '' ? '' : left > 0 ? more.replace('{n}', String(left)) : verdict
    })
  }
}
