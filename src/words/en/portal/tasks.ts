/** Words of the task list and of the pages that ask questions. */
import type { Progress } from '#forms/kit/form.ts'

const progress: Readonly<Record<Progress | 'cannot-start', string>> = {
  complete: 'Completed',
  'in-progress': 'In progress',
  'not-started': 'Not yet started',
  'not-needed': 'Not needed',
  'cannot-start': 'Cannot start yet',
}

export const tasks = {
  title: (form: string) => `Your ${form} application`,
  progress,
  completed: (done: number, of: number) => `You have completed ${done} of ${of} tasks.`,
  kept: (due: string) =>
    `Not submitted yet. Everything is saved as you go. If nobody touches this draft, it is closed ${due}.`,
  for: (what: string, state: string, contractor: string) => `${what} in ${state}. ${contractor} decides it.`,
  answerFirst: (task: string) => `First complete “${task}”`,
  finishFirst: 'First complete every task above',
  settleFirst: 'First compare your answers with the records',
  payFirst: 'First pay the application fee, or ask to be spared it',
  prepare: 'Answer the questions',
  finish: 'Check, sign and submit',
  documents: 'Add documents',
  documentsHint: (missing: number) =>
    missing === 0
      ? 'Nothing more is needed'
      : `${missing} still needed. You may also send ${missing === 1 ? 'it' : 'them'} within 30 days after you submit`,
  documentsDone: 'Completed',
  documentsOpen: 'In progress',
  check: 'Check your answers',
  changes: 'See what changes',
  preflight: 'Compare with the NPI registry and the exclusion list',
  preflightHint: 'We compare your answers with the records before you sign',
  sign: 'Sign and submit',
  signOther: 'Only the practitioner can sign. You can prepare everything else.',
  signOfficial: 'Only the authorized official can sign. You can prepare everything else.',
  ready: 'Can be done now',
  blocksTitle: 'What still blocks this application',
  blocksNone: 'Nothing. It can be signed.',
  withdraw: 'Withdraw this application',
  backToList: 'Back to the task list',
  backTo: { check: 'Back to check your answers', request: 'Back to the request', preflight: 'Back to the comparison' },
}

export const section = {
  saveLater: 'Save and finish later',
  savedAt: (at: string) => `Saved ${at}`,
  fromRegistry: (day: string) => `From the NPI registry, ${day}. Check it.`,
  onFile: (masked: string) =>
    `On file: ${masked}. Leave the box empty to keep it, or type a new answer. We never send it back to your screen.`,
  typeAgain: 'Type it again. We do not send what you typed here back to your screen.',
  oneMore: 'Your answers add a question. Answer it below, then save again.',
  newer: 'Saved by somebody else in the meantime',
  newerIntro: 'Below are your answers. Saving now replaces the ones above.',
  listEmpty: (many: string) => `You have added no ${many}.`,
  listCount: (n: number, one: string, many: string) => `You have added ${n} ${n === 1 ? one : many}.`,
  add: (one: string) => `Add another ${one}`,
  addFirst: (one: string) => `Add ${/^[aeiou]/i.test(one) ? 'an' : 'a'} ${one}`,
  addFull: (max: number, many: string) => `You can add up to ${max} ${many}.`,
  atLeast: (min: number, one: string, many: string) => `Add at least ${min} ${min === 1 ? one : many}.`,
  itemTitle: (one: string, n: number) => `${one[0]?.toUpperCase()}${one.slice(1)} ${n}`,
  notFinished: 'Not finished',
  removed: (many: string) => `Removed ${many}`,
  putBack: 'Put back',
  removeTitle: (one: string) => `Remove this ${one}?`,
  removeIntro: 'You can put it back until you submit the application.',
  removeYes: 'Yes, remove it',
  removeNo: 'No, keep it',
  notAsked: 'This page is not needed, because of an earlier answer. What you entered here is kept but not sent.',
  closed: 'This application can no longer be changed.',
}
