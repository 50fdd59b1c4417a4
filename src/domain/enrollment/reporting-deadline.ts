/**
 * Until when a change must have reached the contractor: 30 or 90 calendar days, by type and by what
 * changed. 42 CFR 424.516, 410.33, 424.57, 424.205 (paragraphs not seen). A rule of 2026 shortened some of these further; its text
 * was not seen, so that changes from 2026-01-01 on are marked "may be shorter". Pure.
 */
import { addDays, type Day, day } from '../dates.ts'
import type { Evidence } from '../evidence.ts'
import { dated } from '../rule.ts'
import type { SupplierType } from './supplier-types.ts'

export const reportableEvents = [
  'ownership-or-control',
  'adverse-legal-action',
  'practice-location',
  'general-supervision',
  'officials',
  'license-action',
  'coaches',
  'other',
] as const
export type ReportableEvent = (typeof reportableEvents)[number]

const groups = ['practitioners', 'idtf', 'dmepos', 'mdpp', 'others'] as const
type Group = (typeof groups)[number]

interface Rule {
  readonly days: 30 | 90
  readonly evidence: Evidence
}
type Table = Readonly<Record<Group, Readonly<Partial<Record<ReportableEvent, Rule>>> & { readonly other: Rule }>>

const within = (days: 30 | 90, evidence: Evidence): Rule => ({ days, evidence })
/** Change of ownership: thirty days for all, still so in CMS's booklet of December 2025. */
const ownership = { 'ownership-or-control': within(30, 'C') }

const before2024: Table = {
  practitioners: {
    ...ownership,
    'practice-location': within(30, 'D'),
    'adverse-legal-action': within(30, 'D'),
    'license-action': within(30, 'D'),
    other: within(90, 'D'),
  },
  idtf: {
    ...ownership,
    'practice-location': within(30, 'D'),
    'general-supervision': within(30, 'D'),
    'adverse-legal-action': within(30, 'D'),
    'license-action': within(30, 'D'),
    other: within(90, 'D'),
  },
  dmepos: { other: within(30, 'D') },
  mdpp: {
    ...ownership,
    coaches: within(30, 'none'),
    officials: within(30, 'none'),
    'adverse-legal-action': within(30, 'none'),
    other: within(90, 'none'),
  },
  others: { ...ownership, officials: within(30, 'D'), 'license-action': within(30, 'D'), other: within(90, 'D') },
}
const locations = { 'practice-location': within(30, 'D') }

export const reportingRules = dated<Table>(
  '42 CFR 424.516',
  [day('2009-01-01'), before2024],
  [
    day('2024-01-01'),
    { ...before2024, mdpp: { ...before2024.mdpp, ...locations }, others: { ...before2024.others, ...locations } },
  ],
)

/** Changes in the NPI registry itself, for everybody. */
export const registryChangeDays = { days: 30, cite: '45 CFR 162.410(a)(4)', evidence: 'C' } as const

const groupOf = (type: SupplierType): Group => {
  switch (type) {
    case 'physician':
    case 'non-physician-practitioner':
    case 'physician-organization':
    case 'non-physician-practitioner-organization':
    case 'physical-therapist':
    case 'occupational-therapist':
    case 'speech-language-pathologist':
      return 'practitioners'
    case 'idtf':
      return 'idtf'
    case 'dmepos-supplier':
      return 'dmepos'
    case 'mdpp-supplier':
      return 'mdpp'
    default:
      return 'others'
  }
}

const CITES: Readonly<Record<Group, string>> = {
  practitioners: '42 CFR 424.516',
  idtf: '42 CFR 410.33',
  dmepos: '42 CFR 424.57',
  mdpp: '42 CFR 424.205',
  others: '42 CFR 424.516',
}

export interface ReportingDeadline {
  readonly days: 30 | 90
  /** The last day on which the contractor's receipt is in time. */
  readonly dueOn: Day
  readonly cite: string
  readonly evidence: Evidence
  /** A rule in force on the day shortened deadlines that we could not read. */
  readonly mayBeShorter: boolean
}

export function reportingDeadline(type: SupplierType, event: ReportableEvent, happenedOn: Day): ReportingDeadline {
  const group = groupOf(type)
  const rules = reportingRules.on(happenedOn)[group]
  const { days, evidence } = rules[event] ?? rules.other
  return {
    days,
    dueOn: addDays(happenedOn, days),
    cite: CITES[group],
    evidence,
    mayBeShorter: happenedOn >= day('2026-01-01'),
  }
}
