/** What is due, for whom, until when: one line of the calendar, whatever it comes from. Pure. */
import { addDays, type Day, lastOfMonth } from '../dates.ts'

export const dueKinds = [
  'draft',
  'request',
  'affiliations',
  'review',
  'revalidation',
  'license',
  'accreditation',
  'insurance',
  'certification',
  'opt-out',
  'report',
  'billing',
  'ordering',
] as const
export type DueKind = (typeof dueKinds)[number]
export const isDueKind = (s: string | undefined): s is DueKind => (dueKinds as readonly string[]).includes(s ?? '')

export interface DueItem {
  /** Stays the same as long as it is the same obligation: the calendar file and marks are kept by it. */
  readonly id: string
  readonly kind: DueKind
  readonly on: Day
  readonly enrolleeId: string
  readonly enrolleeName: string
  /** A form, a section of it, or an event: what the words are chosen by. */
  readonly about: string
  /** The state or another short distinction. */
  readonly detail: string
  /** A page of the portal. */
  readonly href: string
}

/** Sooner first; the same order for the same day at every look. */
export const byDay = (a: DueItem, b: DueItem): number => {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Sections of the forms whose answer "expiresOn" is watched, and as what. */
const watched: readonly (readonly [part: RegExp, kind: DueKind])[] = [
  [/accredit/i, 'accreditation'],
  [/insurance|bond|liability|surety|assurance/i, 'insurance'],
  [/licen/i, 'license'],
  [/certif|treatment|dea|clia|training/i, 'certification'],
]
export const watchedAs = (sectionId: string): DueKind =>
  watched.find(([part]) => part.test(sectionId))?.[1] ?? 'certification'

/** The weeks of a month, Sunday first; days before and after the month fill the first and the last week. */
export function weeksOf(month: Day): readonly (readonly Day[])[] {
  const first = `${month.slice(0, 8)}01` as Day
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay()
  const last = lastOfMonth(first)
  const weeks: Day[][] = []
  for (let day = addDays(first, -weekday); day <= last; day = addDays(day, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((n) => addDays(day, n)))
  return weeks
}
