/**
 * What people come for, in their own words, and what has to be filed for it: the start page as a table. Pure, no
 * words (src/words/en/situations.ts). The order of steps is the order in which they are best prepared.
 */
import { type ApplicationReason, type FormId, type ReasonFacts, reasonOf } from './reasons.ts'

/** Who files a step: the person, an organization of their own, or somebody else who must act too. */
export type Filer = 'person' | 'organization' | 'other'

export interface Step {
  readonly form: FormId
  readonly reason: ApplicationReason
  readonly by: Filer
  /** Of a change: the tasks that it opens. */
  readonly tasks?: readonly string[]
  /** Not needed by everybody in the situation. */
  readonly maybe?: true
}

export interface Situation {
  readonly steps: readonly Step[]
  readonly cite: string
}

const person = (form: FormId, reason: ApplicationReason, tasks?: readonly string[]): Step => ({
  form,
  reason,
  by: 'person',
  ...(tasks && { tasks }),
})
const organization = (form: FormId, reason: ApplicationReason, tasks?: readonly string[]): Step => ({
  ...person(form, reason, tasks),
  by: 'organization',
})
const other = (form: FormId, reason: ApplicationReason): Step => ({ ...person(form, reason), by: 'other' })
const maybe = (step: Step): Step => ({ ...step, maybe: true })

export const situations = {
  // beginning
  'own-practice': { steps: [person('CMS-855I', 'initial')], cite: '42 CFR 424.510' },
  'own-company': {
    // A company of several owners, or with employees who are paid through it, enrolls by itself.
    steps: [organization('CMS-855B', 'initial'), person('CMS-855I', 'initial')],
    cite: '42 CFR 424.510, 424.80',
  },
  'join-group': { steps: [person('CMS-855I', 'initial'), maybe(other('CMS-855B', 'change'))], cite: '42 CFR 424.80' },
  'join-another-group': { steps: [person('CMS-855I', 'reassignment-add')], cite: '42 CFR 424.80' },
  'start-group': {
    steps: [organization('CMS-855B', 'initial'), other('CMS-855I', 'initial')],
    cite: '42 CFR 424.510, 424.80',
  },
  'order-only': { steps: [person('CMS-855O', 'initial')], cite: '42 CFR 424.507' },
  'sell-equipment': { steps: [organization('CMS-855S', 'initial')], cite: '42 CFR 424.57' },
  'open-facility': { steps: [organization('CMS-855A', 'initial')], cite: '42 CFR 424.510, 489.13' },
  'prevent-diabetes': { steps: [organization('CMS-20134', 'initial')], cite: '42 CFR 424.205' },
  // changing
  moved: {
    steps: [
      person('CMS-855I', 'change', ['locations', 'mail']),
      organization('CMS-855B', 'change', ['locations', 'mail']),
    ],
    cite: '42 CFR 424.516(d)',
  },
  'new-office': {
    steps: [person('CMS-855I', 'add-location'), organization('CMS-855B', 'add-location')],
    cite: '42 CFR 424.516(d)',
  },
  'new-store': { steps: [organization('CMS-855S', 'initial')], cite: '42 CFR 424.57(b)' },
  'new-bank': {
    steps: [person('CMS-855I', 'change', ['money']), organization('CMS-855S', 'change', ['money'])],
    cite: '42 CFR 424.510(e)',
  },
  'legal-action': {
    steps: [
      person('CMS-855I', 'change', ['legal']),
      person('CMS-855O', 'change', ['legal']),
      organization('CMS-855S', 'change', ['legal']),
    ],
    cite: '42 CFR 424.516(d)(1)(ii)',
  },
  bought: {
    steps: [organization('CMS-855A', 'ownership-buyer'), other('CMS-855A', 'ownership-seller')],
    cite: '42 CFR 489.18, 424.550',
  },
  sold: {
    steps: [organization('CMS-855A', 'ownership-seller'), other('CMS-855A', 'ownership-buyer')],
    cite: '42 CFR 489.18, 424.550',
  },
  merged: { steps: [organization('CMS-855A', 'merger')], cite: '42 CFR 489.18' },
  // keeping
  revalidate: {
    steps: [
      person('CMS-855I', 'revalidation'),
      organization('CMS-855B', 'revalidation'),
      organization('CMS-855A', 'revalidation'),
      organization('CMS-855S', 'revalidation'),
    ],
    cite: '42 CFR 424.515',
  },
  deactivated: {
    steps: [
      person('CMS-855I', 'reactivation'),
      person('CMS-855O', 'reactivation'),
      organization('CMS-855B', 'reactivation'),
      organization('CMS-855A', 'reactivation'),
      organization('CMS-855S', 'reactivation'),
    ],
    cite: '42 CFR 424.540(b), 424.547(b)',
  },
  // leaving
  'leave-group': { steps: [person('CMS-855I', 'reassignment-end')], cite: '42 CFR 424.80(d)' },
  retire: {
    steps: [
      person('CMS-855I', 'withdrawal'),
      organization('CMS-855B', 'withdrawal'),
      organization('CMS-855A', 'withdrawal'),
      organization('CMS-855S', 'withdrawal'),
    ],
    cite: '42 CFR 424.540(a)(7)',
  },
  'stop-ordering': { steps: [person('CMS-855O', 'order-stop')], cite: '42 CFR 424.507' },
  'opt-out': { steps: [person('OPT-OUT', 'initial'), maybe(person('CMS-855I', 'withdrawal'))], cite: '42 CFR 405.410' },
  'opt-out-goes-on': { steps: [person('OPT-OUT', 'opt-out-renewal')], cite: '42 CFR 405.400' },
  'opt-back-in': { steps: [person('OPT-OUT', 'opt-out-cancellation')], cite: '42 CFR 405.445' },
} as const satisfies Record<string, Situation>

export type SituationId = keyof typeof situations
export const situationIds = Object.keys(situations) as readonly SituationId[]
export const isSituation = (id: string): id is SituationId => Object.hasOwn(situations, id)
export const situationOf = (id: SituationId): Situation => situations[id]

/** The start page shows them in these groups. */
export const situationGroups = {
  begin: [
    'own-practice',
    'join-group',
    'own-company',
    'start-group',
    'order-only',
    'sell-equipment',
    'open-facility',
    'prevent-diabetes',
  ],
  change: [
    'moved',
    'new-office',
    'new-store',
    'join-another-group',
    'new-bank',
    'legal-action',
    'bought',
    'sold',
    'merged',
  ],
  keep: ['revalidate', 'deactivated'],
  leave: ['leave-group', 'retire', 'stop-ordering', 'opt-out', 'opt-out-goes-on', 'opt-back-in'],
} as const satisfies Record<string, readonly SituationId[]>
export type SituationGroup = keyof typeof situationGroups

/** An enrollment that the person may act for. */
export interface Held {
  readonly enrollmentId: string
  readonly form: string
}

export interface PlannedStep extends Step {
  readonly facts: ReasonFacts
  /** Of a step about a record: the enrollments that it may be about; none means that there is nothing to act on. */
  readonly about: readonly string[]
}

/**
 * The steps of a situation for somebody who holds these enrollments. Steps that are one of several by form (a move of
 * a person, of a group) stay only where there is such an enrollment, unless nothing would be left.
 */
export function planSteps({ steps }: Situation, held: readonly Held[]): readonly PlannedStep[] {
  const planned = steps.map((step) => ({
    ...step,
    facts: reasonOf(step),
    about: step.reason === 'initial' ? [] : held.filter((h) => h.form === step.form).map((h) => h.enrollmentId),
  }))
  const possible = planned.filter((s) => s.reason === 'initial' || s.by === 'other' || s.about.length > 0)
  return possible.some((s) => s.by !== 'other' && !s.maybe) ? possible : planned
}
