/** English words of the CMS-855I: locations. */
import type * as visits from '#forms/cms855i/home-visits.ts'
import type { practiceLocations as locationsSection } from '#forms/cms855i/practice-locations.ts'
import type * as records from '#forms/cms855i/record-storage.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { addressWords } from '../shared/address.ts'

export const practiceLocations = {
  title: 'Where you see patients',
  intro: 'Add each place where your own practice sees patients. Do not add places of a group you work for.',
  item: { one: 'practice location', many: 'practice locations' },
  questions: {
    name: { ask: 'What is the practice called here?', hint: 'The name patients see' },
    setting: {
      ask: 'What kind of place is it?',
      options: {
        office: 'Private practice office',
        hospital: 'Hospital',
        'nursing-facility': 'Skilled nursing or other nursing facility',
        'retirement-home': 'Retirement or assisted living community',
        home: 'My home, used as my office',
        telehealth: 'Telehealth only',
        other: 'Another health care place',
      },
    },
    hidden: {
      ask: 'Should this address be kept out of the public look-up?',
      hint: 'People will see only the city and state.',
    },
    ...addressWords('', { line1: { hint: 'A place we could visit. Not a P.O. box.' } }),
    phone: { ask: 'Phone number', hint: 'The one patients call' },
    firstPatientOn: {
      ask: 'When did you, or will you, see your first Medicare patient here?',
      why: 'Medicare cannot pay for services here before this day.',
    },
    npi: { ask: 'Does this place have an NPI of its own?', hint: 'Enter it, or leave empty' },
    clia: { ask: 'CLIA number', hint: 'Only if lab tests are done here' },
    mammography: { ask: 'FDA mammography number', hint: 'Only if mammograms are done here' },
  },
} satisfies WordsFor<typeof locationsSection>

export const homeVisits = {
  title: 'Visits to patients at home',
  questions: { any: { ask: 'Do you see patients in their homes?' } },
} satisfies WordsFor<typeof visits.homeVisits>

export const homeVisitAreas = {
  title: 'Where you make home visits',
  item: { one: 'area', many: 'areas' },
  questions: {
    state: { ask: 'Which state?' },
    extent: {
      ask: 'How much of it?',
      options: { state: 'The whole state', county: 'One county', city: 'One city or town', zip: 'One ZIP code' },
    },
    place: { ask: 'Name of the county, city or town' },
    zip: { ask: 'ZIP code' },
  },
} satisfies WordsFor<typeof visits.homeVisitAreas>

export const recordStorage = {
  title: 'Where patient records are kept',
  questions: {
    elsewhere: {
      ask: 'Are any current or past patient records kept outside your practice locations?',
      hint: 'Include records kept online.',
    },
  },
} satisfies WordsFor<typeof records.recordStorage>

export const recordStores = {
  title: 'Places with patient records',
  item: { one: 'place with records', many: 'places with records' },
  questions: {
    medium: { ask: 'How are they kept?', options: { paper: 'On paper, at an address', electronic: 'Electronically' } },
    name: { ask: 'What is the name of the place or system?' },
    ...addressWords('', { line1: { hint: 'Not a P.O. box' } }),
  },
} satisfies WordsFor<typeof records.recordStores>
