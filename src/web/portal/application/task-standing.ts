/** Where each task stands, with why one cannot start yet. Pure. */
import { type Form, type Progress, sectionsOf, type TaskProgress } from '#forms/kit/form.ts'
import { applies, type File, type Section } from '#forms/kit/section.ts'

export interface TaskStanding {
  readonly taskId: string
  readonly standing: Progress | 'cannot-start'
  /** Where to go on; absent when the task is not needed or cannot start. */
  readonly sectionId?: string
  /** The task to answer first. */
  readonly waitsFor?: string
}

const taskOf = (form: Form, sectionId: string) => form.tasks.find((t) => t.sections.some((s) => s.id === sectionId))

/** The task that holds the unanswered question on which a section depends. */
function openGate(form: Form, s: Section, file: File): string | undefined {
  const gates = s.gates ?? (s.when ? [s.when] : [])
  const open = gates.find((gate) => file[gate.section]?.[0]?.answers[gate.question] === undefined)
  const asked = open && sectionsOf(form).find((x) => x.id === open.section)
  return asked && applies(asked, file) ? taskOf(form, asked.id)?.id : undefined
}

export const taskStandings = (form: Form, progress: readonly TaskProgress[], file: File): readonly TaskStanding[] =>
  progress.map(({ task, progress: p, sections }) => {
    const needed = sections.filter((s) => s.progress !== 'not-needed')
    if (needed.length === 0) {
      const waitsFor = task.sections.map((s) => openGate(form, s, file)).find((t) => t !== undefined && t !== task.id)
      return waitsFor === undefined
        ? { taskId: task.id, standing: 'not-needed' }
        : { taskId: task.id, standing: 'cannot-start', waitsFor }
    }
    const next = needed.find((s) => s.progress !== 'complete') ?? needed[0]!
    return { taskId: task.id, standing: p, sectionId: next.section.id }
  })

/** "You have completed 5 of 12": tasks that are not needed do not count. */
export function countDone(standings: readonly TaskStanding[]): { readonly done: number; readonly of: number } {
  const counted = standings.filter((s) => s.standing !== 'not-needed')
  return { done: counted.filter((s) => s.standing === 'complete').length, of: counted.length }
}
