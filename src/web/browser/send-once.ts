/** A second press on a form's button while the first is on its way does nothing. */
export function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if ((form.getAttribute('method') ?? '').toLowerCase() !== 'post') return
    if (form.dataset.sent) return event.preventDefault()
    // What comes back is a file: the page stays, and its buttons with it.
    if (event.submitter?.dataset.stays) return
    form.dataset.sent = 'yes'
    // Not `disabled`: the pressed button's own name and value must still be sent.
    for (const button of buttons(form)) button.setAttribute('aria-disabled', 'true')
  })
  // The page that the Back button brings out of the cache may be sent again.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    for (const form of document.forms) {
      delete form.dataset.sent
      for (const button of buttons(form)) button.removeAttribute('aria-disabled')
    }
  })
}

const buttons = (form: HTMLFormElement) => form.querySelectorAll('button')
