/** A complete CMS-855I for a person of the invented registry, the same for the same NPI and day. Pure. */
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { asTyped, parseAnswers } from '#forms/kit/answers.ts'
import { sectionsOf } from '#forms/kit/form.ts'
import { prefillFromRegistry } from '#forms/kit/prefill.ts'
import { applies, type File, type Item, ONLY_ITEM } from '#forms/kit/section.ts'
import { type Circumstances, typedAnswers } from './application-answers.ts'

/**
 * What the registry knows and what the person adds, read by the form itself. Throws when the form refuses an
 * answer, which is a bug of ours, or for a person whom the registry gives no practice address.
 */
export function applicationFile(p: RegistryProvider, c: Circumstances): File {
  if (!p.person || !p.practice) throw new Error(`${p.npi} is nobody who could apply`)
  const known = prefillFromRegistry(cms855i, p).file
  const added = typedAnswers(p, c)
  const file: Record<string, readonly Item[]> = {}
  for (const section of sectionsOf(cms855i)) {
    if (!applies(section, file)) continue
    const typed = added[section.id] ?? {}
    const ids = section.repeats ? Object.keys(typed) : [ONLY_ITEM]
    const items = ids.map((id) => {
      const before = known[section.id]?.find((i) => i.id === id)?.answers ?? {}
      const { answers, problems } = parseAnswers(section, { ...asTyped(section, before), ...typed[id] }, c.on, file)
      if (problems.length > 0) throw new Error(`${p.npi} ${section.id}: ${JSON.stringify(problems)}`)
      return { id, answers }
    })
    if (items.length > 0) file[section.id] = items
  }
  return file
}
