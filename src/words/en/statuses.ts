/** Every status of an application in the words of each audience: what it means and what happens next. */
import type { ApplicationEvent, ApplicationStatus } from '#domain/application/lifecycle.ts'

interface StatusWords {
  /** On tags and in lists. */
  readonly name: string
  /** What it means for the provider. */
  readonly provider: string
  /** What it means at the desk. */
  readonly contractor: string
  /** What happens if nobody moves. */
  readonly otherwise: string
}

export const statusWords: Readonly<Record<ApplicationStatus, StatusWords>> = {
  draft: {
    name: 'Draft',
    provider: 'You have not submitted it yet. Finish the tasks, then sign.',
    contractor: 'The provider is still preparing it.',
    otherwise: 'A draft that nobody touches for 120 days is withdrawn. We write to you before.',
  },
  held: {
    name: 'Received early',
    provider: 'We have it. It came before its time, so it waits until the day shown. Nothing is needed from you.',
    contractor: 'A revalidation that came early. It comes into the queue on the first day of its window.',
    otherwise: 'On that day it is taken up by itself and counts as received. You may ask to have it taken up now.',
  },
  submitted: {
    name: 'Submitted',
    provider: 'The contractor has it. Nothing is needed from you.',
    contractor: 'Waiting for an analyst to take it.',
    otherwise: 'The contractor takes it from the queue, oldest first.',
  },
  'in-review': {
    name: 'In review',
    provider: 'An analyst is checking it. Nothing is needed from you.',
    contractor: 'An analyst holds it.',
    otherwise: 'The contractor decides, or asks you for more information.',
  },
  'in-development': {
    name: 'More information needed',
    provider: 'The contractor asked for more information. Answer before the date shown.',
    contractor: 'Waiting on the provider.',
    otherwise: 'Without an answer within 30 days the application may be rejected (42 CFR 424.525).',
  },
  recommended: {
    name: 'In final review',
    provider: 'The check is done. A supervisor decides next.',
    contractor: 'Recommended for approval; a supervisor decides.',
    otherwise: 'The supervisor approves it or sends it back to the analyst.',
  },
  approved: {
    name: 'Approved',
    provider: 'It was approved. Your letter has the dates and your number.',
    contractor: 'Approved.',
    otherwise: 'Nothing more happens.',
  },
  denied: {
    name: 'Denied',
    provider: 'It was denied. Your letter has the reasons and how to appeal.',
    contractor: 'Denied.',
    otherwise: 'You may appeal until the date in the letter.',
  },
  rejected: {
    name: 'Rejected',
    provider: 'It was rejected because something asked for did not arrive. You may apply again.',
    contractor: 'Rejected.',
    otherwise: 'Nothing more happens. A new application starts anew.',
  },
  returned: {
    name: 'Returned',
    provider: 'It was returned without a review. Your letter says why. You may apply again.',
    contractor: 'Returned.',
    otherwise: 'Nothing more happens.',
  },
  withdrawn: {
    name: 'Withdrawn',
    provider: 'It was withdrawn. Nothing was decided.',
    contractor: 'Withdrawn by the provider.',
    otherwise: 'Nothing more happens.',
  },
}

/** What happened, for the time-line. */
export const eventWords: Readonly<
  Record<ApplicationEvent | 'start' | 'assign' | 'note' | 'fee' | 'signature' | 'task' | 'more-time', string>
> = {
  start: 'Started',
  assign: 'Assigned',
  note: 'Note added',
  fee: 'Application fee',
  task: 'Task',
  signature: 'Signatures',
  'more-time': 'More time given to answer',
  submit: 'Signed and submitted',
  'submit-early': 'Signed and submitted before its time',
  'take-up': 'Taken up: its time has come',
  'process-early': 'Taken up before its time, on request',
  'begin-review': 'Review began',
  'put-back': 'Put back in the queue',
  'request-development': 'More information requested',
  'answer-development': 'Answer received',
  recommend: 'Recommended for approval',
  'send-back': 'Sent back to the analyst',
  approve: 'Approved',
  deny: 'Denied',
  reject: 'Rejected',
  return: 'Returned',
  withdraw: 'Withdrawn',
  'reopen-on-appeal': 'Reopened: the appeal was right',
}

export const waitingOnWords = { provider: 'You', contractor: 'Contractor', calendar: 'Nobody yet', nobody: 'Nobody' }
