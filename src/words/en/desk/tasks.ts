/** Words of the tasks of a case, of notices to the desk's own people, and of their mails. */

import type { Mail } from '#domain/mails/mail-text.ts'
import {
  isTaskKind,
  type NoticeKind,
  type TaskKind,
  type TaskState,
  type VisitQuestion,
} from '#domain/review/queues/case-tasks.ts'
import { worded } from '../mail-texts/index.ts'
import { levelWords } from './level.ts'

const kinds: Readonly<Record<TaskKind, string>> = {
  'site-visit': 'Site visit',
  fingerprints: 'Fingerprints',
  'fee-check': 'Fee check',
  development: 'Development',
  other: 'Something else',
}
const results: Readonly<Record<string, string>> = {
  operational: 'Operational: open and able to serve patients',
  'not-operational': 'Not operational',
  'not-there': 'Nobody of that name is there',
  refused: 'The visitor was not let in',
  'no-record': 'Nothing found',
  'record-found': 'A record was found',
  'not-given': 'Not given in time',
  paid: 'Paid',
  'not-due': 'No fee is due',
  unpaid: 'Not paid',
  done: 'Done',
  'exception-asked': 'An exception was asked for',
  'exception-granted': 'The exception was granted',
  'exception-refused': 'The exception was refused',
}
/** What became of a task, in the history of its case. */
const acts: Readonly<Record<string, string>> = { opened: 'given', done: 'finished', cancelled: 'called off' }
const states: Readonly<Record<TaskState, string>> = { open: 'Open', done: 'Done', cancelled: 'Called off' }
const visit: Readonly<Record<VisitQuestion, string>> = {
  open: 'Is the place open during its posted hours?',
  sign: 'Is there a sign with the name of the practice?',
  staff: 'Is there staff?',
  equipment: 'Is there what the services need?',
  accessible: 'Can patients get in?',
}
const mail = (kind: NoticeKind) => (link: string) => worded(`desk-${kind}`, { link })
const mails: Readonly<Record<NoticeKind, (link: string) => Mail>> = {
  mention: mail('mention'),
  'task-given': mail('task-given'),
  'task-done': mail('task-done'),
  resubmitted: mail('resubmitted'),
  'case-given': mail('case-given'),
}
const notices: Readonly<Record<NoticeKind, (name: string) => string>> = {
  mention: (name) => `${name} named you`,
  'task-given': (name) => `${name} gave you a task`,
  'task-done': (name) => `${name} finished a task`,
  resubmitted: () => 'The provider answered',
  'case-given': (name) => `${name} gave you a case`,
}

export const taskWords = {
  kinds,
  results,
  states,
  visit,
  mails,
  notices,
  actLine: (kind: string, act: string, what: string) =>
    isTaskKind(kind) && acts[act] ? `${kinds[kind]} ${acts[act]}: ${what}` : what,
  given: (kind: string, what: string) => `${kind}: ${what}`,
  finished: (kind: string, what: string, result: string) => `${kind}: ${what}. ${result}`,
  resubmitted: (ordinal: number) => `Submission ${ordinal} is in. What changed is marked.`,

  level: levelWords,
  intro: 'What has to be done beside the review. An open task keeps the case from being recommended.',
  none: 'This case has no tasks.',
  caption: 'Tasks',
  task: 'Task',
  owner: 'Whose',
  due: 'Due',
  state: 'State',
  someone: 'Somebody',
  overdue: (day: string) => `${day} (past)`,
  resultLine: (result: string, by: string, at: string) => `${result} (${by}, ${at})`,
  calledOff: (by: string, at: string) => `Called off (${by}, ${at})`,

  newTitle: 'New task',
  kind: 'What kind?',
  what: 'What is to be done?',
  whatHint: 'For a site visit the address, so that it can be found.',
  dueOn: 'Due on',
  dueHint: 'Empty: 30 days for a site visit and fingerprints, 10 for a fee check or development, 7 otherwise.',
  give: 'Give the task',

  back: 'Back to the tasks',
  openedLine: (by: string, at: string) => `Given by ${by}, ${at}`,
  cite: 'Authority',
  clock: 'Time left',
  visitTitle: 'What was seen',
  visitedOn: 'Day of the visit',
  note: 'What else was seen',
  noteHint: 'Hours, equipment, who was spoken to. No patient’s name.',
  photosTitle: 'Photos',
  photosHint: (most: number, megabytes: number) =>
    `Up to ${most} photos of at most ${megabytes} MB. A phone opens its camera. No patients in the picture.`,
  addPhoto: 'Add this photo',
  photo: 'Photo',
  photosKept: (n: number) => (n === 1 ? '1 photo is kept' : `${n} photos are kept`),
  photoLine: (n: number, kilobytes: number) => `Photo ${n} (${kilobytes} KB)`,
  result: 'What came of it?',
  finish: 'Send the result',
  callOffTitle: 'Call this task off',
  callOffReason: 'Why?',
  callOff: 'Call it off',
  notYours: (name: string) => `This task is ${name}’s.`,
  reportTitle: 'What was reported',

  ownTitle: 'Your tasks',
  ownCaption: (n: number) => (n === 1 ? '1 open task' : `${n} open tasks`),
  provider: 'Provider',
  noticesTitle: 'For you',
  putAway: 'Put these away',
  colleagues: 'Who can be told',
  mentionHint: 'The provider does not see notes. Write @ and the name a colleague signs in with to tell them.',
}
