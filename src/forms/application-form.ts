/** The form that an application answers: of its kind, as its reason asks it. Pure. */
import { type ApplicationReason, reasonOf } from '#domain/application/reasons.ts'
import type { Form } from './kit/form.ts'
import { readingOf } from './readings.ts'
import { reasonForm } from './reasons/reason-form.ts'

export interface AskedFor {
  readonly form: string
  readonly reason: ApplicationReason
  readonly chosenTasks: readonly string[]
}

/** Throws for a form that this product does not know, because no stored application can have one. */
export const applicationForm = (a: AskedFor): Form => reasonForm(readingOf(a.form), reasonOf(a), a.chosenTasks)
