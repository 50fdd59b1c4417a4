/** English words of what the CMS-855B asks by type of supplier. */
import type * as enroll from '#forms/cms855b/enrollment.ts'
import type { tasks855b } from '#forms/cms855b/index.ts'
import type * as details from '#forms/cms855b/supplier-details.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { partBTypeWords } from '../../reference/organization-types.ts'
import { whereWords } from '../shared/organization/identity.ts'
import { locationWords } from '../shared/organization/locations.ts'

export const enrollment = {
  title: 'The enrollment',
  intro: 'Each state and each type of supplier needs its own enrollment.',
  questions: {
    supplier: { ask: 'What does the organization enroll as?', options: partBTypeWords },
    otherSupplier: { ask: 'What kind of supplier is it?' },
    groupOf: {
      ask: 'Who works in the group?',
      options: {
        physicians: 'Physicians, alone or with others',
        'non-physicians': 'Only other practitioners, such as nurse practitioners',
      },
      why: 'No application fee is due for groups of practitioners.',
    },
    how: {
      ask: 'How does it come to Medicare?',
      options: { new: 'As a new supplier', 'ownership-change': 'By taking over an enrolled one' },
    },
    ...whereWords,
  },
} satisfies WordsFor<typeof enroll.enrollment>

type Locations = Extract<(typeof tasks855b)[number], { id: 'locations' }>['sections'][0]
export const practiceLocations = {
  title: 'Where patients are seen',
  intro: 'Add each place in this state that bills under this enrollment.',
  item: { one: 'practice location', many: 'practice locations' },
  questions: {
    ...locationWords,
    setting: {
      ask: 'What kind of place is it?',
      options: {
        office: 'Office or clinic',
        hospital: 'Hospital',
        'nursing-facility': 'Skilled nursing or other nursing facility',
        laboratory: 'Laboratory or testing site',
        mobile: 'Mobile unit',
        other: 'Another health care place',
      },
    },
  },
} satisfies WordsFor<Locations>

export const hospitalDepartment = {
  title: 'The hospital',
  questions: {
    hospital: { ask: 'Legal business name of the hospital' },
    ccn: { ask: 'Its certification number (CCN)', hint: 'Six characters' },
    billing: {
      ask: 'For what will you bill Part B?',
      options: { departments: 'Some departments', all: 'The hospital as a whole' },
    },
    departments: { ask: 'For which departments?' },
  },
} satisfies WordsFor<typeof details.hospitalDepartment>

export const supplierNumbers = {
  title: 'Certification number',
  questions: {
    ccn: {
      ask: 'Certification number (CCN)',
      hint: 'Leave empty if it has none yet. It is given after the survey.',
    },
  },
} satisfies WordsFor<typeof details.supplierNumbers>

export const therapyGroup = {
  title: 'Where therapy is given',
  questions: {
    homesOnly: { ask: 'Are services given only in patients’ homes?' },
    tenure: {
      ask: 'Does the group own or rent its office space?',
      options: { own: 'It owns it', lease: 'It rents it' },
    },
    exclusive: { ask: 'Is the space used only for the practice of this group during its hours?' },
    elsewhere: { ask: 'Are services also given outside the office?' },
  },
} satisfies WordsFor<typeof details.therapyGroup>
