/**
 * The form that an application of each reason fills. A new enrollment, a revalidation and a reactivation answer
 * everything; a change answers only the tasks the person picks, and who they are. Pure.
 */
import { formOfTasks } from '../kit/chosen-tasks.ts'
import type { Form } from '../kit/form.ts'
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
export const always855i: readonly string[] = ['enrollment', 'legal-name', 'identifiers']

/** The CMS-855I as this reason asks it. `chosen` counts only for a change. */
export const formForReason = (reason: Reason855i, chosen: readonly Task855i[] = []): Form =>
  reason === 'change' ? formOfTasks(cms855i, chosen, always855i) : cms855i
