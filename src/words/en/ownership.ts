/** What the pages about ownership and control say: tables, sentences, findings, differences. */
import type { InterestChange } from '#domain/ownership/compare-structures.ts'
import type { EffectiveOwner } from '#domain/ownership/effective-owners.ts'
import type { OwnershipFinding } from '#domain/ownership/findings.ts'
import type { Interest } from '#domain/ownership/party.ts'
import type { InterestRole } from '#domain/ownership/roles.ts'
import { kindWords } from './forms/shared/organization/owners.ts'
import { names, percent, sayFinding } from './ownership-findings.ts'
import { time } from './portal/time.ts'

const roles: Readonly<Record<InterestRole, string>> = {
  'direct-owner': 'Owner',
  'indirect-owner': 'Indirect owner',
  mortgage: 'Mortgage',
  security: 'Security interest',
  'general-partner': 'General partner',
  'limited-partner': 'Limited partner',
  officer: 'Officer',
  director: 'Director',
  'managing-employee': 'Managing employee',
  'contracted-managing-employee': 'Managing employee, under contract',
  'managing-control': 'Operational or managerial control',
  member: 'Member',
  'governing-body': 'Governing body',
  trustee: 'Trustee',
  'medical-director': 'Medical director',
  'disclosable-party': 'Additional disclosable party',
  'chain-home-office': 'Chain home office',
  other: 'Other interest',
}

const interest = (i: Interest): string => {
  const share = i.percent === undefined ? '' : `, ${percent(i.percent)}`
  return `${roles[i.role]}${share}`
}

export const ownership = {
  title: 'Ownership and control',
  link: 'Chart of owners',
  titleOf: (name: string) => `Who owns and controls ${name}`,
  intro:
    'Everybody named with an interest of 5% or more, every partner, and whoever directs or manages. Shares multiply down a chain: 50% of a company that owns 80% is 40%.',
  roles,
  /** For the lines of the chart. */
  short: {
    'managing-control': 'Manages',
    'disclosable-party': 'Disclosed',
    'chain-home-office': 'Chain',
    security: 'Security',
    'governing-body': 'Governs',
  } as Readonly<Partial<Record<InterestRole, string>>>,
  kinds: kindWords,
  percent,
  names,
  interest,
  interestSince: (i: Interest): string =>
    `${interest(i)}${i.from ? ` since ${time.day(i.from)}` : ''}${i.to ? ` until ${time.day(i.to)}` : ''}`,
  asOf: 'On which day?',
  show: 'Show',
  on: (day: string) => `As of ${day}`,
  none: 'No owner or manager is on record.',
  noneOn: (day: string) => `No owner or manager is on record on ${day}.`,
  asAnswered: 'As answered now',
  noneYet: 'Nobody is named yet. The chart is drawn from the owners and people that you add to the application.',
  tableTitle: 'Who holds what',
  tableCaption: 'Below each organization, who owns or runs it',
  columns: {
    party: 'Person or organization',
    interest: 'What it holds or does',
    of: 'In',
    effective: 'Share of the enrolled organization',
  },
  noShare: 'None',
  level: (n: number) => `Level ${n}: `,
  shownBefore: 'Its owners are shown above.',
  closesCircle: 'This closes a circle.',
  ownersTitle: 'Owners in the end',
  ownersIntro: (least: number) => `Direct and indirect shares added up. Owners of ${least}% or more.`,
  noOwners: 'Nobody owns 5% or more as far as we know.',
  owns: (o: EffectiveOwner, of: string): string => {
    const through = names(o.through.map((p) => p.name))
    const indirect = o.percent - o.direct
    if (o.through.length === 0 || indirect < 0.00005)
      return `${o.party.name} owns ${percent(o.percent)} of ${of} directly.`
    return o.direct > 0
      ? `${o.party.name} owns ${percent(o.percent)} of ${of}: ${percent(o.direct)} directly and ${percent(indirect)} through ${through}.`
      : `${o.party.name} owns ${percent(o.percent)} of ${of} through ${through}.`
  },
  findingsTitle: 'What does not fit',
  finding: (f: OwnershipFinding): string => sayFinding(f),
  chartTitle: 'Chart',
  chart: (name: string) => `Owners of ${name}, with the organization at the bottom`,
  chartText: 'The same facts are in the table and in the sentences on this page.',
  chartCut: (shown: number, of: number) =>
    `The chart shows ${shown} of ${of} parties, those with the largest shares. The table has all of them.`,
  chartPeople: 'Officers, directors and managers without a share are in the table only.',
  chartScroll: 'Chart of owners. Scroll sideways to see all of it.',
  unknownWay: (n: string) => `${n} indirect`,
  privateEquity: 'Private equity',
  reit: 'Real estate trust',
  chainHome: 'Chain home office',
  enrolled: 'Enrolled',
  kindTitle: 'Kind',
  shareColumn: 'Share',
  itself: 'The enrolled organization',
  throughOthers: (steps: number) => `Through others, ${steps} steps away`,
  compareTitle: 'What changed since the record',
  compareCaption: 'Owners and control, against the enrollment record',
  compareNone: 'Nothing changed.',
  change: { owner: 'Who', owned: 'In', role: 'As', was: 'On record', is: 'Now' },
  changes: { added: 'Added', removed: 'Removed', changed: 'Changed' } satisfies Record<InterestChange['what'], string>,
  othersTitle: 'The same parties in other filings',
  affiliations:
    'CMS may ask for affiliations of the last five years with anybody who owed a debt or was suspended, excluded, denied or revoked (42 CFR 424.519).',
  askAffiliations: 'Ask for affiliations',
  othersCaption: 'What approved filings of other enrollments say of them',
  othersDiffer: 'Approved filings of other enrollments that say something else',
  othersRest: (n: number) => (n === 1 ? '1 entry without a difference' : `${n} entries without a difference`),
  othersNone: 'No other approved filing names any of them.',
  others: { party: 'Who', enrollment: 'Enrollment', role: 'As', here: 'Says', differs: 'Here it is' },
  differs: 'Different here',
  trace: 'Everything it has to do with',
  traceTitle: (name: string) => `Enrollments reached from ${name}`,
  traceIntro:
    'Every enrollment that this party owns, lends to, directs or manages, directly or through others, in all states.',
  traceCaption: 'Enrollments reached',
  traceNone: 'No enrollment is reached from it.',
  traceCut: 'There are more than we show. Those nearest to the party come first.',
  traceColumns: {
    enrollment: 'Enrollment',
    name: 'Name',
    share: 'Share in the end',
    as: 'As',
    status: 'Status',
    level: 'Steps',
  },
  findParty: 'Find a person or organization',
  findPartyHint: 'Part of the name',
  find: 'Find',
  foundCaption: 'Parties of that name',
  foundNone: 'No approved filing names anybody like this.',
  ownersLink: 'Owners and addresses',
  addressTitle: 'Enrollments at one address',
  addressIntro: 'Practice locations and owning organizations at the same street address, whatever the suite.',
  line1: 'Street address',
  zip: 'ZIP code',
  zipNeeded: 'Enter the ZIP code as well.',
  addressCaption: 'At this address',
  addressNone: 'Nobody is on record at this address.',
  addressColumns: { who: 'Who', where: 'Address', what: 'As', since: 'Since' },
  location: 'Practice location',
  owner: 'Owner or manager of an enrollment',
  publicTitle: 'Owners of facilities',
  publicIntro:
    'Who owns and manages hospitals, nursing homes, home health agencies, hospices and clinics that are enrolled as providers. Only what CMS publishes: names, roles, shares and dates.',
  publicFind: 'Name of the facility or its owner',
  publicFindHint: 'At least three letters',
  publicFoundCaption: 'Facilities found',
  publicNone: 'No facility or owner of this name is on record.',
  publicBack: 'Back to owners of facilities',
  publicColumns: { name: 'Facility', type: 'Type', state: 'State', owner: 'Matching owner' },
  publishedTitle: 'As published by CMS',
  publishedCaption: (file: string) => `Rows of ${file}`,
  command: {
    about: 'Load a published All Owners file in place of the one before of the same type of facility',
    file: 'The CSV file',
    facility: 'Type of facility, when the name of the file does not say it',
    whichFacility: 'Say which type of facility the file is of, with --facility',
    loaded: (f: { readonly fileName: string; readonly rows: number; readonly quarantined: number }): string =>
      `Loaded ${f.rows.toLocaleString('en-US')} rows of ${f.fileName}.${f.quarantined > 0 ? ` ${f.quarantined.toLocaleString('en-US')} rows name nobody or no enrollment and were set aside.` : ''}`,
    'already-loaded': (f: { readonly fileName: string }): string => `${f.fileName} is loaded already. Nothing changed.`,
  },
  importTitle: 'Add owners from a file',
  importLink: 'Add owners from a CSV file',
  importIntro:
    'One row for each owner or manager and role, with the column headings of the published All Owners files. Tax numbers and birth dates are not in these files, so you add them afterwards.',
  importFile: 'CSV file',
  importHint: 'Up to 2,000 rows and 2 MB.',
  importGo: 'Read the file',
  importDone: (added: number, rows: number) => `${added} of ${rows} rows were added.`,
  importCaption: 'What became of each row',
  importColumns: { line: 'Row', owner: 'Owner', result: 'Result' },
  importAdded: 'Added',
  importProblems: {
    'no-name': 'The row names nobody.',
    'not-a-role': 'We do not know this role.',
    'not-a-percentage': 'The percentage is not a number from 0 to 100.',
    'not-a-date': 'The date is not a day.',
    'date-in-future': 'The date is in the future.',
    'not-a-record': 'This line is no row of a CSV file.',
    'not-here': 'This form does not ask for this role.',
    'already-there': 'The application names it already.',
  },
}
