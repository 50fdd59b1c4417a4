/**
 * Passkeys are the one thing that needs a script: only it can ask the browser for one. A form with data-passkey
 * ("get" or "create") posts what the browser answers in its box "passkey" (data-box names another). The server draws
 * the form hidden and says without JavaScript what else there is; words come with the form, in its data attributes.
 */
import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser'

export function usePasskeys(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    const { rpId = '', elsewhere = '', unsupported = '' } = form.dataset
    if (!isOfSite(rpId)) say(form, elsewhere)
    else if (!browserSupportsWebAuthn()) say(form, unsupported)
    else offer(form)
  }
}

const isOfSite = (rpId: string) => location.hostname === rpId || location.hostname.endsWith(`.${rpId}`)
const boxOf = (form: HTMLFormElement) =>
  form.querySelector<HTMLInputElement>(`input[name="${form.dataset.box ?? 'passkey'}"]`)

/** What there is to say stands before the form, so that it can stay hidden. */
function say(form: HTMLFormElement, words: string): void {
  const said = form.previousElementSibling?.matches('[data-passkey-said]')
    ? (form.previousElementSibling as HTMLElement)
    : form.ownerDocument.createElement('p')
  said.dataset.passkeySaid = ''
  said.setAttribute('role', 'status')
  said.className = 'usa-hint'
  said.textContent = words
  form.before(said)
}

function offer(form: HTMLFormElement): void {
  form.hidden = false
  // Before the document's own listener, which would mark the form as sent.
  form.addEventListener('submit', (event) => {
    if (boxOf(form)?.value) return
    event.preventDefault()
    event.stopPropagation()
    say(form, form.dataset.waiting ?? '')
    answer(form, false).catch((fault: Error) => {
      // Pressed again: the first asking ended, the second goes on.
      if (fault.name !== 'AbortError') say(form, form.dataset.failed ?? '')
    })
  })
  if (form.dataset.autofill !== undefined)
    browserSupportsWebAuthnAutofill()
      .then((can) => (can ? answer(form, true) : undefined))
      // Nobody asked for anything yet: silence.
      .catch(() => undefined)
}

/** Asks the server what to ask the browser, asks it, and sends the answer. With `autofill` it waits in the user ID's box. */
async function answer(form: HTMLFormElement, autofill: boolean): Promise<void> {
  WebAuthnAbortService.cancelCeremony()
  const options = await ask(form)
  const given =
    form.dataset.passkey === 'create'
      ? await startRegistration({ optionsJSON: options as Parameters<typeof startRegistration>[0]['optionsJSON'] })
      : await startAuthentication({
          optionsJSON: options as Parameters<typeof startAuthentication>[0]['optionsJSON'],
          useBrowserAutofill: autofill,
        })
  const box = boxOf(form)
  if (!box) return
  box.value = JSON.stringify(given)
  takeTicks(form)
  form.submit()
}

/** A box that stands in several forms of the page counts as ticked when one of them is. */
function takeTicks(form: HTMLFormElement): void {
  for (const own of form.querySelectorAll<HTMLInputElement>('input[type="checkbox"][data-alike]'))
    own.checked ||= form.ownerDocument.querySelector(`input[data-alike][name="${own.name}"]:checked`) !== null
}

async function ask(form: HTMLFormElement): Promise<unknown> {
  const body = new URLSearchParams()
  for (const name of ['csrf', 'for']) {
    const value = form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? form.dataset[name]
    if (value) body.set(name, value)
  }
  const reply = await fetch(form.dataset.options ?? '', { method: 'POST', body })
  if (!reply.ok) throw new Error(`asked in vain: ${reply.status}`)
  return reply.json()
}
