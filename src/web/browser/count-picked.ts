/**
 * Says how many boxes are ticked, in each group and in all, while they are ticked. Without it the next page says so.
 * Reads data-picked ("# questions picked") and data-picked-one; before the first tick the text of the page stays.
 */
export function countPicked(page: Document): void {
  for (const form of page.querySelectorAll('form')) {
    const notes = [...form.querySelectorAll<HTMLElement>('[data-picked]')].map((note) => ({
      note,
      within: note.closest('details') ?? form,
      before: note.textContent ?? '',
    }))
    if (notes.length === 0) continue
    form.addEventListener('change', () => {
      for (const { note, within, before } of notes) {
        const n = within.querySelectorAll('input[type="checkbox"]:checked').length
        const { picked = '', pickedOne = '' } = note.dataset
        note.textContent =
          n === 0 ? (within === form ? '' : before) : n === 1 ? pickedOne : picked.replace('#', String(n))
      }
    })
  }
}
