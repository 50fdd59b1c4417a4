/**
 * Shows how much of a large file was sent, where a form has a place for it (data-sending "# % sent", data-sent). The
 * answer takes the place of the page, as it would without this. Without it the browser shows what it shows of sending.
 */

/** Smaller files are there before anybody could read a number. */
const LARGE = 1_000_000

export function showSending(page: Document): void {
  for (const place of page.querySelectorAll<HTMLElement>('[data-sending]')) {
    const form = place.closest('form')
    const bar = place.querySelector('progress')
    const words = place.querySelector('p')
    if (form && bar && words) form.addEventListener('submit', (event) => send(event, form, { place, bar, words }))
  }
}

interface Shown {
  readonly place: HTMLElement
  readonly bar: HTMLProgressElement
  readonly words: HTMLElement
}

function send(event: SubmitEvent, form: HTMLFormElement, { place, bar, words }: Shown): void {
  const file = form.querySelector<HTMLInputElement>('input[type="file"]')?.files?.[0]
  if (!file || file.size < LARGE || form.dataset.sent) return
  event.preventDefault()
  place.hidden = false
  const say = (text: string): void => {
    if (words.textContent !== text) words.textContent = text
  }
  const request = new XMLHttpRequest()
  request.open('POST', form.action)
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const percent = Math.floor((loaded / total) * 100)
    bar.value = percent
    // Read out loud at every tenth, not at every step.
    say((place.dataset.sending ?? '').replace('#', String(percent - (percent % 10))))
  })
  request.upload.addEventListener('load', () => {
    bar.removeAttribute('value')
    say(place.dataset.sent ?? '')
  })
  request.addEventListener('load', () => {
    history.replaceState(null, '', request.responseURL)
    document.open()
    document.write(request.responseText)
    document.close()
  })
  // The browser says by itself why it does not get through.
  request.addEventListener('error', () => form.submit())
  request.send(new FormData(form, event.submitter))
}
