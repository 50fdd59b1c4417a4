/**
 * Warns some minutes before an idle session ends (how many, the page says), and offers to stay. Only pressing the button
 * counts as activity: an open page never keeps a session alive by itself. What is typed and not sent when the time is
 * over is kept by the server, for the same user only, and the session ends.
 * The words are the page's own (form.site-footer__idle), so that they come in its language.
 */
/** So much before the end the typed form leaves: the server still knows whose it is. */
const KEEP_BEFORE = 4

export function warnBeforeIdle(): void {
  const seconds = Number(document.body.dataset.idleSeconds)
  const warnBefore = Number(document.body.dataset.warnSeconds) || 180
  const form = document.querySelector<HTMLFormElement>('form.site-footer__idle')
  if (!seconds || !form || typeof HTMLDialogElement !== 'function') return
  const dialog = dialogFor(form)
  const typedForm = watchTyping()
  let ends = 0
  const fresh = () => {
    ends = Date.now() + seconds * 1000
    dialog.close()
  }
  // A page opened in another tab was activity too: this one must not sign that one out.
  const tabs = new BroadcastChannel('session')
  tabs.onmessage = fresh
  const tellTabs = () => tabs.postMessage('fresh')
  dialog.querySelector('button')?.addEventListener('click', async () => {
    if (!(await extend(form))) return form.submit()
    fresh()
    tellTabs()
  })
  const look = () => {
    const left = (ends - Date.now()) / 1000
    const typed = left <= KEEP_BEFORE ? typedForm() : undefined
    if (typed) return keep(typed, form)
    if (left <= 0) return location.assign('/sign-in?ended=idle')
    if (left <= warnBefore && !dialog.open) dialog.showModal()
    // A sleeping laptop wakes up long after one long timer should have rung: look often.
    setTimeout(look, 1000 * Math.min(15, Math.max(1, left > warnBefore ? left - warnBefore : left - KEEP_BEFORE)))
  }
  fresh()
  tellTabs()
  look()
}

/** Posts what the button in the footer posts; false when the session is already gone. */
async function extend(form: HTMLFormElement): Promise<boolean> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) body.set(name, String(value))
  const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined)
  // The portal says "done" by a redirect, which a script sees only as opaque.
  return answer !== undefined && (answer.ok || answer.type === 'opaqueredirect')
}

function dialogFor(form: HTMLFormElement): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = 'idle-warning'
  dialog.setAttribute('role', 'alertdialog')
  dialog.setAttribute('aria-labelledby', 'idle-warning-words')
  const words = document.createElement('p')
  words.id = 'idle-warning-words'
  words.textContent = form.dataset.warning ?? form.querySelector('span')?.textContent ?? ''
  const stay = document.createElement('button')
  stay.type = 'button'
  stay.className = 'usa-button'
  stay.textContent = form.querySelector('button')?.textContent ?? ''
  stay.autofocus = true
  dialog.append(words, stay)
  document.body.append(dialog)
  return dialog
}

/** The form of the page that somebody typed into and has not sent. */
function watchTyping(): () => HTMLFormElement | undefined {
  let typed: HTMLFormElement | undefined
  const note = (event: Event) => {
    const { target } = event
    if (target instanceof HTMLElement) typed = target.closest('form') ?? typed
  }
  const main = document.querySelector('main')
  main?.addEventListener('input', note)
  main?.addEventListener('submit', () => {
    typed = undefined
  })
  return () => (typed?.method === 'post' ? typed : undefined)
}

/** Sends what was typed to be kept, by a form of its own: the answer is the sign-in page. */
function keep(typed: HTMLFormElement, footer: HTMLFormElement): void {
  const fields: Record<string, string> = {}
  for (const [name, value] of new FormData(typed))
    if (name !== 'csrf' && typeof value === 'string') fields[name] = fields[name] ? `${fields[name]},${value}` : value
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/session/keep'
  const address = new URL(typed.action)
  const posted = {
    csrf: String(new FormData(footer).get('csrf') ?? ''),
    path: address.pathname + address.search,
    page: location.pathname + location.search,
    form: JSON.stringify(fields),
  }
  for (const [name, value] of Object.entries(posted)) {
    const box = document.createElement('input')
    box.type = 'hidden'
    box.name = name
    box.value = value
    form.append(box)
  }
  document.body.append(form)
  form.submit()
}
