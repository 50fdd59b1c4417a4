/** The form that an application answers: of its kind, as its reason asks it. Pure. */
import { type ApplicationReason, reasonOf } from '#domain/application/reasons.ts'
import { formOfEdition } from './editions.ts'
import type { Form } from './kit/form.ts'
import { readingOf } from './readings.ts'
import { reasonForm } from './reasons/reason-form.ts'

export interface AskedFor {
  readonly form: string
  readonly reason: ApplicationReason
  readonly chosenTasks: readonly string[]
  /** The edition that it was begun on; absent: today's. */
  readonly edition?: string
}

/** Throws for a form that this product does not know, because no stored application can have one. */
export function applicationForm(a: AskedFor): Form {
  const { form, always } = readingOf(a.form)
  return reasonForm({ form: formOfEdition(form, a.edition), always }, reasonOf(a), a.chosenTasks)
}

/** The same application on today's edition. */
export const formOfToday = ({ form, reason, chosenTasks }: AskedFor): Form =>
  applicationForm({ form, reason, chosenTasks })
