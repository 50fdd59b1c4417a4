/** The English catalog of the CMS-20134: it does not compile while a task, section, question or option lacks words. */
import type { tasks20134 } from '#forms/cms20134/index.ts'
import type * as program from '#forms/cms20134/program.ts'
import type { FormWordsFor, WordsFor } from '#forms/kit/words.ts'
import { whereWords } from '../shared/organization/identity.ts'
import { organizationSections, organizationTasks } from '../shared/organization/index.ts'
import { locationWords } from '../shared/organization/locations.ts'
import { personNameWords } from '../shared/person-name.ts'
import { bornOnWords, ssnWords } from '../shared/restricted.ts'

const enrollment = {
  title: 'The enrollment',
  intro: 'Each state needs its own enrollment.',
  questions: whereWords,
} satisfies WordsFor<typeof program.enrollment>

const recognition = {
  title: 'Recognition by the CDC',
  questions: {
    status: {
      ask: 'How is the program recognized?',
      options: { preliminary: 'Preliminary recognition', full: 'Full recognition' },
    },
    code: { ask: 'Organization code', hint: 'It is on the certificate or letter of the CDC' },
    from: { ask: 'Recognized since when?' },
    to: { ask: 'Until when?' },
  },
} satisfies WordsFor<typeof program.recognition>

const coaches = {
  title: 'Coaches',
  intro: 'Add everyone who gives sessions. Each needs an NPI.',
  item: { one: 'coach', many: 'coaches' },
  questions: {
    ...personNameWords,
    bornOn: bornOnWords,
    ssn: ssnWords,
    npi: { ask: 'NPI' },
    from: { ask: 'First day as a coach' },
    to: { ask: 'Last day as a coach', hint: 'Leave empty if the coach stays' },
  },
} satisfies WordsFor<typeof program.coaches>

type Locations = Extract<(typeof tasks20134)[number], { id: 'locations' }>['sections'][0]
const practiceLocations = {
  title: 'Where sessions are held',
  intro: 'Add at least one administrative location in this state.',
  item: { one: 'location', many: 'locations' },
  questions: {
    ...locationWords,
    setting: {
      ask: 'What kind of place is it?',
      options: { administrative: 'Administrative location', community: 'Community setting' },
    },
  },
} satisfies WordsFor<Locations>

export const cms20134En: FormWordsFor<typeof tasks20134> = {
  title: 'Medicare enrollment for diabetes prevention programs',
  short: 'CMS-20134',
  tasks: {
    ...organizationTasks,
    enrollment: { title: 'Say where it enrolls' },
    coaches: { title: 'Name the coaches' },
  },
  sections: {
    ...organizationSections,
    enrollment,
    recognition,
    coaches,
    'practice-locations': practiceLocations,
  },
}
