/**
 * For every reason of every form that is filed about a record, what the person does and what must last of it. The days
 * are those of reasons.test.ts: records of November 25, 2026, filed about on March 10, 2027.
 */
import { expect } from 'vitest'
import {
  type ApplicationReason,
  applicationReasons,
  type FormId,
  formIds,
  reasonFacts,
} from '#domain/application/reasons.ts'
import { type Day, day } from '#domain/dates.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import type { File } from '#forms/kit/section.ts'
import { ONLY_ITEM } from '#forms/kit/section.ts'
import { altered } from '../../people/answered.ts'
import type { Told } from './cast.ts'
import type { Seen } from './seen.ts'
import type { Edit } from './walk.ts'

export const FILED_ON = day('2027-03-10')
/** Every end of a story is later than the day of filing and before this one. */
export const LATER = day('2027-06-01')

export interface Story extends Told {
  /** Where one reason has more than one story. */
  readonly also?: string
  /** The day on which the record was applied for, when not that of all. */
  readonly recordedOn?: Day
  /** What is otherwise on record than in the fixture. */
  readonly otherwise?: (file: File) => File
  /** The desk has deactivated the record on that day. */
  readonly stoppedOn?: Day
  /** Of a change: the parts that are picked. */
  readonly tasks?: readonly string[]
  readonly edits: readonly Edit[]
  /** Every part of the record is ticked as right. */
  readonly confirms?: true
  /** What the page of what differs says. */
  readonly differs: readonly string[]
  /** What the record must say when the desk has approved it. */
  lasts(after: Seen, before: Seen): void
}

type Table = Partial<Record<ApplicationReason, (form: FormId) => readonly Omit<Story, 'form' | 'reason'>[]>>

const newMail: Edit = { section: 'correspondence', typed: { line1: '1 New Mail Street' } }
const office = {
  name: 'The New Office',
  line1: '77 Newly Opened Avenue',
  city: 'Peoria',
  state: 'IL',
  zip: '61602',
  phone: '3095550177',
  firstPatientOn: '2027-03-01',
}
/** What else the place of each form is asked. */
const setting: Partial<Record<FormId, string>> = {
  'CMS-855I': 'office',
  'CMS-855B': 'office',
  'CMS-855A': 'branch',
  'CMS-20134': 'community',
}
const leaving: Edit = {
  section: 'withdrawal',
  typed: { lastDay: '2027-03-31', why: 'other', claimsSent: 'yes' },
}
const sale = (agreement: string): Edit => ({
  section: 'transfer',
  typed: { on: '2027-04-01', otherName: 'Other Side Care Inc', otherEin: '08-7001122', agreement },
})
/** The certificate of the fixture has expired: whoever answers everything is asked for a new one. */
const renewed: readonly Edit[] = [{ section: 'certifications', item: 0, typed: { expiresOn: '2029-01-31' } }]
const expired = (form: FormId) => (form === 'CMS-855B' ? renewed : [])
const newName: Edit = { section: 'organization', typed: { legalName: 'Under New Owners LLC' } }

/** The record goes on under a new version, and its periods are what they were. */
const goesOn = (after: Seen, before: Seen) => {
  expect(after.periods).toEqual(before.periods)
  expect(after.versions).toBe(before.versions + 1)
  expect(after.status).toBe(before.status)
}
/** Nothing counts after the last day: the enrollment, its places, and whom it pays. */
const ends = (last: string, next: string) => (after: Seen, before: Seen) => {
  expect(after.periods).toEqual([`${before.periods[0]} to ${last}`, next])
  // The places are asked for on a day after the end.
  expect(after.places).toEqual([])
  expect(after.paid.filter((p) => !p.includes(' to '))).toEqual([])
}

const groupNpi = withCheckDigit('200000333')
const otherNpi = withCheckDigit('200000444')

const table: Table = {
  change: () => [
    {
      tasks: ['mail'],
      edits: [newMail],
      differs: ['1 New Mail Street'],
      lasts(after, before) {
        goesOn(after, before)
        expect(after.answers.correspondence).toMatchObject({ line1: '1 New Mail Street' })
      },
    },
  ],
  revalidation: (form) => [
    form === 'CMS-855B'
      ? { also: 'one paper renewed', edits: renewed, confirms: true, differs: ['January 31, 2029'], lasts: goesOn }
      : { also: 'nothing changed', edits: [], confirms: true, differs: [], lasts: goesOn },
    ...(form === 'CMS-855I'
      ? [
          {
            also: 'one thing changed',
            edits: [newMail],
            confirms: true as const,
            differs: ['1 New Mail Street'],
            lasts(after: Seen, before: Seen) {
              goesOn(after, before)
              expect(after.answers.correspondence).toMatchObject({ line1: '1 New Mail Street' })
            },
          },
        ]
      : []),
  ],
  reactivation: (form) => [
    {
      stoppedOn: day('2027-01-20'),
      edits: [
        { section: 'reactivation', typed: { why: 'no-claims', mended: 'We see patients again.', correct: 'yes' } },
        ...expired(form),
      ],
      differs: ['No claims, or no orders, for a long time'],
      lasts(after, before) {
        // The days between stay lost: 42 CFR 424.540(b), 424.547(b).
        expect(before.periods.at(-1), form).toMatch(/^deactivated/)
        expect(after.periods).toEqual([
          ...before.periods.slice(0, -1),
          `${before.periods.at(-1)} to 2027-03-09`,
          'approved 2027-03-10',
        ])
        expect(after.status).toBe('approved')
      },
    },
  ],
  'reassignment-add': () => [
    {
      edits: [
        {
          section: 'reassignments',
          item: 'new',
          typed: {
            to: 'organization',
            legalName: 'Sangamon Physicians LLC',
            ein: '07-7654322',
            npi: otherNpi,
            startsOn: '2027-04-01',
            line1: '8 Capitol Ave',
            city: 'Springfield',
            state: 'IL',
            zip: '62704',
            second: 'no',
          },
        },
      ],
      differs: ['Sangamon Physicians LLC'],
      lasts(after, before) {
        goesOn(after, before)
        expect(after.paid).toContain(`${otherNpi} 2027-04-01`)
        expect(after.paid).toEqual(expect.arrayContaining([...before.paid]))
      },
    },
  ],
  'reassignment-change': () => [
    {
      edits: [{ section: 'reassignments', item: 0, typed: { line1: '79 Capitol Ave' } }],
      differs: ['79 Capitol Ave'],
      lasts(after, before) {
        goesOn(after, before)
        expect(after.paid).toEqual(before.paid)
        expect(after.answers.reassignments).toMatchObject({ line1: '79 Capitol Ave' })
      },
    },
  ],
  'reassignment-end': () => [
    {
      edits: [{ section: 'reassignments', item: 0, typed: { endsOn: '2027-03-31' } }],
      differs: ['Capital Prairie Physicians Inc', 'March 31, 2027'],
      lasts(after, before) {
        goesOn(after, before)
        expect(after.paid).toEqual([`${groupNpi} 2026-12-01 to 2027-03-31`])
      },
    },
  ],
  'add-location': (form) => [
    {
      edits: [{ section: 'practice-locations', item: 'new', typed: { ...office, setting: setting[form] } }],
      differs: ['77 Newly Opened Avenue'],
      lasts(after, before) {
        goesOn(after, before)
        expect(after.places).toEqual(expect.arrayContaining([...before.places]))
        expect(after.places.filter((p) => p.startsWith('77 Newly Opened Avenue'))).toHaveLength(1)
      },
    },
  ],
  'ownership-buyer': (form) => [
    {
      edits: [sale('accepted'), newName, ...expired(form)],
      differs: ['Under New Owners LLC', 'Other Side Care Inc'],
      lasts(after, before) {
        goesOn(after, before)
        expect(after.answers.organization).toMatchObject({ legalName: 'Under New Owners LLC' })
      },
    },
  ],
  'ownership-seller': () => [
    {
      edits: [sale('accepted')],
      differs: ['Other Side Care Inc'],
      lasts: ends('2027-03-31', 'withdrawn 2027-04-01'),
    },
  ],
  merger: () => [
    {
      edits: [sale('none')],
      differs: ['Other Side Care Inc'],
      lasts: ends('2027-03-31', 'withdrawn 2027-04-01'),
    },
  ],
  consolidation: () => [
    {
      edits: [sale('accepted'), newName],
      differs: ['Under New Owners LLC', 'Other Side Care Inc'],
      lasts(after, before) {
        goesOn(after, before)
        expect(after.answers.organization).toMatchObject({ legalName: 'Under New Owners LLC' })
      },
    },
  ],
  withdrawal: () => [
    { edits: [leaving], differs: ['March 31, 2027'], lasts: ends('2027-03-31', 'withdrawn 2027-04-01') },
  ],
  'order-stop': () => [
    { edits: [leaving], differs: ['March 31, 2027'], lasts: ends('2027-03-31', 'withdrawn 2027-04-01') },
  ],
  'opt-out-renewal': () => [{ edits: [], confirms: true, differs: [], lasts: goesOn }],
  'opt-out-cancellation': () => [
    {
      also: 'in time, at the end of its term',
      // 42 CFR 405.445(a): two years from May 10, 2025, told at least 30 days before they end.
      recordedOn: day('2025-05-10'),
      otherwise: (file) => altered(file, 'opt-out', ONLY_ITEM, 'startsOn', '2025-05-10'),
      edits: [{ section: 'cancellation', typed: { patientsTold: 'yes', undo: 'no' } }],
      differs: ['Have you told your patients that their contracts end?'],
      lasts(after) {
        expect(after.periods).toEqual(['opted-out 2025-05-10 to 2027-05-09'])
      },
    },
    {
      also: 'undone in its first 90 days',
      recordedOn: day('2027-02-01'),
      edits: [{ section: 'cancellation', typed: { patientsTold: 'yes', undo: 'yes', refunded: 'yes' } }],
      differs: ['Have you paid patients back what was more than Medicare rates?'],
      lasts(after) {
        expect(after.periods).toEqual(['opted-out 2027-02-01 to 2027-03-10'])
      },
    },
  ],
}

/** Every pair of the table of reasons that starts from a record. */
export const laterPairs: readonly Told[] = formIds.flatMap((form) =>
  applicationReasons
    .filter((reason) => reason !== 'initial' && reasonFacts(form, reason) !== undefined)
    .map((reason) => ({ form, reason })),
)

/** Pairs without a story are in no list: reasons.test.ts compares with the table. */
export const stories: readonly Story[] = laterPairs.flatMap(({ form, reason }) =>
  (table[reason]?.(form) ?? []).map((story) => ({ ...story, form, reason })),
)
