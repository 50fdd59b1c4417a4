/** A form: its editions and its tasks, each a list of sections. Completeness is walked, never stored. */
import type { Day } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { problemsOf } from './answers.ts'
import { applies, type File, type Section } from './section.ts'

export interface Task {
  readonly id: string
  readonly sections: readonly Section[]
}

export interface Form {
  /** "CMS-855I". */
  readonly id: string
  /** The edition of the paper form that the boxes follow, e.g. "05/23". */
  readonly edition: string
  readonly tasks: readonly Task[]
}

/** Declares a form; throws when two sections share an id or a condition names no earlier single section. */
export function form(f: Form): Form {
  const seen = new Map<string, Section>()
  const linked = (s: Section): Section => {
    if (seen.has(s.id)) throw new Error(`${f.id}: two sections are called ${s.id}`)
    const gate = s.when && seen.get(s.when.section)
    if (s.when && (!gate || gate.repeats || !(s.when.question in gate.questions)))
      throw new Error(
        `${f.id}.${s.id}: condition names no earlier single question ${s.when.section}.${s.when.question}`,
      )
    // A section behind a gate that is itself not asked is not asked either.
    const whole = s.when ? { ...s, gates: [...(gate?.gates ?? []), s.when] } : s
    seen.set(s.id, whole)
    return whole
  }
  return { ...f, tasks: f.tasks.map((t) => ({ ...t, sections: t.sections.map(linked) })) }
}

export const sectionsOf = (f: Form): readonly Section[] => f.tasks.flatMap((t) => t.sections)
export const sectionOf = (f: Form, id: string): Section | undefined => sectionsOf(f).find((s) => s.id === id)

export type Progress = 'complete' | 'in-progress' | 'not-started' | 'not-needed'

export interface SectionProgress {
  readonly section: Section
  readonly progress: Progress
  /** What is still wrong in answers that were given; `itemId` says where, and is empty for the list as a whole. */
  readonly problems: readonly (Problem & { readonly itemId: string })[]
}

export function sectionProgress(s: Section, file: File, today: Day): SectionProgress {
  if (!applies(s, file)) return { section: s, progress: 'not-needed', problems: [] }
  const items = file[s.id] ?? []
  const problems = [
    ...items.flatMap((item) => problemsOf(s, item.answers, today, file).map((p) => ({ ...p, itemId: item.id }))),
    ...(s.listChecks ?? [])
      .filter((c) => items.length > 0 && !c.holds(items))
      .map((c) => ({ code: c.code, itemId: '' })),
  ]
  const enough = items.length >= (s.repeats?.min ?? 1)
  const progress =
    items.length === 0 && !enough ? 'not-started' : enough && problems.length === 0 ? 'complete' : 'in-progress'
  return { section: s, progress, problems }
}

export interface TaskProgress {
  readonly task: Task
  readonly progress: Progress
  readonly sections: readonly SectionProgress[]
}

/** Where every task stands, worked out from the answers. A list that may be empty still has to be looked at. */
export const progressOf = (f: Form, file: File, today: Day): readonly TaskProgress[] =>
  f.tasks.map((task) => {
    const sections = task.sections.map((s) => sectionProgress(s, file, today))
    const needed = sections.filter((s) => s.progress !== 'not-needed')
    const progress: Progress =
      needed.length === 0
        ? 'not-needed'
        : needed.every((s) => s.progress === 'complete')
          ? 'complete'
          : needed.every(
                (s) =>
                  s.progress === 'not-started' ||
                  (s.progress === 'complete' && (file[s.section.id] ?? []).length === 0),
              )
            ? 'not-started'
            : 'in-progress'
    return { task, progress, sections }
  })

/** Whether nothing is missing or wrong. Stops at the first section that is not complete. */
export const isComplete = (f: Form, file: File, today: Day): boolean =>
  sectionsOf(f).every((s) => !applies(s, file) || sectionProgress(s, file, today).progress === 'complete')

/** The file without answers of sections that no longer apply: what is signed is what was asked. */
export const relevant = (f: Form, file: File): File =>
  Object.fromEntries(
    sectionsOf(f).flatMap((s) => (file[s.id]?.length && applies(s, file) ? [[s.id, file[s.id]!]] : [])),
  )
