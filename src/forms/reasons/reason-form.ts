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

/** What the questions of the sale ask is not asked a second time in box 2F. */
export const askedBySale = 'ownership-change'
const withoutSale = (t: Task): Task => ({ ...t, sections: t.sections.filter((s) => s.id !== askedBySale) })

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
  const rest = facts.own === 'transfer' ? cut.tasks.map(withoutSale) : cut.tasks
  return form({ ...cut, tasks: [own, ...rest.filter((t) => t.sections.length > 0)] })
}
