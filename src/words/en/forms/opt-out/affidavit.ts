/** English words of the opt-out affidavit. */
import type { enrollment as enrollmentSection } from '#forms/cms855o/ordering.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import type { standing as standingSection } from '#forms/opt-out/index.ts'
import type * as contracts from '#forms/opt-out/private-contracts.ts'
import type * as professions from '#forms/opt-out/profession.ts'
import { nonPhysicianTypeWords, physicianSpecialtyWords } from '../../reference/specialties.ts'

export const enrollment = {
  title: 'Where you practice',
  intro: 'The opt-out counts everywhere. File an affidavit with each contractor whose area you practice in.',
  questions: {
    practitioner: {
      ask: 'How do you practice?',
      hint: 'Chiropractors, therapists and audiologists cannot opt out.',
      options: { physician: 'As a physician', 'non-physician': 'As another kind of practitioner' },
    },
    state: {
      ask: 'In which state do you practice?',
      why: 'The state decides which Medicare contractor gets your affidavit.',
    },
  },
} satisfies WordsFor<typeof enrollmentSection>

export const optOut = {
  title: 'Your opt-out',
  intro:
    'An opt-out lasts two years and goes on by itself for two more. You can stop it in writing before a term ends.',
  questions: {
    participates: {
      ask: 'Do you take part in Medicare now?',
      hint: 'You do if you signed a participation agreement (CMS-460).',
      why: 'If you do, your opt-out starts with a quarter of the year, and we must have this affidavit 30 days before.',
    },
    startsOn: { ask: 'When should it start?', hint: 'It cannot start before we get this affidavit.' },
    before: { ask: 'Have you opted out before?', why: 'Only a first opt-out can be undone, in its first 90 days.' },
    orders: {
      ask: 'Do you want to order or certify for Medicare patients?',
      hint: 'You may do so while opted out, if you are not excluded.',
    },
  },
} satisfies WordsFor<typeof contracts.optOut>

export const privateContracts = {
  title: 'Your private contracts',
  intro:
    'Each Medicare patient you treat must sign a contract with you first. File this within 10 days of the first one.',
  questions: {
    firstOn: { ask: 'When was the first one signed?', hint: 'Leave empty if none was signed yet' },
    terms: {
      ask: 'Which of these are true of each contract?',
      options: {
        'in-writing': 'It is in writing, in print large enough to read, and both of us sign it',
        'patient-pays': 'The patient agrees to pay for all my services',
        'no-claims': 'The patient agrees not to send Medicare a claim, or to ask me to',
        'no-limits': 'The patient knows that Medicare limits on my fees do not apply',
        'no-medigap': 'The patient knows that Medigap does not pay, and that other plans may not',
        'not-in-emergency': 'I do not ask a patient to sign in an emergency',
        'copy-given': 'The patient gets a copy before I treat them',
        kept: 'I keep each contract for the whole term and show it to CMS when asked',
      },
      why: 'A contract that lacks one of these is not valid, and then Medicare rules on fees apply.',
    },
  },
} satisfies WordsFor<typeof contracts.privateContracts>

export const standing = {
  title: 'Exclusions',
  questions: {
    excluded: {
      ask: 'Are you excluded from Medicare or another federal health program?',
      hint: 'You can opt out all the same, but you cannot order.',
    },
  },
} satisfies WordsFor<typeof standingSection>

export const optOutSpecialty = {
  title: 'Your specialty',
  questions: { primary: { ask: 'What is your main specialty?', options: physicianSpecialtyWords } },
} satisfies WordsFor<typeof professions.optOutSpecialty>

export const optOutType = {
  title: 'What kind of practitioner you are',
  questions: { type: { ask: 'What type of practitioner are you?', options: nonPhysicianTypeWords } },
} satisfies WordsFor<typeof professions.optOutType>

export const credentials = {
  title: 'Your license',
  questions: { licensed: { ask: 'Do you hold a state license to practice?', hint: 'Include a temporary license.' } },
} satisfies WordsFor<typeof professions.credentials>
