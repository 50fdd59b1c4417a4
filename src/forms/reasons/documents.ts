/** The papers that an application needs: those that its answers call for, as its reason asks for them. Pure. */
import type { RequiredDocument } from '#domain/application/document-requirements.ts'
import { type ApplicationReason, reasonOf } from '#domain/application/reasons.ts'
import type { File } from '../kit/section.ts'
import { readingOf } from '../readings.ts'

/** Who only confirms the record has sent the papers before; who leaves needs none but what they like to add. */
export function documentsFor(
  a: { readonly form: string; readonly reason: ApplicationReason },
  file: File,
): readonly RequiredDocument[] {
  const all = readingOf(a.form).documents(file)
  const { record, same } = reasonOf(a)
  if (record === 'ends') return all.filter((d) => d.slot === 'other')
  if (!same) return all
  return all.map((d) => (d.needed === 'always' && d.slot !== 'adverse-action' ? { ...d, needed: 'when asked' } : d))
}
