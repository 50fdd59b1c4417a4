/** What the program reads out of a CMS-855B. Pure. */
import { type PartBType, partBTypes } from '#domain/enrollment/organization-types.ts'
import { organizationReading } from '../shared/organization/reading.ts'
import { cms855b } from './index.ts'

const isType = (v: unknown): v is PartBType => typeof v === 'string' && Object.hasOwn(partBTypes, v)

export const reading855b = organizationReading({
  form: cms855b,
  family: '12',
  changeable: [
    'locations',
    'people',
    'owners',
    'mail',
    'money',
    'officials',
    'credentials',
    'legal',
    'organization',
    'ambulance',
    'idtf',
    'opioid',
    'contacts',
    'enrollment',
  ],
  typeOf(file) {
    const { supplier, groupOf } = file.enrollment?.[0]?.answers ?? {}
    if (!isType(supplier)) return undefined
    return supplier === 'clinic' && groupOf === 'non-physicians'
      ? { ...partBTypes.clinic, dated: 'non-physician-practitioner-organization' }
      : partBTypes[supplier]
  },
  facts: (file) => ({ diagnosticTesting: file['idtf-insurance'] !== undefined }),
})
