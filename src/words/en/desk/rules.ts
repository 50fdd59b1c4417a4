/** Words of what the rules propose for a case, and of trying a change of the rules on files of the past. */
import type { RuleName } from '#domain/rules/parameters.ts'
import { screeningWords } from './screening.ts'

const rules: Readonly<Record<string, string>> = {
  ...screeningWords.checks,
  task: 'Task',
  'signature-age': 'Age of the signature',
  development: 'Request for more information',
}
const why: Readonly<Record<string, string>> = {
  passed: 'passes',
  missing: 'is not there yet',
  unavailable: 'the source did not answer',
  disposition: 'needs a disposition',
  stops: 'must be corrected before an approval',
  'not-passed': 'did not pass',
  open: 'is not finished',
  'too-old': 'is too old',
  'not-answered': 'was not answered by its last day',
}
const names: Readonly<Record<RuleName, string>> = {
  'match.possible': 'Points from which a person looks at a hit',
  'match.match': 'Points from which a hit is a match',
  'fresh-days': 'Days that any list may be old',
  'signature-age': 'Days that a signature may be old',
  'site-visit-level': 'Lowest level that needs a site visit',
  'fingerprints-level': 'Lowest level that needs fingerprints',
}

export const ruleWords = {
  rules,
  why,
  names,
  proposals: {
    approve: 'Every rule passes. This file is proposed for approval. A person recommends it, and another decides.',
    reject:
      'The request for more information was not answered by its last day (42 CFR 424.525(a)(1)). A rejection is proposed. A supervisor confirms it, or waits longer.',
    wait: 'Not every rule passes yet. Each that does not is named below.',
    none: 'There is nothing to propose: the application is not under review.',
  },
  allPass: (n: number) => `All ${n} rules pass.`,
  someFail: (n: number) => (n === 1 ? '1 rule does not pass.' : `${n} rules do not pass.`),
  see: 'See the rules',
  failedTitle: 'Does not pass',
  passedTitle: 'Passes',
  caption: 'Rules that this file does not pass',
  rule: 'Rule',
  about: 'About',
  aboutCount: (n: number) => `${n} of the file`,
  result: 'Result',
  cite: 'Authority',
  passedCount: (n: number) => (n === 1 ? '1 rule' : `${n} rules`),
  recommend: 'Recommend it',
  reject: 'Prepare the rejection',
  run: 'Run the rules again',

  tryTitle: 'Try a change of the rules',
  tryIntro:
    'Says what a change would have done to files of the past, from the evidence that was kept. Nothing is changed by trying.',
  since: 'Received since',
  sinceHint: 'Year, month and day, like 2026-01-01',
  inForce: (value: string) => `In force: ${value}`,
  ownDays: 'each list has its own',
  tryIt: 'Try it',
  tried: (files: number, now: number, then: number, differ: number) =>
    `${files} ${files === 1 ? 'file' : 'files'}: ${now} pass everything now, ${then} would. ${differ} would come to something else.`,
  most: (n: number) => `Only the newest ${n} files were looked at.`,
  noDifference: 'No file would come to something else.',
  differCaption: 'Files that would come to something else',
  file: 'File',
  received: 'Received',
  newly: 'Would fail',
  noLonger: 'Would not fail any more',
  command: {
    about: 'The rules of the review',
    try: 'Try a change of the rules on files of the past; nothing is written',
    since: 'files received since this day, like 2026-01-01',
    param: 'a change, like match.possible=14; may be said several times',
    json: 'print it as JSON',
    line: (tracking: string, newly: string, noLonger: string) =>
      [tracking, newly && `would fail ${newly}`, noLonger && `would not fail ${noLonger}`].filter(Boolean).join(': '),
  },
}
