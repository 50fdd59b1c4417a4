/** The form that an application answers: of its kind, and cut to the chosen tasks when it is a change. Pure. */
import { formOfTasks } from './kit/chosen-tasks.ts'
import type { Form } from './kit/form.ts'
import { readingOf } from './readings.ts'

export interface AskedFor {
  readonly form: string
  readonly reason: 'initial' | 'change'
  readonly chosenTasks: readonly string[]
}

/** Throws for a form that this product does not know, because no stored application can have one. */
export function applicationForm(a: AskedFor): Form {
  const { form, always } = readingOf(a.form)
  return a.reason === 'change' ? formOfTasks(form, a.chosenTasks, always) : form
}
