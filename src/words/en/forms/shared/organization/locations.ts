/** English words of the places, vehicles and records of an organization. */
import type { WordsFor } from '#forms/kit/words.ts'
import type * as at from '#forms/shared/organization/locations.ts'
import type * as records from '#forms/shared/record-storage.ts'
import type * as areas from '#forms/shared/service-areas.ts'
import { addressWords } from '../address.ts'

/** All of a list of places but the names of the settings, which each form has its own of. */
export const locationWords = {
  name: { ask: 'What is this place called?', hint: 'The name patients see' },
  ...addressWords('', { line1: { hint: 'A place we could visit. Not a P.O. box.' } }),
  phone: { ask: 'Phone number', hint: 'The one patients call' },
  firstPatientOn: {
    ask: 'When did this place, or when will it, see its first Medicare patient?',
    why: 'Medicare cannot pay for services here before this day.',
  },
  npi: { ask: 'Which NPI does this place bill under?', hint: 'Leave empty if it is that of the organization' },
  clia: { ask: 'CLIA number', hint: 'Only if lab tests are done here' },
  mammography: { ask: 'FDA mammography number', hint: 'Only if mammograms are done here' },
} as const

export const mobile = {
  title: 'Services without an office',
  questions: {
    base: {
      ask: 'Are people or equipment sent out from a base?',
      hint: 'Such as nurses who go to homes, or portable machines',
    },
    vehicles: { ask: 'Are services given inside a vehicle?', hint: 'Not a vehicle that only carries people or things' },
  },
} satisfies WordsFor<ReturnType<typeof at.mobile>>

export const basesOfOperations = {
  title: 'Bases of operations',
  item: { one: 'base', many: 'bases' },
  questions: { name: { ask: 'What is the base called?' }, ...addressWords('', { line1: { hint: 'Not a P.O. box' } }) },
} satisfies WordsFor<ReturnType<typeof at.basesOfOperations>>

export const vehicles = {
  title: 'Vehicles',
  item: { one: 'vehicle', many: 'vehicles' },
  questions: {
    kind: { ask: 'What kind of vehicle is it?', hint: 'Such as a van or trailer' },
    vin: { ask: 'Vehicle identification number (VIN)' },
    registration: { ask: 'Registration number' },
  },
} satisfies WordsFor<ReturnType<typeof at.vehicles>>

export const homeVisits = {
  title: 'Services in patients’ homes',
  questions: { any: { ask: 'Are patients seen in their homes?' } },
} satisfies WordsFor<ReturnType<typeof areas.homeVisits>>

const areaQuestions = {
  state: { ask: 'Which state?' },
  extent: {
    ask: 'How much of it?',
    options: { state: 'The whole state', county: 'One county', city: 'One city or town', zip: 'One ZIP code' },
  },
  place: { ask: 'Name of the county, city or town' },
  zip: { ask: 'ZIP code' },
} as const

/** A list of areas under its own title. */
export const areaWords = (title: string) =>
  ({
    title,
    item: { one: 'area', many: 'areas' },
    questions: areaQuestions,
  }) satisfies WordsFor<ReturnType<typeof areas.serviceAreas>>

export const homeVisitAreas = areaWords('Where patients are seen at home')

export const recordStorage = {
  title: 'Where patient records are kept',
  questions: {
    elsewhere: {
      ask: 'Are any current or past patient records kept outside the practice locations?',
      hint: 'Include records kept online.',
    },
  },
} satisfies WordsFor<ReturnType<typeof records.recordStorage>>

export const recordStores = {
  title: 'Places with patient records',
  item: { one: 'place with records', many: 'places with records' },
  questions: {
    medium: { ask: 'How are they kept?', options: { paper: 'On paper, at an address', electronic: 'Electronically' } },
    name: { ask: 'What is the name of the place or system?' },
    ...addressWords('', { line1: { hint: 'Not a P.O. box' } }),
  },
} satisfies WordsFor<ReturnType<typeof records.recordStores>>
