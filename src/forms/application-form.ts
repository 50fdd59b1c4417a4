/** The form that an application answers: of its kind, and cut to the chosen tasks when it is a change. Pure. */
import { formForReason, type Task855i } from './cms855i/change.ts'
import { cms855i } from './cms855i/index.ts'
import type { Form } from './kit/form.ts'

export interface AskedFor {
  readonly form: string
  readonly reason: 'initial' | 'change'
  readonly chosenTasks: readonly string[]
}

const isTask = (id: string): id is Task855i => cms855i.tasks.some((t) => t.id === id)

/** Throws for a form that this product does not know, because no stored application can have one. */
export function applicationForm(a: AskedFor): Form {
  if (a.form !== cms855i.id) throw new Error(`unknown form ${a.form}`)
  return formForReason(a.reason, a.chosenTasks.filter(isTask))
}
