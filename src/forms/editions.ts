/**
 * Editions of forms that were replaced: the form of today without what the older paper did not ask yet. A draft is
 * asked, printed and kept by the edition that it was begun on. Pure.
 */
import { type Form, form, type Task } from './kit/form.ts'
import type { Section } from './kit/section.ts'

interface Replaced {
  readonly form: string
  readonly edition: string
  /** "section", or "section.question". */
  readonly without: readonly string[]
  readonly cite: string
}

export const replacedEditions: readonly Replaced[] = [
  {
    form: 'CMS-855I',
    edition: '12/18',
    without: ['reassignments'],
    cite: 'Reassignments were filed on the CMS-855R, which section 4F of the edition 05/23 took in',
  },
]

/** The form as an edition asks it. One of which no difference is declared asks what is asked today, under its name. */
export function formOfEdition(today: Form, edition: string | undefined): Form {
  if (edition === undefined || edition === today.edition) return today
  const gone = new Set(replacedEditions.find((r) => r.form === today.id && r.edition === edition)?.without ?? [])
  const asked = (s: Section): Section => {
    const kept = Object.entries(s.questions).filter(([name]) => !gone.has(`${s.id}.${name}`))
    return kept.length === Object.keys(s.questions).length ? s : { ...s, questions: Object.fromEntries(kept) }
  }
  const tasks = today.tasks
    .map((t): Task => ({ ...t, sections: t.sections.filter((s) => !gone.has(s.id)).map(asked) }))
    .filter((t) => t.sections.length > 0)
  return form({ ...today, edition, tasks })
}
