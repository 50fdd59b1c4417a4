/** English words of the CMS-855I: specialty. */
import type { newPatients as newPatientsSection } from '#forms/cms855i/correspondence.ts'
import type { physicianSpecialty as physicianSection } from '#forms/cms855i/physician-specialty.ts'
import type { practitionerType as typeSection } from '#forms/cms855i/practitioner-type.ts'
import type { residency as residencySection } from '#forms/cms855i/residency.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { nonPhysicianTypeWords, physicianSpecialtyWords } from '../../reference/specialties.ts'

const another = { ask: 'Another specialty', hint: 'Leave empty if you have no more', options: physicianSpecialtyWords }

export const physicianSpecialty = {
  title: 'Your specialty',
  questions: {
    primary: {
      ask: 'What is your main specialty?',
      hint: 'The one most of your Medicare services belong to',
      options: physicianSpecialtyWords,
    },
    other: { ask: 'What is it called?' },
    testsForOthers: {
      ask: 'Do you do diagnostic tests for patients that other practitioners send you?',
      why: 'If tests are most of what you do, you may need to enroll as a testing facility too, with form CMS-855B.',
    },
    secondary1: { ...another, ask: 'A second specialty' },
    secondary2: { ...another, ask: 'A third specialty' },
    secondary3: { ...another, ask: 'A fourth specialty' },
    secondary4: { ...another, ask: 'A fifth specialty' },
  },
} satisfies WordsFor<typeof physicianSection>

export const practitionerType = {
  title: 'What kind of practitioner you are',
  intro: 'Each application is for one type. If you practice as two types, send two applications.',
  questions: {
    type: { ask: 'What type of practitioner are you?', options: nonPhysicianTypeWords },
    other: { ask: 'What is it called?' },
  },
} satisfies WordsFor<typeof typeSection>

export const residency = {
  title: 'Residents and fellows',
  questions: {
    inTraining: { ask: 'Are you a resident or a fellow in an approved training program now?' },
    role: { ask: 'Which are you?', options: { resident: 'Resident', fellow: 'Fellow' } },
    hospital: { ask: 'Which hospital runs the program?' },
    hospitalState: { ask: 'Which state is it in?' },
    startedOn: { ask: 'When did you start?' },
    endsOn: { ask: 'When will you finish?' },
    requiredServices: {
      ask: 'Does the program require the services you will bill for?',
      hint: 'Services it requires are paid through the hospital.',
    },
    outsideServices: { ask: 'Do you also see patients outside the program?' },
  },
} satisfies WordsFor<typeof residencySection>

export const newPatients = {
  title: 'New patients',
  questions: {
    accepting: {
      ask: 'Are you taking new Medicare patients?',
      why: 'The answer is shown in public, so that people can find you.',
    },
  },
} satisfies WordsFor<typeof newPatientsSection>
