/** The NPI registry's answer to each question of an application, so that both can stand side by side. */
import type { Db } from '#db/db.ts'
import { findRegistryProvider } from '#db/queries/registry-files/registry.ts'
import { sourceVersion } from '#db/queries/registry-files/source-imports.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Form } from '#forms/kit/form.ts'
import { prefillFromRegistry } from '#forms/kit/prefill.ts'
import type { Answers, File, Item, Section } from '#forms/kit/section.ts'

export interface SourceAnswers {
  /** "missing": the registry was never loaded; "unknown": it has no such NPI. */
  readonly state: 'found' | 'missing' | 'unknown'
  readonly asOf: Day | undefined
  readonly file: File
}

export async function sourceAnswers(
  db: Db,
  permit: Permit<'case.view' | 'application.review'>,
  form: Form,
  npi: string,
): Promise<SourceAnswers> {
  const version = await sourceVersion(db, 'nppes')
  if (!version) return { state: 'missing', asOf: undefined, file: {} }
  const record = await findRegistryProvider(db, permit, npi)
  return record
    ? { state: 'found', asOf: version.asOf, file: prefillFromRegistry(form, record).file }
    : { state: 'unknown', asOf: version.asOf, file: {} }
}

/** What the registry says that belongs beside one item; a license beside the license of its state. */
export function besideItem(s: Section, item: Item, source: File): Answers {
  const items = source[s.id] ?? []
  const fits = s.id === 'licenses' ? items.find((i) => i.answers.state === item.answers.state) : items[0]
  return fits?.answers ?? {}
}

/** Equal but for case, punctuation and a ZIP code's last four digits. */
export const agree = (a: string, b: string): boolean => plain(a) === plain(b)
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/(\d{5})-\d{4}/g, '$1')
    .replace(/[^A-Z0-9]/g, '')
