/** A form as a reason asks it: whole, cut to some tasks, and with the questions of the reason first. Pure. */
import type { ReasonFacts, ReasonSection } from '#domain/application/reasons.ts'
import type { FormReading } from '../form-reading.ts'
import { formOfTasks } from '../kit/chosen-tasks.ts'
import { type Form, form, type Task } from '../kit/form.ts'
import type { Section } from '../kit/section.ts'
import { cancellation, confirmation, reactivation, transfer, withdrawal } from './sections.ts'

/** Where the questions of a reason stand in the task list. */
export const REASON_TASK = 'reason'

/** The questions of a reason on this form. */
export function reasonSection(id: ReasonSection, whole: Form): Section {
  if (id === 'confirmation') return confirmation(whole.tasks.map((t) => t.id))
  return { withdrawal, transfer, reactivation, cancellation }[id]
}

/** `chosen` counts only where the reason lets the person choose. */
export function reasonForm(
  { form: whole, always }: Pick<FormReading, 'form' | 'always'>,
  facts: ReasonFacts,
  chosen: readonly string[],
): Form {
  const cut =
    facts.asks === 'everything'
      ? whole
      : formOfTasks(whole, facts.asks === 'chosen' ? chosen : facts.asks === 'nothing' ? [] : facts.asks, always)
  if (!facts.own) return cut
  const own: Task = { id: REASON_TASK, sections: [reasonSection(facts.own, whole)] }
  return form({ ...cut, tasks: [own, ...cut.tasks] })
}
