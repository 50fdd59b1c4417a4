/** English words of the CMS-855I: you. */
import type { birth as birthSection } from '#forms/cms855i/birth.ts'
import type { identifiers as identifiersSection } from '#forms/cms855i/identifiers.ts'
import type { legalName as nameSection } from '#forms/cms855i/legal-name.ts'
import type { otherNames as otherSection } from '#forms/cms855i/other-names.ts'
import type { school as schoolSection } from '#forms/cms855i/school.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { personNameWords } from '../shared/person-name.ts'

export const legalName = {
  title: 'Your legal name',
  intro: 'Use the name on your Social Security card. It must also match the NPI registry.',
  questions: {
    ...personNameWords,
    credential: { ask: 'Credential', hint: 'The letters after your name, such as MD, DO or NP' },
  },
} satisfies WordsFor<typeof nameSection>

export const otherNames = {
  title: 'Other names you have used',
  intro: 'Add each name you have used at work, in school or before a marriage. If there are none, go on.',
  item: { one: 'other name', many: 'other names' },
  questions: {
    kind: {
      ask: 'What kind of name is it?',
      options: { former: 'A former or maiden name', professional: 'A name I use at work', other: 'Another name' },
    },
    ...personNameWords,
  },
} satisfies WordsFor<typeof otherSection>

export const birth = {
  title: 'Your birth',
  questions: {
    bornOn: {
      ask: 'When were you born?',
      hint: 'For example: 3 27 1980',
      why: 'Your date of birth tells you apart from people with the same name. It is encrypted and never shown in public.',
    },
    inUnitedStates: { ask: 'Were you born in the United States?', hint: 'Territories count as the United States.' },
    state: { ask: 'In which state or territory?' },
    country: { ask: 'In which country?' },
    sex: {
      ask: 'What is your sex, as in your Social Security record?',
      options: { female: 'Female', male: 'Male' },
      why: 'The form asks for it to match your Social Security record.',
    },
  },
} satisfies WordsFor<typeof birthSection>

export const identifiers = {
  title: 'Your numbers',
  questions: {
    npi: { ask: 'What is your own NPI?', hint: 'Ten digits. Use the NPI you have as a person, not that of a group.' },
    ssn: {
      ask: 'What is your Social Security number?',
      hint: 'Nine digits',
      why: 'Federal law asks for it (42 U.S.C. 1320a-3a), and Medicare checks it with the Social Security Administration. It is encrypted and shown to you only as its last four digits.',
    },
  },
} satisfies WordsFor<typeof identifiersSection>

export const school = {
  title: 'Where you were trained',
  questions: {
    name: {
      ask: 'What is the name of your medical or professional school?',
      hint: 'The school that gave you the degree you practice with',
    },
    place: { ask: 'Where is the school?', hint: 'City and state, or country' },
    graduated: { ask: 'In which year did you graduate?', hint: 'Four digits' },
  },
} satisfies WordsFor<typeof schoolSection>
