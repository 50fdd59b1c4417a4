/** Words of the reports of a desk, and of the service levels that are published from the same figures. */
import type { Day } from '#domain/dates.ts'
import type { FigureName, Outcome } from '#domain/reports/figures.ts'
import type { ServicePath } from '#domain/reports/service-paths.ts'

const paths: Readonly<Record<ServicePath, string>> = {
  straight: 'Decided without a question',
  asked: 'We asked for more information',
  visited: 'Site visit or fingerprints',
}
const outcomes: Readonly<Record<Outcome, string>> = {
  approved: 'Approved',
  denied: 'Denied',
  rejected: 'Rejected',
  returned: 'Returned',
}
const titles: Readonly<Record<FigureName, string>> = {
  inventory: 'Inventory',
  flow: 'Received, ended and open',
  ageing: 'Age of open applications',
  timeliness: 'Days to a decision',
  'first-pass': 'Approved the first time',
  asked: 'What we asked for',
  decisions: 'Decisions and their reasons',
  workload: 'Workload',
}
const means: Readonly<Record<FigureName, string>> = {
  inventory: 'Applications that are open at this moment, by where they stand. Drafts are not counted.',
  flow: 'Received and ended within each part of the period, and open after its last day. Withdrawn ones ended too.',
  ageing: 'Calendar days since receipt, of applications that are open at this moment.',
  timeliness:
    'Calendar days from receipt to the decision, of decisions within the period. Nine of ten took no longer than the 90th percentile. The days with us leave out those in which we waited on the provider. Withdrawn applications are not counted.',
  'first-pass':
    'Decisions within the period by form. An application passes the first time when it is approved and nobody asked for more information.',
  asked: 'Items of the requests sent within the period, by the section of the form that they are about.',
  decisions:
    'Decisions within the period that stand. One with two reasons counts for both, so reasons can add up to more than their decisions.',
  workload: 'Cases that each person holds at this moment, and what each did within the period.',
}
// A short day fits under a line even on a phone.
const short = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric' })
const shortMonth = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', year: 'numeric' })
const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`)

export const reports = {
  menu: 'Reports',
  title: 'Reports',
  asOf: (day: string) => `As of ${day}. Each figure has its numbers in a table and as a CSV file.`,
  from: 'First day',
  to: 'Last day',
  dayHint: 'Year, month, day: 2026-11-24',
  contractor: 'Contractor',
  everyContractor: 'All contractors',
  show: 'Show',
  period: (from: string, to: string) => `${from} to ${to}`,
  csv: 'Download as CSV',
  csvOf: (title: string) => `: ${title}`,
  print: 'To keep these figures on paper or as a PDF, print this page.',
  contents: 'Figures on this page',
  nothing: 'Nothing to count in this period.',
  published: 'Published service levels',
  titles,
  means,
  paths,
  outcomes,
  percent,
  status: 'Status',
  waitsOn: 'Waiting on',
  contractorSide: 'Contractor',
  providerSide: 'Provider',
  cases: 'Applications',
  total: 'Total',
  partOf: 'Period',
  span: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  /** "Nov 24". */
  shortDay: (day: Day): string => short.format(new Date(`${day}T00:00:00Z`)),
  /** "Nov 2026". */
  shortMonth: (day: Day): string => shortMonth.format(new Date(`${day}T00:00:00Z`)),
  received: 'Received',
  ended: 'Ended',
  open: 'Open at the end',
  age: 'Days since receipt',
  band: (from: number, to: number | undefined) => (to === undefined ? `${from} and more` : `${from} to ${to}`),
  path: 'Path',
  decided: 'Decided',
  target: 'Target, days',
  inTime: 'In time',
  inTimeShare: 'Share in time',
  median: 'Median days',
  ninetieth: '90th percentile',
  medianOurs: 'Median days with us',
  days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
  form: 'Form',
  firstPass: 'Approved the first time',
  firstPassShare: 'Share',
  afterQuestions: 'Approved after a question',
  notApproved: 'Not approved',
  section: 'Section',
  whole: 'The application as a whole',
  items: 'Items asked for',
  outcome: 'Outcome',
  reason: 'Reason',
  all: 'All',
  decisions: 'Decisions',
  person: 'Person',
  desk: 'Desk',
  nobody: 'Nobody yet',
  deskTotal: 'Whole desk',
  withUs: 'Held, waiting on us',
  withProvider: 'Held, waiting on the provider',
  taken: 'Taken',
  requests: 'Requests sent',
  recommended: 'Recommended',
  says: {
    inventory: (open: number, most: string) => `${open} applications are open; most of them: ${most}.`,
    flow: (received: number, ended: number, open: number) =>
      `${received} applications were received and ${ended} ended; ${open} were open at the end.`,
    ageing: (old: number, open: number) => `${old} of ${open} open applications are 60 days old or older.`,
    timeliness: (decided: number, inTime: string) => `${inTime} of ${decided} decisions were in time.`,
    firstPass: (share: string, decided: number) =>
      `${share} of ${decided} decisions were approvals without a question.`,
    asked: (items: number, most: string) => `${items} items were asked for; most often about: ${most}.`,
    decisions: (decided: number, approved: string) => `${approved} of ${decided} decisions were approvals.`,
    workload: (held: number, free: number) => `${held} open cases are held by somebody, ${free} by nobody yet.`,
  },
  levels: {
    title: 'Service levels',
    intro:
      'How long applications take here, and what most often holds them up. The figures come from the same count that the contractors’ desks work with.',
    period: (from: string, to: string) => `Decisions from ${from} to ${to}.`,
    targets: (share: string) =>
      `Our target is to decide ${share} of applications within the days shown. No regulation sets these days: they are the targets of this site.`,
    few: (least: number) => `Fewer than ${least} decisions: no figure`,
    askedTitle: 'What is most often asked for',
    askedMeans: 'Have these at hand, and your application is less likely to be stopped by a question.',
    waiting: (open: number) => (open === 1 ? '1 application is open now.' : `${open} applications are open now.`),
    contractor: 'Contractor',
    choose: 'Show one contractor',
    start: 'See how long it takes',
  },
} as const
