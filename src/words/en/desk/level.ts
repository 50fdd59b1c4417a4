/** Words of what the screening level asks somebody to bring, and of exceptions from it. */
import type { ExceptionGround } from '#domain/review/level/exception-grounds.ts'

const grounds: Readonly<Record<ExceptionGround, string>> = {
  'visited-lately': 'We visited this place ourselves within the last 12 months',
  'other-medicare-visit': 'Medicare, a state agency or an accreditor visited it within the last 12 months',
  'homes-only': 'Services are given only in patients’ homes: there is no place to visit',
  'fingerprinted-before': 'The same persons gave fingerprints for another enrollment within the last 12 months',
  'no-such-owner': 'Nobody owns five percent or more, directly or through others',
}

export const levelWords = {
  grounds,
  title: 'What the screening level asks for',
  line: (level: string, cite: string) => `This application is screened at the level “${level}” (${cite}).`,
  states: {
    brought: 'There, and it passes',
    exception: 'An exception was granted',
    'not-passed': 'What came does not pass. It needs another result, or the application cannot be approved',
    open: 'The task is open',
    missing: 'Nothing came yet, and there is no open task',
  },
  give: (kind: string) => `Give the task: ${kind.toLowerCase()}`,
  except: (kind: string) => `Ask for an exception: ${kind.toLowerCase()}`,
  askedLine: (kind: string, name: string, at: string) => `${kind}: exception asked for by ${name}, ${at}`,
  refusedLine: (kind: string, name: string, at: string, why: string) =>
    `${kind}: exception refused by ${name}, ${at}. ${why}`,
  answerIt: 'Grant or refuse it',
  waits: 'A supervisor who did not ask for it answers.',

  askTitle: 'Ask for an exception',
  askIntro:
    'A visit or fingerprints that the level asks for are left out only on one of these grounds. Another person has to grant it. Both names, the ground and the reasons stay with the evidence.',
  ground: 'On what ground?',
  cited: (ground: string, cite: string) => `${ground} (${cite})`,
  unconfirmed: 'wording of the rule unconfirmed',
  reliedOn: 'Day of the earlier visit or fingerprints',
  reliedHint: 'Only for a ground that names one.',
  reason: 'What shows it?',
  reasonHint: 'At least 10 characters: which visit, whose, where its report is.',
  ask: 'Ask for the exception',
  notAsked: 'The level of this case asks for nothing that is still to be brought.',

  answerTitle: 'Exceptions that were asked for',
  nothingAsked: 'No exception waits for an answer.',
  own: 'You asked for this yourself. Another supervisor has to answer.',
  askedBy: 'Asked by',
  authority: 'Authority',
  answer: 'Why?',
  grant: 'Grant the exception',
  refuse: 'Refuse it',
  by: (name: string, at: string) => `${name}, ${at}`,
  evidence: 'Exception',
  granted: 'Why it was granted',
}
