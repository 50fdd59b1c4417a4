/** What the program reads out of a CMS-855A. Pure. */
import { type PartAType, partATypes } from '#domain/enrollment/organization-types.ts'
import { organizationReading } from '../shared/organization/reading.ts'
import { cms855a } from './index.ts'

const isType = (v: unknown): v is PartAType => typeof v === 'string' && Object.hasOwn(partATypes, v)

export const reading855a = organizationReading({
  form: cms855a,
  family: '00',
  changeable: [
    'locations',
    'people',
    'owners',
    'facility',
    'chain',
    'mail',
    'money',
    'officials',
    'credentials',
    'legal',
    'organization',
    'home-health',
    'opioid',
    'contacts',
    'enrollment',
  ],
  typeOf(file) {
    const { provider } = file.enrollment?.[0]?.answers ?? {}
    return isType(provider) ? partATypes[provider] : undefined
  },
  facts(file) {
    const { provider, how } = file.enrollment?.[0]?.answers ?? {}
    return {
      nursingFacility: provider === 'skilled-nursing',
      newHomeHealthAgency: provider === 'home-health' && how === 'new',
    }
  },
})
