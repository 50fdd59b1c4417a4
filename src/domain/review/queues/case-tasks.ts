/**
 * Work beside the status of a case: what kinds of task there are, how long each has, what it may come to, and what
 * that means for the case. Site visits 42 CFR 424.517; fingerprints 424.518(c)(2); fee 424.514. Pure data.
 */
import type { Evidence } from '../../evidence.ts'
import type { Outcome } from '../screening/screening.ts'

export const taskStates = ['open', 'done', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]
export const noticeKinds = ['mention', 'task-given', 'task-done', 'resubmitted', 'case-given'] as const
export type NoticeKind = (typeof noticeKinds)[number]

interface TaskFacts {
  /** Days until it is due, when nobody says another day. The fingerprints' 30 days are of 424.518(c); ours otherwise. */
  readonly days: number
  readonly cite: string
  readonly evidence: Evidence
  /** What it may come to, and what the case then shows; a "different" needs a disposition before a recommendation. */
  readonly results: Readonly<Record<string, Outcome>>
  readonly photos: boolean
}

export const taskKinds = {
  'site-visit': {
    days: 30,
    cite: '42 CFR 424.517(a)',
    evidence: 'C',
    results: {
      operational: 'recorded',
      'not-operational': 'different',
      'not-there': 'different',
      refused: 'different',
    },
    photos: true,
  },
  fingerprints: {
    days: 30,
    cite: '42 CFR 424.518(c)(2)',
    evidence: 'C',
    results: { 'no-record': 'recorded', 'record-found': 'different', 'not-given': 'different' },
    photos: false,
  },
  'fee-check': {
    days: 10,
    cite: '42 CFR 424.514',
    evidence: 'B',
    results: { paid: 'recorded', 'not-due': 'recorded', unpaid: 'different' },
    photos: false,
  },
  development: { days: 10, cite: '42 CFR 424.525(a)(1)', evidence: 'A', results: { done: 'recorded' }, photos: false },
  other: { days: 7, cite: '', evidence: 'ours', results: { done: 'recorded' }, photos: false },
} as const satisfies Record<string, TaskFacts>
export type TaskKind = keyof typeof taskKinds
export const isTaskKind = (s: string | undefined): s is TaskKind => Object.hasOwn(taskKinds, s ?? '')
export const resultsOf = (kind: TaskKind): Readonly<Record<string, Outcome>> => taskKinds[kind].results

/** Tasks whose result stands among the checks of the case, as evidence. */
export const checkedKinds = ['site-visit', 'fingerprints', 'fee-check'] as const
export type CheckedTask = (typeof checkedKinds)[number]
export const isCheckedTask = (k: string): k is CheckedTask => (checkedKinds as readonly string[]).includes(k)

/** What a visitor answers on the spot; each yes or no. */
export const visitQuestions = ['open', 'sign', 'staff', 'equipment', 'accessible'] as const
export type VisitQuestion = (typeof visitQuestions)[number]

export const MOST_PHOTOS = 6
export const photoMaxMegabytes = 8

/** Names after "@" in a note: "@ada", "@analyst.ada". Case does not matter. */
export const mentionsIn = (note: string): readonly string[] => [
  ...new Set([...note.matchAll(/(?<![\w.])@([a-z0-9][a-z0-9._-]*[a-z0-9])/gi)].map((m) => m[1]!.toLowerCase())),
]
