/** English words of the CMS-855I: training. */
import type * as sections from '#forms/cms855i/practitioner-training.ts'
import type { WordsFor } from '#forms/kit/words.ts'

const degrees = {
  bachelor: "Bachelor's degree",
  master: "Master's degree",
  doctorate: 'Doctorate',
  other: 'Another degree',
} as const

export const advancedPractice = {
  title: 'Your degree and national certification',
  intro: 'Medicare asks for the degree and national certification of your profession. You will be asked for copies.',
  questions: {
    degree: { ask: 'What is the highest degree you hold in your profession?', options: degrees },
    program: { ask: 'Which school or program gave it to you?' },
    degreeYear: { ask: 'In which year?', hint: 'Four digits' },
    body: { ask: 'Which national body certified you?', hint: 'Such as the AANPCB or the NCCPA' },
    number: { ask: 'Certificate number', hint: 'Leave empty if there is none' },
    certifiedOn: { ask: 'When did the certification start?' },
    expiresOn: { ask: 'When does it end?', hint: 'Leave empty if it has no end date' },
  },
} satisfies WordsFor<typeof sections.advancedPractice>

export const counseling = {
  title: 'Your degree and practice',
  questions: {
    degree: {
      ask: 'What is your highest degree?',
      options: { master: degrees.master, doctorate: degrees.doctorate, other: degrees.other },
    },
    field: { ask: 'What is it in?' },
    supervised: { ask: 'After that degree, have you practiced under supervision for two years or 3,000 hours?' },
  },
} satisfies WordsFor<typeof sections.counseling>

export const dietetics = {
  title: 'Your degree and practice',
  questions: {
    degree: {
      ask: 'What is your highest degree in nutrition or dietetics?',
      options: {
        bachelor: degrees.bachelor,
        master: degrees.master,
        doctorate: degrees.doctorate,
        none: 'I have no such degree',
      },
    },
    registered: { ask: 'Are you a registered dietitian?', hint: 'With the Commission on Dietetic Registration' },
    supervised: { ask: 'Have you done 900 hours of supervised dietetics practice?' },
  },
} satisfies WordsFor<typeof sections.dietetics>

export const clinicalPsychologist = {
  title: 'Your degree',
  questions: {
    doctorate: { ask: 'Do you hold a doctorate in psychology?' },
    field: { ask: 'What is it in?', hint: 'Such as clinical or counseling psychology' },
    consults: {
      ask: "Will you tell your patients' doctors about your services when the patients agree?",
      why: 'Medicare asks clinical psychologists to do this (42 CFR 410.71(e)).',
    },
  },
} satisfies WordsFor<typeof sections.clinicalPsychologist>

export const independentPsychologist = {
  title: 'How you practice',
  questions: {
    ownResponsibility: { ask: 'Do you work on your own responsibility, free from the control of an employer?' },
    ownPatients: { ask: 'Do you treat your own patients?' },
    ownFees: { ask: 'May you bill your patients, collect the fees and keep them?' },
    inInstitution: {
      ask: 'Is your practice inside an institution?',
      hint: 'Such as a hospital, nursing home or school',
    },
    separateOffice: { ask: 'Is your office a separate part of it that only your practice uses?' },
    wholeInstitution: { ask: 'Could your practice be seen as reaching through the whole institution?' },
  },
} satisfies WordsFor<typeof sections.independentPsychologist>

export const therapyPractice = {
  title: 'Your private practice',
  questions: {
    homesOnly: { ask: "Do you see patients only in the patients' homes?" },
    office: { ask: 'Do you have a private office for your practice?' },
    tenure: {
      ask: 'How do you hold the office?',
      options: { own: 'I own it', lease: 'I lease it', rent: 'I rent it', none: 'None of these' },
    },
    exclusive: { ask: 'Is the office used only for your practice while you work there?' },
    elsewhere: { ask: "Do you see patients in places other than your office and the patients' homes?" },
  },
} satisfies WordsFor<typeof sections.therapyPractice>
