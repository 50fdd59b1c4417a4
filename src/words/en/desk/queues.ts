/** Words of acts on the worklist: the next case, many cases at once, filters and kept views, and the service clock. */
import type { PauseReason } from '#domain/review/queues/service-clock.ts'
import type { SortKey } from '#domain/review/queues/worklist-query.ts'

const cases = (n: number) => (n === 1 ? '1 case' : `${n} cases`)
const days = (n: number) => (n === 1 ? '1 day' : `${n} days`)
const pauses: Readonly<Record<PauseReason, string>> = {
  calendar: 'its window is not open',
  provider: 'the provider has to answer',
  fingerprints: 'fingerprints are awaited',
  'site-visit': 'a site visit is awaited',
}
const orders: Readonly<Record<SortKey, readonly [up: string, down: string]>> = {
  received: ['oldest first', 'newest first'],
  due: ['first due first', 'last due first'],
  name: ['by name', 'by name, from Z'],
  form: ['by form', 'by form, from Z'],
  status: ['longest in this status first', 'shortest in this status first'],
}

export const queueWords = {
  given: 'The case is yours now.',
  next: 'Next case',
  nextKey: 'Key N',
  keyOn: 'Turn the N key on',
  keyOff: 'Turn the N key off',
  order: (key: SortKey, descending: boolean) => orders[key][descending ? 1 : 0],
  elsewhere: 'Waiting elsewhere',
  elsewhereSaid: {
    monitoring: (n: number) => (n === 1 ? '1 monitoring hit' : `${n} monitoring hits`),
    affiliations: (n: number) => (n === 1 ? '1 disclosure of affiliations' : `${n} disclosures of affiliations`),
    appeals: (n: number) => (n === 1 ? '1 appeal' : `${n} appeals`),
    decisions: (n: number) => (n === 1 ? '1 decision to issue' : `${n} decisions to issue`),
    mailTexts: (n: number) => (n === 1 ? '1 text of a mail to answer' : `${n} texts of mails to answer`),
    letterWordings: (n: number) => (n === 1 ? '1 wording of a letter to answer' : `${n} wordings of letters to answer`),
    policies: (n: number) => (n === 1 ? '1 policy to answer' : `${n} policies to answer`),
  },
  caption: (queue: string, n: number, order: string) => `${queue}: ${cases(n)}, ${order}`,

  filterTitle: 'Filter and order',
  filterOn: 'Filter and order (on)',
  orderLabel: 'Order',
  any: 'Any',
  show: 'Show',
  clear: 'Show everything',
  reason: 'Reason',
  state: 'State',
  form: 'Form',
  holder: 'Held by',
  nobody: 'Nobody',
  me: 'You',
  viewsLabel: 'Kept views',
  viewName: 'Keep this view as',
  viewHint: 'The queue, the order and the filter, under a name of yours.',
  viewShared: 'Show it to everybody of this desk',
  keep: 'Keep the view',
  sharedBy: 'shared',
  drop: (name: string) => `Remove the view “${name}”`,
  dropTitle: 'Remove',

  pick: (name: string, npi: string) => `Pick ${name}, NPI ${npi}`,
  pickedMany: '# cases picked',
  pickedOne: '1 case picked',
  bulkTitle: 'The cases that you ticked',
  to: 'Give them to',
  assign: 'Give',
  take: 'Take them',
  putBack: 'Put them back',

  batchTitle: 'What came of each case',
  batchAssigned: (name: string) => `Given to ${name}`,
  batchPutBack: 'Put back',
  batchDone: (done: number, of: number) => `${done} of ${cases(of)} done.`,
  batchCaption: 'Results',
  result: 'Result',
  done: 'Done',
  left: (why: string) => `Not done: ${why}`,
  undo: 'Undo',
  undoHint: 'Each case goes back to who held it before, unless somebody has worked on it since.',
  undone: 'Undone',
  notUndone: (why: string) => `Not undone: ${why}`,
  back: 'Worklist',

  clock: 'Our days',
  days,
  paused: (why: PauseReason) => `Paused: ${pauses[why]}`,
  notCounted: (n: number) => `${days(n)} not counted`,
  running: 'Running',
  stopped: 'Stopped',
}
