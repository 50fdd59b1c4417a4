/** How an approved file is kept as the standing record's: what may lie in the clear, and what has to be sealed. Pure. */
import { splitRestricted } from './answers.ts'
import { type Form, sectionOf } from './form.ts'
import type { File } from './section.ts'

/** The two halves of the file, as a version keeps them: what may lie in the clear, and what is sealed. */
export function splitFile(form: Form, file: File): { readonly open: File; readonly restricted: File } {
  const halves = Object.entries(file).map(([id, items]) => {
    const section = sectionOf(form, id)
    if (!section) throw new Error(`no section ${id} in the ${form.id}`)
    return [id, items.map((item) => ({ id: item.id, ...splitRestricted(section, item.answers) }))] as const
  })
  const open = halves.map(([id, items]) => [id, items.map((i) => ({ id: i.id, answers: i.open }))] as const)
  const restricted = halves
    .map(([id, items]) => [id, items.map((i) => ({ id: i.id, answers: i.restricted }))] as const)
    .map(([id, items]) => [id, items.filter((i) => Object.keys(i.answers).length > 0)] as const)
    .filter(([, items]) => items.length > 0)
  return { open: Object.fromEntries(open), restricted: Object.fromEntries(restricted) }
}
