/** Words of a comparison with an entry of a list, field by field. */

import type { SupplierType } from '#domain/enrollment/supplier-types.ts'
import type { MatchField } from '#domain/matching/match-party.ts'
import type { PartyKeyKind } from '#domain/screening/filed-party.ts'
import type { MajorityFinding } from '#domain/screening/majority-ownership.ts'

const fields: Readonly<Record<MatchField, string>> = {
  npi: 'NPI',
  taxId: 'Tax ID',
  last: 'Last name',
  first: 'First name',
  middle: 'Middle name',
  suffix: 'Suffix',
  order: 'Order of the names',
  organization: 'Business name',
  bornOn: 'Birth date',
  place: 'Address',
}

export const matchWords = {
  fields,
  caption: 'Field by field',
  field: 'Field',
  ours: 'Application',
  record: 'Record',
  theirs: 'List',
  finding: 'Finding',
  points: 'Points',
  none: 'not said',
  compared: 'compared, not shown',
  signed: (n: number) => (n > 0 ? `+${n}` : `${n}`.replace('-', '−')),
  scoreTitle: (score: number) => `Score ${score}`,
  scoreHint: (possible: number, match: number) =>
    `Points speak for the same party and, below zero, against it. From ${possible} a person looks; from ${match} it is a match when a date, an address or a number agrees too. An equal NPI or tax ID always alerts.`,
  entry: 'Entry',
  until: (day: string) => `counts until ${day}`,
  ended: 'the entry has ended or was reinstated',
  died: (day: string) => `died ${day}`,
  also: 'Also known as',
  listedBy: (state: string) => `List of ${state}`,
  notLoaded: 'The list was never loaded here. Nobody can say that the party is not on it.',
  stale: (asOf: string, days: number) =>
    `The list is of ${asOf} and counts for ${days} days. Load a newer one and run the checks again.`,
  notRequired: 'This list is not loaded and not required here.',
  addressKinds: {
    'post-office-box': 'A post office box: nobody can be visited there',
    'private-mailbox': 'A private mailbox at a mail agency: nobody can be visited there',
    street: 'A street address',
  } as Readonly<Record<string, string>>,
  residential: 'Whether people live there is not known',
  number: 'Number',
  numberRight: 'It has the form of such a number. Only its agency knows whether it was issued.',
  numberWrong: 'It does not have the form of such a number.',
  boardLine: (l: { state: string; number: string; standing: string; until: string; action: string }) =>
    `${l.state} ${l.number}: ${l.standing}${l.until ? `, until ${l.until}` : ''}${l.action ? ` (${l.action})` : ''}`,
  boardSilent: 'The file has no licenses of this state.',
  boardNone: 'The file does not list this license.',
  earlier: 'Earlier here',
  earlierNone: (n: number) => `Nothing against it among ${n} earlier ${n === 1 ? 'filing' : 'filings'} here.`,
  filingLine: (form: string, state: string, status: string, on: string) => `${form}, ${state}: ${status} on ${on}`,
  enrollmentLine: (id: string, form: string, state: string, status: string) => `${id}, ${form}, ${state}: ${status}`,
  more: (n: number) => `and ${n} more`,
  duplicateNone: 'No other application for the same is open, and no enrollment does this already.',
  elsewhere: 'Against them elsewhere',
  elsewhereOwn: 'own enrollment',
  elsewhereActions: 'adverse legal actions told there',
  elsewhereUnknown:
    'No number and no name with a date of birth is given, so nobody can tell whether another filing names the same party.',
  unfinished:
    'Older filings are still being gone through for whom they name, which takes minutes after an upgrade. Screen again then.',
  named: 'Named in what was denied to others',
  beside: 'Named in filings of others',
  asApplicant: 'applicant',
  foundBy: {
    'tax-id': 'tax number',
    npi: 'NPI',
    person: 'name and date of birth',
    organization: 'legal name only',
  } satisfies Readonly<Record<PartyKeyKind, string>>,
  namedLine: (
    line: string,
    f: {
      readonly as: readonly string[]
      readonly by: readonly string[]
      readonly why: readonly string[]
      readonly where: string
    },
  ) =>
    `${line}${f.why.length > 0 ? ` because: ${f.why.join(' ')}` : ''} (${[f.where, `named under ${f.as.join(', ')}`, `found by ${f.by.join(', ')}`].filter(Boolean).join('; ')})`,
  elsewhereNone: (n: number) =>
    n === 0
      ? 'No other filing names this party.'
      : `Named in ${n} other ${n === 1 ? 'filing' : 'filings'}; nothing against them there.`,
  majority: {
    acquired: 'Changes hands',
    acquiredLine: (percent: number, from: string) => `${percent} percent of direct ownership since ${from}`,
    because: {
      'not-this-type': 'The rule is not for this type',
      'not-a-majority': 'Not more than half',
      'after-36-months': 'The 36 months are over',
      exception: 'An exception of the rule',
      'within-36-months':
        'More than half within 36 months: billing privileges do not pass, and the buyer enrolls anew, unless an exception applies (two full cost reports, restructuring within the parent, only another business form, death of an owner)',
    } as Readonly<Record<MajorityFinding['because'], string>>,
    freeOn: 'The rule ends on',
  },
  duplicate: 'The same already',
  moratoriumNone: 'No moratorium on this type is in force there.',
  moratoriumSpared:
    'A moratorium on this type is in force there. It bars new enrollments and new locations, and this is neither.',
  moratoriumPlaces: 'Locations that are new',
  moratorium: 'Moratorium',
  moratoriumLine: (m: { state: string; county: string; from: string; cite: string }) =>
    `${m.state}${m.county ? `, ${m.county}` : ''}, since ${m.from} (${m.cite})`,
  level: 'Screening level',
  levels: { limited: 'Limited', moderate: 'Moderate', high: 'High' } as Readonly<Record<string, string>>,
  levelNone: 'This kind of application is not screened by level.',
  newOwners: 'New owners, screened as at first (42 CFR 424.502, 424.518)',
  newLocations: 'New practice locations, screened as at first (42 CFR 424.518)',
  levelAdds: { siteVisit: 'a site visit', fingerprints: 'fingerprints' },
  raisedBy: {
    'payment-suspension': 'a payment suspension',
    'oig-exclusion': 'a match in the exclusion list',
    'earlier-revocation': 'an earlier revocation',
    'medicaid-termination': 'a termination by a state',
    'final-adverse-action': 'a final adverse legal action',
    'after-moratorium': 'a moratorium that ended less than six months ago',
  } as Readonly<Record<string, string>>,
  raised: (by: string) => `raised by ${by}`,
  unconfirmed: 'the text of the rule was not seen: unconfirmed',
  typeWords: (t: SupplierType) => t.replaceAll('-', ' '),
}
