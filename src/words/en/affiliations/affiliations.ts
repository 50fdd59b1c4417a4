/** Words of affiliations that are disclosed on request: the provider's pages and what both sides say alike. */
import type { RequestOutcome, RequestState } from '#domain/affiliation/request.ts'
import type { FormWords } from '#forms/kit/words.ts'
import { affiliationDesk } from './desk.ts'
import { affiliationWords } from './section.ts'

const outcomes: Readonly<Record<RequestOutcome, string>> = {
  'no-undue-risk': 'Looked at: no undue risk',
  'undue-risk': 'Looked at: an undue risk',
  'not-answered': 'Closed without an answer',
  'taken-back': 'Taken back',
}
const states: Readonly<Record<RequestState, string>> = {
  asked: 'Waiting for the provider',
  answered: 'Signed, waiting for the contractor',
  closed: 'Closed',
}

const form: FormWords = {
  title: 'answered when the contractor asks for it (42 CFR 424.519)',
  short: 'Affiliation disclosure',
  tasks: { affiliations: { title: 'One affiliation' } },
  sections: { affiliation: affiliationWords },
}

export const affiliations = {
  section: affiliationWords,
  /** The same as a form, for the pages that show whole forms. */
  form,
  desk: affiliationDesk,
  outcomes,
  states,

  letter: {
    named: 'Owners and managers that we have on file',
    kinds: 'What counts as an affiliation',
    events: 'What must have happened to the other one',
  },

  title: 'Your affiliations',
  link: 'Disclosure of affiliations',
  need: 'Answer about your affiliations',
  needDetail: (due: string) => `The contractor asks. ${due}`,
  tracker: (due: string) => `Asked, answer by ${due}`,
  intro: (contractor: string) =>
    `${contractor} asks you to disclose affiliations: what you, your owners or your managers have or had to do in the last five years with a Medicare, Medicaid or CHIP provider that got into trouble.`,
  from: (day: string) => `An affiliation counts when it goes on, or ended on ${day} or later.`,
  about: 'About',
  due: 'Answer by',
  askedOn: 'Asked on',
  askedBy: 'Asked by',
  letterKey: 'Letter',
  letterLink: 'Open the letter',
  nameHint: (name: string) => `As it is on your account: ${name}`,
  state: 'Where it stands',
  named: 'Owners and managers on file',
  namedHint: 'Think of each of them, and of others who are not listed yet.',
  nobodyNamed: 'We have no owners or managers of yours on file. Think of those whom you have.',
  counts: 'What counts',
  allQuestions: 'See all questions at once, to gather the answers',
  list: 'What you disclose',
  listEmpty: 'Nothing yet.',
  add: 'Add an affiliation',
  addAnother: 'Add another affiliation',
  unfinished: 'Not finished',
  noName: 'Without a name',
  remove: 'Remove',
  removeLabel: (name: string) => `the affiliation with ${name}`,
  putBack: 'Put back',
  removedTitle: 'Removed',
  edit: 'Change',
  itemTitle: (n: number) => `Affiliation ${n}`,
  sign: 'Check and sign',
  signNothing: 'There is nothing to disclose',
  signNothingHint: 'If there is nothing to disclose, that is an answer, too: say so and sign.',
  onlySigner: 'You can prepare the answer. The provider or an authorized official has to sign it.',
  signTitle: 'Check and sign your answer',
  youSay: 'What you sign',
  nothing:
    'There is nothing to disclose: neither the provider nor anybody who owns or manages it has or had such an affiliation in the last five years.',
  disclosed: (n: number) => (n === 1 ? 'You disclose 1 affiliation.' : `You disclose ${n} affiliations.`),
  attestation: {
    version: 'affiliations-2026-01',
    statement:
      'I have asked those who own and manage the provider. This answer is true and complete. If I learn that something in it is not, I will tell the Medicare contractor without delay. I know that leaving out an affiliation that I know of, or should know of, can lead to a denial or a revocation (42 CFR 424.519).',
    agree: 'I have read this and I certify it',
  },
  signButton: 'Sign and send',
  notNow: 'This request is closed, or was answered. Nothing can be changed any more.',
  signedBy: 'Signed by',
  signedAt: 'Signed on',
  hash: 'SHA-256 of what was signed',
  yourAnswer: 'Your answer',
  fixed: 'If something in it is wrong or new, call the contractor.',
  closedText: {
    'no-undue-risk': 'The contractor has looked at your answer and found no undue risk. You need not do anything.',
    'undue-risk':
      'The contractor has looked at your answer and found an undue risk. What follows is told in a letter, with what you can do against it.',
    'not-answered': 'The contractor closed the request because there was no answer. What follows is told in a letter.',
    'taken-back': 'The contractor took the request back. You need not do anything.',
  } satisfies Record<RequestOutcome, string>,
  partyColumn: 'With whom',
  eventColumn: 'What happened to them',
  tieColumn: 'Affiliation',
  spanColumn: 'From, to',
  actColumn: 'Change or remove',
  span: (from: string | undefined, to: string | undefined) => `${from ?? '?'} – ${to ?? 'today'}`,
}
