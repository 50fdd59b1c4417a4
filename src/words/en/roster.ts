/** What rosters say: a list of NPIs that somebody checks and watches. */

import type { RosterSummary } from '#domain/roster/scan.ts'
import type { RosterProblem } from '#domain/roster/write-row.ts'
import { worded } from './mail-texts/index.ts'

const number = (n: number): string => n.toLocaleString('en-US')
const count = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`

const problems: Readonly<Record<RosterProblem, string>> = {
  'no-npi': 'This row has no NPI.',
  'not-ten-digits': 'An NPI has ten digits.',
  'check-digit': 'This is not a valid NPI. Its check digit is wrong.',
}

const fields = {
  billing: 'May bill',
  reason: 'Why',
  status: 'Status',
  effective_start: 'Effective from',
  effective_end: 'Effective to',
  revalidation_expected: 'Revalidation due',
  orders: 'May order',
  excluded_since: 'Excluded from',
} as const
export type RosterField = keyof typeof fields

export const roster = {
  title: 'Rosters',
  problems,
  fields,
  intro:
    'Check a list of NPIs against the enrollment record. We keep the list, look at it every day and mail everybody whose roster it is when something changes.',
  yours: 'Your rosters',
  none: 'You have no roster yet.',
  addTitle: 'Add a roster',
  name: 'Name of the roster',
  nameHint: 'For you, such as "Cardiology, June".',
  file: 'CSV file',
  fileHint: (most: number) =>
    `One row for each provider. One column holds the NPI. Other columns are ignored and not kept. Up to ${number(most)} rows.`,
  add: 'Check and watch',
  whose: 'Whose roster is it?',
  whoseHint:
    'Everybody who may use the rosters of this provider or organization sees it and is mailed. It stays when somebody leaves. What only you see goes to your organization when you leave.',
  onlyMe: 'Only me',
  columns: {
    name: 'Roster',
    whose: 'Whose',
    rows: 'Rows',
    unseen: 'New to you',
    changed: 'Last change',
    checked: 'Checked',
  },
  ofParty: (name: string) => `A roster of ${name}. Everybody who may use their rosters sees it and is mailed.`,
  ofYou: 'Only you see this roster and are mailed.',
  giveTitle: 'Share this roster',
  giveHint: 'Its people will see it and be mailed. It stays there when you leave.',
  give: 'Give the roster',
  caption: 'Your rosters',
  never: 'None',
  back: 'Back to your rosters',
  checkedOn: (when: string) => `Checked ${when}`,
  pictureTitle: 'At a glance',
  bars: {
    yes: 'May bill',
    no: 'May not bill',
    unknown: 'Not known',
    bad: 'Not a valid NPI',
  },
  facts: {
    orders: 'May order or refer',
    revalidating: 'Revalidation within 6 months',
    excluded: 'Excluded from federal programs',
  },
  excludedSince: (day: string) => `Excluded from federal programs since ${day}.`,
  revalidationNote:
    'The revalidation date is the one CMS set, or else the one that follows from the five or three years.',
  changesTitle: (since: string | undefined) => (since ? `Changed since you last looked, ${since}` : 'What changed'),
  noChanges: (since: string | undefined) =>
    since ? 'Nothing has changed since then.' : 'Nothing has changed since this roster was added.',
  earlier: (n: number) => `${count(n, 'earlier change', 'earlier changes')}`,
  earlierCaption: 'Earlier changes, newest first',
  changesCaption: 'Changes, newest first',
  change: { when: 'Noticed', npi: 'NPI', what: 'What', was: 'Before', now: 'Now' },
  nothing: 'None',
  resultsTitle: 'Providers',
  resultsCaption: (shown: number, of: number) =>
    shown < of ? `The first ${number(shown)} of ${count(of, 'row', 'rows')}` : count(of, 'row', 'rows'),
  result: {
    line: 'Row',
    npi: 'NPI',
    billing: 'May bill',
    why: 'Why',
    dates: 'Effective',
    due: 'Revalidation',
    orders: 'May order',
  },
  attentionFirst: 'Rows that need attention come first.',
  to: (from: string, to: string) => `${from} to ${to}`,
  open: 'now',
  download: 'Download all rows (CSV)',
  remove: 'Remove this roster',
  removeHint: 'We stop watching it and delete the list.',
  removePartyHint: 'We stop watching it and delete the list, for everybody.',
  values: { yes: 'Yes', no: 'No', unknown: 'Not known' } as Readonly<Record<string, string>>,
  summary: (s: RosterSummary): string =>
    [
      count(s.rows, 'row', 'rows'),
      `${number(s.yes)} may bill`,
      `${number(s.no)} may not`,
      `${number(s.unknown)} not known`,
      `${number(s.bad)} not valid`,
      `${number(s.excluded)} excluded`,
      `${number(s.revalidating)} to revalidate within 6 months`,
    ].join(', '),
  mail: (m: { readonly changes: number; readonly link: string }) =>
    worded('roster-changed', { providers: count(m.changes, 'provider', 'providers'), link: m.link }),
  command: {
    about: 'Check a list of NPIs',
    check: 'Answer every row of a CSV. Exit code: 0 all may bill, 1 not all, 2 wrong usage',
    file: 'CSV with a column of NPIs; "-" reads standard input',
    on: 'day to judge, like 2026-03-01; today when absent; with --database or --snapshot',
    url: 'the portal to ask',
    database: 'ask the database of this machine instead of a portal',
    json: 'Print one JSON object a row instead of CSV',
    snapshot: 'ask a snapshot file instead of a portal',
    badDay: 'A day looks like 2026-03-01.',
    onNeedsRecord: 'A portal judges today. For another day use --database or --snapshot.',
    unreadable: (path: string) => `Cannot read ${path}.`,
    unreachable: (url: string) => `Nothing answers at ${url}. Start the portal, or ask with --database.`,
    refused: (url: string, detail: string) => `${url} refused the roster: ${detail}`,
  },
}

export const national = {
  demo: 'Invented data for trying things out',
  about: 'An invented nation of enrollments, the same for the same seed',
  scale: 'part of the nation, above 0 and up to 1 (2.7 million enrollments)',
  seed: 'another number is another nation',
  out: 'write it as a snapshot file, for roster check --snapshot',
  growth: 'only show what a hundredth, a tenth and the whole take',
  badScale: 'A scale is above 0 and up to 1.',
  made: (m: {
    readonly scale: number
    readonly enrollments: number
    readonly periods: number
    readonly reassignments: number
    readonly registry: number
    readonly rows: number
    readonly seconds: number
    readonly bytes: number
  }) =>
    `scale ${m.scale}: ${number(m.enrollments)} enrollments, ${number(m.periods)} periods, ${number(m.reassignments)} reassignments, ${number(m.registry)} registry rows in ${m.seconds.toFixed(2)} s (${number(Math.round(m.rows / m.seconds))} rows/s), ${number(Math.round(m.bytes / 1024 / 1024))} MiB`,
  saved: (path: string) => `written to ${path}`,
}
