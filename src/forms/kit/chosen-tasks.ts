/** A form cut to what a change of information asks. Pure. */
import type { Form, Task } from './form.ts'
import type { Section } from './section.ts'

/**
 * The chosen tasks, the sections that every change answers, and the sections that decide whether a chosen one is
 * asked, so that a file answered under the result can always be judged by itself.
 */
export function formOfTasks(form: Form, chosen: readonly string[], always: readonly string[]): Form {
  const wanted = (t: Task) => chosen.includes(t.id)
  const gates = new Set(
    form.tasks.filter(wanted).flatMap((t) => t.sections.flatMap((s) => (s.gates ?? []).map((gate) => gate.section))),
  )
  const kept = (t: Task, s: Section) => wanted(t) || always.includes(s.id) || gates.has(s.id)
  const tasks = form.tasks
    .map((t): Task => ({ ...t, sections: t.sections.filter((s) => kept(t, s)) }))
    .filter((t) => t.sections.length > 0)
  return { ...form, tasks }
}
