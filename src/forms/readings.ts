/** The reading of every form. A form without one cannot be applied for. Pure. */
import { reading855i } from './cms855i/reading.ts'
import type { FormReading } from './form-reading.ts'

export const readings: readonly FormReading[] = [reading855i]

/** The reading of a form by its id ("CMS-855I"). Throws for one that is not known: no stored application has it. */
export function readingOf(form: string): FormReading {
  const found = readings.find((r) => r.form.id === form)
  if (!found) throw new Error(`unknown form ${form}`)
  return found
}
