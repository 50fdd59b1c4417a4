/**
 * What an approved CMS-855I puts into the standing record: the whole file as it holds from then on, and the
 * facts that look-ups need in columns. Pure.
 */
import { type Day, day, earlier } from '#domain/dates.ts'
import type { EnrolledFacts, EnrolledLocation, EnrolledReassignment } from '#domain/enrollment/enrolled-facts.ts'
import type { Address } from '#domain/party/address.ts'
import { splitRestricted } from '../kit/answers.ts'
import { type Form, relevant, sectionOf, sectionsOf } from '../kit/form.ts'
import type { Answers, File, Item } from '../kit/section.ts'
import { cms855i } from './index.ts'

/** The record's file after a change: sections that the change asked are replaced, the others stay as they were. */
export function fileAfterChange(basis: File, changed: Form, fresh: File): File {
  const asked = new Set(sectionsOf(changed).map((s) => s.id))
  const kept = Object.fromEntries(Object.entries(basis).filter(([id]) => !asked.has(id)))
  return relevant(cms855i, { ...kept, ...relevant(changed, fresh) })
}

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

/** The two halves of the file, as a version keeps them: what may lie in the clear, and what is sealed. */
export function splitFile(file: File): { readonly open: File; readonly restricted: File } {
  const halves = Object.entries(file).map(([id, items]) => {
    const section = sectionOf(cms855i, id)
    if (!section) throw new Error(`no section ${id} in the CMS-855I`)
    return [id, items.map((item) => ({ id: item.id, ...splitRestricted(section, item.answers) }))] as const
  })
  const open = halves.map(([id, items]) => [id, items.map((i) => ({ id: i.id, answers: i.open }))] as const)
  const restricted = halves
    .map(([id, items]) => [id, items.map((i) => ({ id: i.id, answers: i.restricted }))] as const)
    .map(([id, items]) => [id, items.filter((i) => Object.keys(i.answers).length > 0)] as const)
    .filter(([, items]) => items.length > 0)
  return { open: Object.fromEntries(open), restricted: Object.fromEntries(restricted) }
}
