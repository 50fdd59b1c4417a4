/** Words of the look-ups in single public lists. */
import type { PublicList } from '#domain/publication/public-list.ts'

interface ListWords {
  readonly title: string
  readonly about: string
  readonly none: string
}
const lists: Readonly<Record<PublicList, ListWords>> = {
  'order-and-refer': {
    title: 'Who may order and refer',
    about: 'Whether a practitioner may order, refer and certify for Medicare patients, and for what.',
    none: 'Nobody of this NPI or name may order or refer. Look at the spelling, or ask the practitioner to enroll.',
  },
  revalidation: {
    title: 'Revalidation due dates',
    about: 'When an enrollment has to be revalidated next.',
    none: 'Nobody of this NPI or name is enrolled. Enrollments only to order, and opt-outs, are not revalidated.',
  },
  'opt-out': {
    title: 'Opt-out affidavits',
    about: 'Whether a practitioner has opted out of Medicare, and until when.',
    none: 'Nobody of this NPI or name has opted out.',
  },
  pending: {
    title: 'Pending applications',
    about: 'First applications of practitioners that were received and are not decided.',
    none: 'Nobody of this NPI or name has a first application under way. Drafts are not shown.',
  },
}

export const publicLists = {
  lists,
  others: 'Other look-ups',
  back: 'Look up a provider',
  npi: 'NPI',
  npiHint: 'Ten digits. Or leave it empty and give a last name.',
  last: 'Last name',
  lastHint: 'The beginning is enough; one slip in the spelling is forgiven.',
  first: 'First name',
  find: 'Look up',
  noneTitle: 'Nothing found',
  found: (n: number): string => (n === 1 ? '1 result' : `${n} results`),
  near: 'Nobody is called exactly that. These names are one letter away.',
  more: 'There are more people of this name. Add the first name, or use the NPI.',
  csv: 'Download these results (CSV)',
  columns: {
    NPI: 'NPI',
    LAST_NAME: 'Last name',
    FIRST_NAME: 'First name',
    PARTB: 'Part B',
    DME: 'Equipment',
    HHA: 'Home health',
    PMD: 'Power mobility',
    HOSPICE: 'Hospice',
    'Enrollment ID': 'Enrollment',
    'National Provider Identifier': 'NPI',
    'Enrollment State Code': 'State',
    'Enrollment Type': 'Kind',
    'Provider Type Text': 'Paid under',
    'Enrollment Specialty': 'Specialty',
    'Revalidation Due Date': 'Due',
    'Individual Total Reassign To': 'Reassigns to',
    'Receiving Benefits Reassignment': 'Members',
    'Optout Effective Date': 'From',
    'Optout End Date': 'To',
    'Eligible to Order and Refer': 'May order',
    'First Line Street Address': 'Address',
    'Second Line Street Address': 'Suite',
    'City Name': 'City',
    'State Code': 'State',
    'Zip code': 'ZIP code',
    'Last updated': 'Updated',
  } as Readonly<Record<string, string>>,
}
