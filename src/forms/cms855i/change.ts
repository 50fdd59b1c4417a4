/**
 * The form that an application of each reason fills. A new enrollment, a revalidation and a reactivation answer
 * everything; a change answers only the tasks the person picks, and who they are. Pure.
 */
import type { Form, Task } from '../kit/form.ts'
import type { Section } from '../kit/section.ts'
import { cms855i, type tasks855i } from './index.ts'

export type Reason855i = 'initial' | 'revalidation' | 'reactivation' | 'change'
export type Task855i = (typeof tasks855i)[number]['id']

/** Every task may be changed; what a person most often comes for is first. */
export const changeableTasks: readonly Task855i[] = [
  'locations',
  'mail',
  'reassignments',
  'money',
  'credentials',
  'legal',
  'specialty',
  'business',
  'management',
  'contacts',
  'you',
  'enrollment',
]

// A change says whose enrollment it is, in which state, and who signs.
const always: readonly string[] = ['enrollment', 'legal-name', 'identifiers']

/**
 * The CMS-855I as this reason asks it. Sections that decide whether a chosen one is asked come along, so that a
 * file answered under the result can always be judged by itself. `chosen` counts only for a change.
 */
export function formForReason(reason: Reason855i, chosen: readonly Task855i[] = []): Form {
  if (reason !== 'change') return cms855i
  const wanted = (t: Task) => (chosen as readonly string[]).includes(t.id)
  const gates = new Set(
    cms855i.tasks.filter(wanted).flatMap((t) => t.sections.flatMap((s) => (s.gates ?? []).map((gate) => gate.section))),
  )
  const kept = (t: Task, s: Section) => wanted(t) || always.includes(s.id) || gates.has(s.id)
  const tasks = cms855i.tasks
    .map((t): Task => ({ ...t, sections: t.sections.filter((s) => kept(t, s)) }))
    .filter((t) => t.sections.length > 0)
  return { ...cms855i, tasks }
}
