/** English words of the attachments of the CMS-855B. */
import type * as fleet from '#forms/cms855b/ambulance.ts'
import type * as testing from '#forms/cms855b/idtf.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { areaWords } from '../shared/organization/locations.ts'
import { personNameWords } from '../shared/person-name.ts'
import { bornOnWords, ssnWords } from '../shared/restricted.ts'

export const ambulance = {
  title: 'Ambulance services',
  questions: {
    nonEmergency: { ask: 'Are patients also carried when there is no emergency?' },
    intercept: {
      ask: 'Is there a contract for paramedic intercept?',
      hint: 'Paramedics of one supplier ride with the ambulance of another',
    },
    interceptWith: { ask: 'With whom is the contract?' },
    air: { ask: 'Are there air ambulances?' },
    airCertificate: { ask: 'Number of the FAA certificate', hint: 'Of the air carrier (14 CFR part 135)' },
  },
} satisfies WordsFor<typeof fleet.ambulance>

export const ambulanceAreas = {
  ...areaWords('Where the ambulances work'),
  intro: 'Add each area in which patients are picked up.',
} satisfies WordsFor<typeof fleet.ambulanceAreas>

export const ambulanceVehicles = {
  title: 'Ambulances',
  item: { one: 'ambulance', many: 'ambulances' },
  questions: {
    kind: { ask: 'What kind is it?', options: { land: 'On land', air: 'In the air', water: 'On water' } },
    make: { ask: 'Make and model' },
    year: { ask: 'Year' },
    vin: { ask: 'Identification number', hint: 'The VIN, or the tail or hull number' },
    levels: {
      ask: 'Which care is given in it? Pick all that fit.',
      options: {
        basic: 'Basic life support',
        'advanced-1': 'Advanced life support, level 1',
        'advanced-2': 'Advanced life support, level 2',
        'specialty-care': 'Specialty care transport',
      },
    },
    license: { ask: 'Number of its permit', hint: 'Leave empty if the state gives none' },
    licensedUntil: { ask: 'Until when is the permit valid?' },
  },
} satisfies WordsFor<typeof fleet.ambulanceVehicles>

export const idtfInsurance = {
  title: 'Liability insurance',
  questions: {
    insurer: { ask: 'Name of the insurance company' },
    policy: { ask: 'Policy number' },
    cover: { ask: 'How much does it cover at each location?', hint: 'In dollars; at least 300,000' },
    from: { ask: 'From when?' },
    to: { ask: 'Until when?' },
  },
} satisfies WordsFor<typeof testing.idtfInsurance>

export const idtfTests = {
  title: 'Tests and equipment',
  item: { one: 'test', many: 'tests' },
  questions: {
    code: { ask: 'Code of the test', hint: 'CPT or HCPCS, five characters' },
    equipment: { ask: 'Which equipment is used?' },
    model: { ask: 'Model number' },
  },
} satisfies WordsFor<typeof testing.idtfTests>

const person = { ...personNameWords, bornOn: bornOnWords, ssn: ssnWords } as const

export const idtfInterpreters = {
  title: 'Physicians who read the tests',
  item: { one: 'physician', many: 'physicians' },
  questions: { ...person, npi: { ask: 'NPI' } },
} satisfies WordsFor<typeof testing.idtfInterpreters>

export const idtfTechnicians = {
  title: 'People who do the tests',
  item: { one: 'technician', many: 'technicians' },
  questions: {
    ...person,
    body: { ask: 'Who licensed or certified them?' },
    number: { ask: 'License or certificate number' },
    state: { ask: 'State of the license' },
  },
} satisfies WordsFor<typeof testing.idtfTechnicians>

export const idtfSupervisors = {
  title: 'Supervising physicians',
  item: { one: 'supervising physician', many: 'supervising physicians' },
  questions: {
    ...person,
    npi: { ask: 'NPI' },
    supervision: {
      ask: 'How do they supervise?',
      options: {
        general: 'General: they oversee the work and train the staff',
        direct: 'Direct: they are in the office during the test',
        personal: 'Personal: they are in the room during the test',
      },
    },
    tests: { ask: 'Which tests?', hint: 'Codes, or all' },
  },
} satisfies WordsFor<typeof testing.idtfSupervisors>
