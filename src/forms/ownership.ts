/** The ownership structure that an application of an organization draws. Pure. */
import { relevant } from './kit/form.ts'
import type { File } from './kit/section.ts'
import { readingOf } from './readings.ts'
import { type FiledStructure, filedStructure } from './shared/organization/filed-structure.ts'

/** Undefined for a form by which a person enrolls. `whole` may be unfinished. */
export function ownershipOf(form: string, whole: File): FiledStructure | undefined {
  const reading = readingOf(form)
  if (reading.enrolls !== 'organization') return undefined
  const file = relevant(reading.form, whole)
  const said = (section: string, question: string): string | undefined => {
    const answer = file[section]?.[0]?.answers[question]
    return typeof answer === 'string' && answer !== '' ? answer : undefined
  }
  const ein = said('organization', 'ein')
  const npi = said('organization', 'npi') ?? said('identifiers', 'npi')
  return filedStructure(file, { name: reading.legalName(file), ...(ein && { ein }), ...(npi && { npi }) })
}
