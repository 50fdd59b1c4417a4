/** The reading of every form. A form without one cannot be applied for. Pure. */

import { reading855a } from './cms855a/reading.ts'
import { reading855b } from './cms855b/reading.ts'
import { reading855i } from './cms855i/reading.ts'
import { reading855o } from './cms855o/reading.ts'
import { reading855s } from './cms855s/reading.ts'
import { reading20134 } from './cms20134/reading.ts'
import type { FormReading } from './form-reading.ts'
import { readingOptOut } from './opt-out/reading.ts'

export const readings: readonly FormReading[] = [
  reading855i,
  reading855b,
  reading855a,
  reading20134,
  reading855o,
  reading855s,
  readingOptOut,
]

/** The reading of a form by its id ("CMS-855I"). Throws for one that is not known: no stored application has it. */
export function readingOf(form: string): FormReading {
  const found = readings.find((r) => r.form.id === form)
  if (!found) throw new Error(`unknown form ${form}`)
  return found
}
