/** Words of the pages on which an installation sets what screening and monitoring go by. */

import type { PolicyTopic } from '#domain/policies/desk-policy.ts'
import type { VersionState } from '#domain/versions.ts'

const topics: Readonly<Record<PolicyTopic, { readonly title: string; readonly about: string }>> = {
  lists: {
    title: 'Lists that screening asks',
    about:
      'How many days after its date a list still counts, and which lists every screening must ask. A list that is too old, or required and not loaded, is “unavailable”: nothing is cleared by it.',
  },
  monitoring: {
    title: 'Monitoring of everybody enrolled',
    about: 'How often everybody is compared with the whole of each list, and which lists are watched.',
  },
  moratoria: {
    title: 'Moratoria',
    about:
      'Types that may not newly enroll in a place (42 CFR 424.570). For six months after one ends, applicants of the type are screened as high.',
  },
  levels: {
    title: 'Screening levels by type',
    about:
      'How closely each type is screened: at first, and when it revalidates (42 CFR 424.518). What counts is the day on which the application came.',
  },
  elevations: {
    title: 'What raises the level to high',
    about: 'Each of these makes any type be screened as high (42 CFR 424.518(c)(3)).',
  },
}
const states: Readonly<Record<VersionState, string>> = {
  waiting: 'Waits for a second person',
  'in-force': 'Put in force',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
}

const times = (n: number): string =>
  n === 1 ? 'once' : `${n.toLocaleString('en-US', { maximumFractionDigits: 1 })} times`

export const policyWords = {
  title: 'Policies of the desk',
  intro:
    'What screening and monitoring go by here. One person proposes a change from a day on, and another one puts it in force. Every step is in the audit log.',
  topics,
  states,
  topic: 'Policy',
  ownCount: 'Set here',
  waitingTitle: 'Waiting for a second person',
  noneWaiting: 'Nothing waits.',
  what: 'What',
  today: 'Today',
  comes: 'What comes',
  nothingComes: 'No change ahead',
  fromDay: (day: string, said: string) => `From ${day}: ${said}`,
  setHere: 'set here',
  product: 'as delivered',
  change: 'Change it',
  openIt: 'Look at what waits',
  changeTitle: (what: string) => `Change: ${what}`,
  place: (type: string, where: string) => `${type}, ${where}`,
  everybody: 'Everybody who is enrolled',
  noMoratoria: 'None was noted here.',
  note: 'Note a moratorium, or end one',
  supplierType: 'Type',
  state: 'State',
  county: 'County (empty for the whole state)',
  go: 'Go on',

  freshDays: 'Days for which the list counts',
  required: 'Must every screening ask it?',
  everyMonths: 'Everybody against the whole of each list once in so many months',
  sources: 'Lists that are watched',
  statuses: 'Enrollments that are watched',
  orderOnly: 'Watch those who only order and certify, too?',
  nonBillingMonths: 'Months without a claim after which billing may be stopped (42 CFR 424.540(a)(1))',
  watchTrial: {
    watched: (before: number, after: number) =>
      before === after
        ? `${before.toLocaleString('en-US')} enrollments are watched, as many as now.`
        : `${after.toLocaleString('en-US')} enrollments would be watched instead of ${before.toLocaleString('en-US')}.`,
    passes: (before: number, after: number) =>
      `Each is compared with every list ${times(after)} instead of ${times(before)} a year, beside what is new at each load.`,
    listsNew: (lists: string) =>
      `Watched as well: ${lists}. What these lists show is known after their first comparison.`,
    listsGone: (lists: string, cases: number, days: number) =>
      `No longer watched: ${lists}. In the last ${days} days ${cases === 0 ? 'no case was' : cases === 1 ? '1 case was' : `${cases} cases were`} opened because of them${cases === 0 ? '.' : '; nobody would have seen what is in the table.'}`,
    unseenCaption: 'Cases that would not have been opened',
    party: 'Who',
    about: 'What',
    list: 'List',
    opened: 'Opened',
    caption: 'Enrollments that come or go',
    enrollment: 'Enrollment',
    status: 'Status',
    becomes: 'With the new value',
    comes: 'would be watched',
    goes: 'would not be watched any more',
  },
  unbilledTrial: {
    said: (m: { readonly before: number; readonly after: number }, more: number, left: number) => {
      const change =
        more === 0
          ? 'no case more or fewer'
          : `${Math.abs(more)} ${more < 0 ? 'fewer' : 'more'} ${Math.abs(more) === 1 ? 'case' : 'cases'}`
      if (m.before === m.after)
        return `Months without a claim as now: ${left} ${left === 1 ? 'case' : 'cases'} about who does not bill, ${change === 'no case more or fewer' ? 'as many as now' : change}.`
      return `With ${m.after} ${m.after === 1 ? 'month' : 'months'} instead of ${m.before}: ${change} about who does not bill, ${left} in all.`
    },
    among: (n: number, asOf: string) =>
      `Tried on ${n.toLocaleString('en-US')} ${n === 1 ? 'enrollment' : 'enrollments'} with the claims known on ${asOf}; nothing was written.`,
    unavailable: 'It cannot be tried: no file of last claims is loaded, or it is too old.',
    caption: 'Who comes or goes',
    enrollment: 'Enrollment',
    months: 'Months without a claim',
    becomes: 'With the new value',
    comes: 'A case would be opened',
    goes: 'No case',
  },
  stands: 'What happens on the day?',
  standsOptions: { yes: 'The moratorium begins', no: 'The moratorium ends: the day is the first without it' },
  cite: 'Authority, like a citation of the Federal Register',
  first: 'At first',
  later: 'At revalidation',
  raises: 'Does it raise the level to high?',
  from: 'From which day?',
  fromHint: 'Today or later. If nobody has put it in force by then, it counts from the day on which somebody does.',
  reason: 'Why?',
  tryIt: 'Try it on past files',
  tryOnEnrolled: 'Try it on those enrolled',
  save: 'Save and ask a second person',
  putInForce: 'Put in force',
  refuse: 'Refuse',
  withdraw: 'Withdraw',
  answerWhy: 'Why? (needed to refuse)',
  waits: (n: number, day: string) => `Version ${n}, from ${day}, waits for a second person`,
  proposed: (who: string, why: string) => `${who} proposed it: ${why}`,
  nobody: 'Taken over',
  someone: 'Somebody',

  history: 'History',
  noHistory: 'Nobody has changed it. What is delivered counts.',
  version: 'Version',
  value: 'Value',
  firstDay: 'From',
  by: 'Proposed by',
  stateColumn: 'State',

  trial: (files: number, differ: number, days: number) =>
    `${files} ${files === 1 ? 'file' : 'files'} of the last ${days} days: ${differ} would have come to something else. Nothing was changed by trying.`,
  noTrial: 'A change of this kind cannot be tried on past files: the evidence does not tell what would have been.',
  trialCaption: 'Files that would have come to something else',
  file: 'File',
  fileState: 'Now',
  before: 'Was',
  after: 'Would have been',
  came: {
    answered: 'answered',
    unavailable: 'unavailable',
    barred: 'barred by a moratorium',
    'not-barred': 'not barred',
    limited: 'limited',
    moderate: 'moderate',
    high: 'high',
  },

  listSaid: (days: string, required: boolean) => `counts for ${days} days, ${required ? 'required' : 'not required'}`,
  monitoringSaid: (months: string, lists: number, statuses: string, orderOnly: boolean, nonBilling: string) =>
    `${months}, ${lists} lists; ${statuses}${orderOnly ? '; with those who only order' : ''}; not billing: ${nonBilling} months`,
  months: (n: number) => (n === 1 ? 'every month' : `every ${n} months`),
  moratoriumSaid: (stands: boolean, cite: string) => `${stands ? 'a moratorium stands' : 'no moratorium'} (${cite})`,
  levelSaid: (first: string, later: string, cite: string) =>
    first === later ? `${first} (${cite})` : `${first} at first, ${later} later (${cite})`,
  elevationSaid: (raises: boolean, cite: string) => `${raises ? 'raises to high' : 'does not raise'} (${cite})`,

  command: {
    about: 'What screening and monitoring go by: the policies of this installation on a day',
    on: 'the day; today when absent',
    json: 'print it as JSON',
  },
}
