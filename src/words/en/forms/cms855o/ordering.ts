/** English words of the CMS-855O: who orders, and why without billing. */
import type * as sections from '#forms/cms855o/ordering.ts'
import type * as professions from '#forms/cms855o/profession.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { nonPhysicianTypeWords, physicianSpecialtyWords } from '../../reference/specialties.ts'

export const enrollment = {
  title: 'Your enrollment',
  intro: 'One enrollment in one state is enough. With it you can order for patients anywhere.',
  questions: {
    practitioner: {
      ask: 'How do you practice?',
      hint: 'Dentists, optometrists and podiatrists count as physicians in Medicare.',
      options: {
        physician: 'As a physician',
        'non-physician': 'As another kind of practitioner, such as a nurse practitioner',
      },
    },
    state: {
      ask: 'Which state is this enrollment for?',
      hint: 'Choose a state where you hold a license.',
      why: 'The state decides which Medicare contractor reviews your application.',
    },
  },
} satisfies WordsFor<typeof sections.enrollment>

export const orderOnly = {
  title: 'Why you only order',
  intro: 'If you will ever send Medicare a bill for your own work, use the CMS-855I instead. It covers orders too.',
  questions: {
    why: {
      ask: 'Why do you not need to bill Medicare?',
      options: {
        'veterans-affairs': 'I work for the Department of Veterans Affairs',
        defense: 'I work for the military or TRICARE',
        'public-health-service': 'I work for the Public Health Service',
        'indian-health': 'I work for the Indian Health Service or a tribe',
        'health-center': 'I work for a health center, a rural clinic or a critical access hospital',
        'in-training': 'I am an intern, a resident or a fellow',
        dentist: 'I am a dentist',
        pediatrician: 'I treat children',
        retired: 'I am retired and still hold a license',
        other: 'Another reason',
      },
    },
    other: { ask: 'What is the reason?' },
    employer: { ask: 'Where do you work?', hint: 'The name of the clinic, hospital or office' },
  },
} satisfies WordsFor<typeof sections.orderOnly>

export const graduateTraining = {
  title: 'Your training program',
  questions: {
    level: {
      ask: 'Which are you?',
      options: { intern: 'An intern', resident: 'A resident', fellow: 'A fellow' },
    },
    program: { ask: 'Which hospital or school runs the program?' },
    accredited: { ask: 'Is it an accredited program of graduate medical education?' },
    mayOrder: {
      ask: 'Does your state let you order services while you train?',
      hint: 'Some states give trainees a license. Others let them work under the program.',
      why: 'Medicare takes orders from trainees only where the state allows it.',
    },
    endsOn: { ask: 'When will you finish?' },
  },
} satisfies WordsFor<typeof sections.graduateTraining>

export const physicianSpecialty = {
  title: 'Your specialty',
  questions: {
    primary: { ask: 'What is your main specialty?', options: physicianSpecialtyWords },
    other: { ask: 'What is it called?' },
  },
} satisfies WordsFor<typeof professions.physicianSpecialty>

export const professionalType = {
  title: 'What kind of practitioner you are',
  intro: 'Only these kinds of practitioner can order for Medicare patients.',
  questions: { type: { ask: 'What type of practitioner are you?', options: nonPhysicianTypeWords } },
} satisfies WordsFor<typeof professions.professionalType>
