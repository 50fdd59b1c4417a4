/** English words of the CMS-855I: credentials. */
import type * as sections from '#forms/cms855i/credentials.ts'
import type { WordsFor } from '#forms/kit/words.ts'

export const credentials = {
  title: 'What you hold',
  questions: {
    licensed: { ask: 'Do you hold a state license to practice?', hint: 'Include a temporary license.' },
    certified: {
      ask: 'Do you hold a certification that your state or specialty asks for?',
      hint: 'Such as a board certification',
    },
    dea: { ask: 'Do you hold a DEA registration?', hint: 'It lets you prescribe controlled substances.' },
  },
} satisfies WordsFor<typeof sections.credentials>

export const licenses = {
  title: 'Your licenses',
  intro: 'Include an active license for the state you are enrolling in.',
  item: { one: 'license', many: 'licenses' },
  questions: {
    number: { ask: 'License number', hint: 'As the state board shows it' },
    state: { ask: 'Which state issued it?' },
    issuedOn: { ask: 'When did it start?' },
    expiresOn: { ask: 'When does it end?', hint: 'Leave empty if it has no end date' },
    compact: {
      ask: 'Is it a license through an interstate compact?',
      hint: 'A compact lets you practice in more than one state.',
    },
    temporary: { ask: 'Is it a temporary license?' },
  },
} satisfies WordsFor<typeof sections.licenses>

export const certifications = {
  title: 'Your certifications',
  item: { one: 'certification', many: 'certifications' },
  questions: {
    title: { ask: 'What are you certified in?' },
    body: { ask: 'Who certified you?', hint: 'The board or other body' },
    number: { ask: 'Certification number', hint: 'Leave empty if there is none' },
    state: { ask: 'Which state issued it?', hint: 'Leave empty for a national certification' },
    issuedOn: { ask: 'When did it start?' },
    expiresOn: { ask: 'When does it end?', hint: 'Leave empty if it has no end date' },
  },
} satisfies WordsFor<typeof sections.certifications>

export const deaRegistrations = {
  title: 'Your DEA registrations',
  item: { one: 'DEA registration', many: 'DEA registrations' },
  questions: {
    number: {
      ask: 'DEA number',
      hint: 'Two letters and seven digits',
      why: 'Medicare checks that your right to prescribe is still good. The number is not shown in public.',
    },
    state: { ask: 'Which state is it for?' },
    issuedOn: { ask: 'When did it start?' },
    expiresOn: { ask: 'When does it end?' },
  },
} satisfies WordsFor<typeof sections.deaRegistrations>
