/**
 * One key presses a button that names it (data-key), where nobody is typing; a switch on the page turns that off and
 * on for this browser (WCAG 2.1.4). Without it the button is pressed by hand.
 */
const KEPT = 'keys-off'

export function listenForKeys(page: Document): void {
  const buttons = [...page.querySelectorAll<HTMLButtonElement>('button[data-key]')]
  if (buttons.length === 0) return
  const isOff = () => localStorage.getItem(KEPT) === 'yes'
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-keys-off]')) {
    const say = () => {
      button.textContent = (isOff() ? button.dataset.keysOn : button.dataset.keysOff) ?? ''
    }
    say()
    button.hidden = false
    button.addEventListener('click', () => {
      localStorage.setItem(KEPT, isOff() ? 'no' : 'yes')
      say()
    })
  }
  page.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey || e.repeat || isOff() || isTyping(e.target)) return
    const button = buttons.find((b) => b.dataset.key === e.key.toLowerCase())
    if (!button) return
    e.preventDefault()
    button.click()
  })
}

const isTyping = (at: EventTarget | null): boolean =>
  at instanceof HTMLElement && at.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null
