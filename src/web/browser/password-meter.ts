/**
 * Beside a box for a new password: a switch that shows what is typed, and how much is missing. A first hint only;
 * the server judges (length, lists, names) whatever is said here. Words come with the box, in its data attributes.
 */
const MIN = 12

/** How many characters are missing; a character typed again and again counts three times at most. */
export function missing(password: string): number {
  const seen = new Map<string, number>()
  let counted = 0
  for (const c of password) {
    const n = (seen.get(c) ?? 0) + 1
    seen.set(c, n)
    if (n <= 3) counted++
  }
  return Math.max(0, MIN - counted)
}

export function helpWithPasswords(page: Document): void {
  for (const box of page.querySelectorAll<HTMLInputElement>('input[data-password-meter]')) {
    const { show = '', more = '', enough = '' } = box.dataset
    const said = page.createElement('p')
    said.className = 'usa-hint'
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
    box.addEventListener('input', () => {
      const left = missing(box.value)
      said.textContent = box.value === '' ? '' : left > 0 ? more.replace('{n}', String(left)) : enough
    })
  }
}
