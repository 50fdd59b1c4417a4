/** English words of the CMS-855S: what is supplied. */
import type { DmeposProduct } from '#domain/enrollment/dmepos.ts'
import type * as sections from '#forms/cms855s/supplies.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { dmeposTypeWords as types } from '../../reference/dmepos-types.ts'

const goods: Readonly<Record<DmeposProduct, string>> = {
  beds: 'Hospital beds',
  'commodes-canes-crutches': 'Commodes, canes and crutches',
  'diabetic-supplies': 'Diabetic supplies',
  'enteral-nutrition': 'Tube feeding (enteral nutrition)',
  eyeglasses: 'Eyeglasses and contact lenses after surgery',
  'infusion-pumps': 'Infusion pumps',
  nebulizers: 'Nebulizers',
  orthotics: 'Braces (orthotics)',
  'ostomy-supplies': 'Ostomy supplies',
  'oxygen-equipment': 'Oxygen and oxygen equipment',
  'patient-lifts': 'Patient lifts',
  'power-wheelchairs': 'Power wheelchairs and scooters',
  prosthetics: 'Artificial limbs (prosthetics)',
  'respiratory-devices': 'Breathing devices, such as CPAP',
  'surgical-dressings': 'Surgical dressings',
  'therapeutic-shoes': 'Therapeutic shoes',
  'urological-supplies': 'Urological supplies',
  walkers: 'Walkers',
  'manual-wheelchairs': 'Manual wheelchairs',
  other: 'Something else',
}

export const supplierType = {
  title: 'What kind of supplier it is',
  questions: {
    type: { ask: 'Which type fits best?', options: types },
    other: { ask: 'What is it called?' },
    states: {
      ask: 'In which states do you supply Medicare patients?',
      hint: 'Name each one, such as: Illinois, Indiana, Ohio',
    },
  },
} satisfies WordsFor<typeof sections.supplierType>

export const products = {
  title: 'What you supply',
  intro: 'Add each kind of product you will bill for. Medicare does not pay for one that is not here.',
  item: { one: 'product', many: 'products' },
  questions: {
    product: { ask: 'Which product is it?', options: goods },
    other: { ask: 'What is it called?' },
    how: {
      ask: 'Where does it come from?',
      options: { inventory: 'From our own stock', contract: 'From a company under contract', both: 'From both' },
    },
    accredited: { ask: 'Does your accreditation cover it?' },
    licenseNeeded: { ask: 'Does your state ask for a license to supply it?' },
  },
} satisfies WordsFor<typeof sections.products>

export const accreditation = {
  title: 'Accreditation',
  questions: {
    status: {
      ask: 'Are you accredited for what you supply?',
      options: { accredited: 'Yes', exempt: 'We do not need to be' },
      hint: 'Some doctors, therapists and small pharmacies do not need to be.',
    },
    exemptAs: { ask: 'Why do you not need to be?', hint: 'For example: a physician who supplies only own patients' },
    body: { ask: 'Who accredited you?' },
    number: { ask: 'What is the number?', hint: 'Leave empty if there is none' },
    since: { ask: 'When did it start?' },
    expiresOn: { ask: 'When does it end?' },
  },
} satisfies WordsFor<typeof sections.accreditation>
