/** What an approved CMS-855I puts into columns of the standing record, for look-ups. Pure. */
import { type Day, day, earlier } from '#domain/dates.ts'
import type { EnrolledFacts, EnrolledLocation, EnrolledReassignment } from '#domain/enrollment/enrolled-facts.ts'
import type { Address } from '#domain/party/address.ts'
import { relevant } from '../kit/form.ts'
import type { Answers, File, Item } from '../kit/section.ts'
import { cms855i } from './index.ts'

/** Throws when the file lacks what a complete application has: it is asked only of approved ones. */
export function enrolledFacts(file: File): EnrolledFacts {
  const now = relevant(cms855i, file)
  const only = (section: string): Answers => now[section]?.[0]?.answers ?? {}
  const name = only('legal-name')
  const specialty = only('physician-specialty').primary ?? only('practitioner-type').type
  const locations = (now['practice-locations'] ?? []).map(locationOf)
  const reassignments = (now.reassignments ?? []).map(reassignmentOf)
  const begins = [...locations, ...reassignments].map((x) => x.from)
  return {
    specialty: text(specialty),
    state: text(only('enrollment').state),
    displayName: [name.first, name.middle, name.last, name.suffix].filter(Boolean).join(' '),
    locations,
    reassignments,
    firstServiceOn: begins.length > 0 ? begins.reduce(earlier) : undefined,
  }
}

const locationOf = ({ id, answers: a }: Item): EnrolledLocation => ({
  itemId: id,
  name: a.name === undefined ? undefined : text(a.name),
  address: addressOf(a),
  public: a.hidden !== true,
  from: dayOf(a.firstPatientOn),
})

const reassignmentOf = ({ answers: a }: Item): EnrolledReassignment => ({
  toNpi: text(a.npi),
  toName: text(a.legalName),
  from: dayOf(a.startsOn),
  to: a.endsOn === undefined ? undefined : dayOf(a.endsOn),
})

const addressOf = (a: Answers): Address => ({
  line1: text(a.line1),
  ...(a.line2 !== undefined && { line2: text(a.line2) }),
  city: text(a.city),
  state: text(a.state),
  zip: text(a.zip),
  ...(a.phone !== undefined && { phone: text(a.phone) }),
})

const text = (value: unknown): string => {
  if (typeof value !== 'string' || value === '') throw new Error('an approved application is not complete')
  return value
}
const dayOf = (value: unknown): Day => day(text(value))
