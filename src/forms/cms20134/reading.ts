/** What the program reads out of a CMS-20134. Pure. */
import { organizationReading } from '../shared/organization/reading.ts'
import { cms20134 } from './index.ts'

export const reading20134 = organizationReading({
  form: cms20134,
  family: '53',
  changeable: [
    'coaches',
    'locations',
    'people',
    'owners',
    'mail',
    'money',
    'officials',
    'legal',
    'organization',
    'contacts',
    'enrollment',
  ],
  typeOf: () => ({ code: 'D1', dated: 'mdpp-supplier' }),
  facts: () => ({ preventsDiabetes: true }),
})
