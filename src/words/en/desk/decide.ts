/** Words of asking for more information, recommending and deciding. */
import type { Delay } from '#domain/enrollment/effective-date.ts'
import { developmentLibrary } from './development-library.ts'

const delays: Readonly<Record<Delay, string>> = {
  none: 'Nothing: no day back',
  circumstances: 'Circumstances: up to 30 days back',
  'declared-disaster': 'A declared disaster: up to 90 days back',
}

export const decideWords = {
  library: developmentLibrary,
  requestTitle: 'Ask for more information',
  requestIntro: (due: string) =>
    `Pick the questions and say what you need. The provider sees only these. The last day to answer is ${due}.`,
  requestOnce: 'A request is open. The provider has it.',
  pickTitle: 'Which questions?',
  picked: (n: number) => (n === 1 ? '1 question picked' : `${n} questions picked`),
  /** For the script that counts while boxes are ticked; "#" is the number. */
  pickedOne: '1 question picked',
  pickedMany: '# questions picked',
  questions: (n: number) => (n === 1 ? '1 question' : `${n} questions`),
  continue: 'Continue',
  wordTitle: 'Say what you need',
  wording: 'What is wrong and what to send',
  wordingFrom: 'Wording of the library',
  fill: 'Fill in the wording',
  cite: 'Authority',
  send: 'Send the request',
  pickAgain: 'Pick other questions',
  item: (section: string, ask: string) => `${section}: ${ask}`,

  recommendTitle: 'Recommend for approval',
  recommendIntro: 'A supervisor decides. Every check needs a result, and every finding your disposition.',
  recommendNote: 'Note for the supervisor',
  recommend: 'Recommend for approval',

  decideTitle: 'Decide',
  notRecommended: 'Only a case that an analyst recommended can be approved.',
  samePerson: 'You recommended this case, so another supervisor must decide it.',
  recommendedBy: (name: string) => `Recommended by ${name}`,
  noteWas: (note: string) => `Note: ${note}`,
  dateTitle: 'Effective date',
  datesCaption: 'How the date comes about',
  filedOn: 'Received (filing date)',
  firstServiceOn: 'First services at the location',
  ruleOn: 'Effective by rule: the later of the two',
  effectiveOn: 'Effective date',
  mayBillFrom: 'May bill from',
  because: 'Authority',
  delay: 'What kept the provider from enrolling before services began?',
  delays,
  otherDate: 'Set another effective date',
  otherDateHint: 'Leave it empty to use the date of the rule. It can only be later.',
  dateReason: 'Reason for another date',
  preview: 'Show the letter with these dates',
  letterPreview: 'The letter',
  approve: 'Approve enrollment',
  approveChange: 'Approve change',
  sendBackTitle: 'Send back to the analyst',
  sendBackReason: 'What is to be done?',
  sendBack: 'Send back to the analyst',

  refuseTitle: 'Deny, reject or return',
  refuseIntro: {
    deny: 'The applicant does not meet a requirement. There is an appeal.',
    reject: 'Something asked for did not arrive, or the application cannot be processed. There is no appeal.',
    return: 'The application should not have been sent here or now. It is not reviewed. There is no appeal.',
  },
  kinds: { deny: 'Deny', reject: 'Reject', return: 'Return' },
  kindTitle: 'What do you want to do?',
  reasons: 'Reasons',
  found: 'What we found',
  foundHint: 'For the provider, in plain words. At least 10 characters.',
  refusePreview: 'Show the letter',
  refuseButton: { deny: 'Deny the application', reject: 'Reject the application', return: 'Return the application' },
  notNow: (status: string) => `This cannot be done while the application is ${status}.`,
}
