/**
 * Shows and hides questions while earlier ones are answered. Without it nothing is lost: the page is shown again
 * when an answer opens a question. Reads data-question, data-when and data-is, which the section pages draw.
 */

/** "yes", "a,b" for check boxes, "" when nothing was chosen. */
function answerTo(form: HTMLFormElement, name: string): string {
  const fields = [...form.elements].filter(
    (e): e is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
      'name' in e && e.name === name && 'value' in e,
  )
  return fields
    .filter((f) => !(f instanceof HTMLInputElement && (f.type === 'radio' || f.type === 'checkbox')) || f.checked)
    .map((f) => f.value)
    .join(',')
}

function refresh(form: HTMLFormElement): void {
  const shown = new Set<string>()
  for (const box of form.querySelectorAll<HTMLElement>('[data-question]')) {
    const { question = '', when, is = '' } = box.dataset
    const open =
      when === undefined ||
      (shown.has(when) &&
        answerTo(form, when)
          .split(',')
          .some((v) => is.split(' ').includes(v)))
    box.hidden = !open
    if (open) shown.add(question)
  }
  const list = form.querySelector<HTMLInputElement>('[data-shown]')
  if (list) list.value = [...shown].join(',')
}

/** Wires every form of the page that has a question asked only sometimes. */
export function watchConditions(page: Document): void {
  for (const form of page.querySelectorAll('form')) {
    if (!form.querySelector('[data-when]')) continue
    form.addEventListener('change', () => refresh(form))
    refresh(form)
  }
}
