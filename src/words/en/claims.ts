/** What the claim check says: causes by the part a provider plays, faults of files, the page and the command. */
import type { Cause, ClaimAnswer } from '#domain/claims/causes.ts'
import type { ClaimKind, ProviderPart } from '#domain/claims/provider-places.ts'
import type { StructureCode } from '#domain/claims/structure-faults.ts'
import type { Fix } from '#domain/eligibility/question.ts'
import { eligibility } from './eligibility.ts'

const parts: Readonly<Record<ProviderPart, string>> = {
  billing: 'Billing provider',
  'pay-to': 'Pay-to provider',
  rendering: 'Rendering provider',
  referring: 'Referring provider',
  ordering: 'Ordering provider',
  supervising: 'Supervising provider',
  attending: 'Attending provider',
  operating: 'Operating physician',
  'other-operating': 'Other operating physician',
  assistant: 'Assistant surgeon',
  facility: 'Service facility',
}

const own: Partial<Readonly<Record<Cause, string>>> = {
  'npi-missing': 'The claim gives no NPI for this provider.',
  'date-missing': 'The claim gives no date of service.',
}
const causeWords = (cause: Cause): string => own[cause] ?? eligibility.links[cause as keyof typeof eligibility.links]

const faults: Readonly<Record<StructureCode, string>> = {
  'file-empty': 'The file is empty.',
  'not-x12': 'This is not a claim file. No interchange (ISA) was found in its first megabyte.',
  'too-many-envelopes':
    'There are more interchanges or sets than are answered one by one. The 999 and 277CA cover the first.',
  'no-claims': 'The file has an envelope, but no claims.',
  'csv-unreadable': 'This row cannot be read. A quote may be open, or the row is too long.',
  'csv-columns': 'The first row must have headings for claim, date and billing NPI.',
  'text-outside': 'There is text outside of an interchange. It was passed over.',
  'header-unreadable': 'An interchange header (ISA) cannot be read. What follows it was passed over.',
  'segment-too-long': 'A segment does not end. Reading stopped here.',
  'header-not-fixed': 'The interchange header (ISA) is not padded to 106 characters.',
  'interchange-date': 'The date of the interchange (ISA09) is not a date.',
  'interchange-time': 'The time of the interchange (ISA10) is not a time.',
  'interchange-control': 'The interchange number at the end (IEA02) is not that of the beginning (ISA13).',
  'interchange-control-shape': 'The interchange number (ISA13) must have nine digits.',
  'interchange-count': 'The number of groups (IEA01) is wrong.',
  'interchange-open': 'The interchange has no end (IEA).',
  'outside-group': 'A segment stands outside of any group or set.',
  'group-not-claims': 'The group (GS01) does not hold claims.',
  'group-version': 'The version of the group (GS08) is not one of claims.',
  'group-open': 'The group has no end (GE).',
  'group-control': 'The group number at the end (GE02) is not that of the beginning (GS06).',
  'group-count': 'The number of sets (GE01) is wrong.',
  'set-not-claims': 'The set (ST01) is not an 837.',
  'set-open': 'The set has no end (SE).',
  'set-control': 'The set number at the end (SE02) is not that of the beginning (ST02).',
  'set-count': 'The number of segments (SE01) is wrong.',
  'set-control-shape': 'The set number (ST02) must have four to nine letters or digits.',
  'set-repeated': 'Two sets of one group have the same number (ST02).',
  'last-segment-open': 'The last segment has no end. It was read as if it had.',
  'segment-unknown': 'No 837 has a segment of this name.',
  'segment-misplaced': 'This segment stands where none of its kind may.',
  'beginning-missing': 'A segment that every 837 begins with is missing.',
  'billing-missing': 'A claim stands under no billing provider.',
  'level-parent': 'A level (HL) names a parent that is not the one above it.',
  'claim-number-missing': 'The claim has no number (CLM01).',
  'amount-not-valid': 'The charge (CLM02) is not an amount.',
  'date-not-valid': 'A date of service is not a date, or ends before it begins.',
  'claim-too-large': 'The claim names more lines or providers than any claim may. The rest was not judged.',
}

const answers: Readonly<Record<ClaimAnswer | 'clear', string>> = {
  no: 'Would be turned away',
  unknown: 'Cannot be told',
  look: 'Worth a look',
  clear: 'Nothing found',
}

const kinds: Readonly<Record<ClaimKind, string>> = {
  professional: '837P',
  institutional: '837I',
  dental: '837D',
}

const dollars = (cents: number): string =>
  `${cents < 0 ? '-' : ''}$${(Math.abs(cents) / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
const number = (n: number): string => n.toLocaleString('en-US')
const count = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const claims = {
  parts,
  answers,
  kinds,
  dollars,
  number,
  claimCount: (n: number) => count(n, 'claim', 'claims'),
  causeOnly: causeWords,
  cause: (cause: Cause, part: ProviderPart): string => `${parts[part]}: ${causeWords(cause)}`,
  fix: (fix: Fix): string => eligibility.fix(fix),
  mend: (fix: Fix): string => capital(eligibility.fixes[fix.form]),
  who: (fix: Fix): string => `By ${eligibility.fixers[fix.who]}`,
  fault: (code: StructureCode): string => faults[code],
  /** Who answers in a 277CA (2100A): at most 60 and 80 characters. */
  answerSource: { name: 'CLAIM CHECK', id: 'CLAIMCHECK' },
  page: {
    menu: 'Check claims',
    title: 'Check claims before you send them',
    intro:
      'Upload a claim file. We look up every provider on every claim on its date of service and tell you which claims enrollment would hold up, and who can mend it.',
    file: 'Claim file',
    hint: (mb: number) =>
      `837P, 837I or 837D in X12, or CSV. Up to ${number(mb)} MB. Larger files: use the command line.`,
    send: 'Check the file',
    sendingBar: 'How much was sent',
    sending: '# % of the file was sent and checked.',
    sent: 'All of the file was sent. The result follows.',
    privacyTitle: 'What happens to the file',
    privacy:
      'It is read in memory while it arrives and never stored. Names, birth dates, diagnoses and member IDs of patients are passed over.',
    keptShort: (minutes: number) =>
      `The result (claim numbers, NPIs, dates, codes, sums) stays in memory for ${minutes} minutes, for you alone, so that you can download it. Then it is wiped.`,
    sampleTitle: 'Try it with a sample',
    sample: 'Download a sample file',
    sampleHint: 'Invented patients and providers of this demonstration. Some claims fail on purpose.',
    csvTitle: 'Columns of a CSV file',
    csvIntro:
      'The first row has the headings, in any order. One row is one claim, or one more line of the claim above it.',
    csvNeeded: 'Needed: claim, date, billing_npi.',
    csvMore:
      'May be there: charge, to_date, rendering_npi, referring_npi, ordering_npi, supervising_npi, attending_npi, operating_npi, facility_npi; and for each provider the name as billed, like referring_last and referring_first.',
    resultTitle: 'Result of the claim check',
    again: 'Check another file',
    forget: 'Wipe this result now',
    keptUntil: (minutes: number) =>
      `This result is not stored. It can be downloaded for ${minutes} minutes, from this sign-in only. Print or download what you need.`,
    atRisk: (claims: string, money: string) => `${claims} would be turned away, ${money} at risk.`,
    noneAtRisk: (claims: string) => `Nothing found that would turn ${claims} away.`,
    noClaims: 'No claims could be read.',
    summary: 'In short',
    claims: 'Claims',
    charges: 'Charges',
    outcome: 'What would happen',
    read: 'Read',
    readAs: (sets: string, size: string) => `${sets}, ${size}`,
    judged: 'Look-ups',
    record: 'Record',
    recordAsOf: (asOf: string, sequence: number) => `as of ${asOf}, version ${sequence}`,
    structureTitle: 'The file itself',
    structureSound: 'Envelopes, counts and control numbers are in order.',
    structureCount: (n: number) => count(n, 'fault', 'faults'),
    stopped: 'Reading stopped before the end of the file.',
    tooLarge: (mb: number) => `The file is larger than ${number(mb)} MB. Only its beginning was checked.`,
    where: 'Where',
    what: 'What',
    segment: (n: number) => `segment ${n}`,
    row: (n: number) => `row ${n}`,
    set: (control: string) => `set ${control}`,
    byte: (n: number) => `byte ${number(n)}`,
    picture: 'Money held up, by cause',
    pictureNote: 'A claim with several causes counts under each of them. The same numbers stand in the table.',
    cause: 'Cause',
    money: 'Charges',
    codes: 'Codes',
    unconfirmed: 'unconfirmed',
    fixTitle: 'Fix these first',
    fixIntro: 'The most money first.',
    doing: 'What to do',
    days: 'Service dates',
    payee: (npi: string) => `for payment to ${npi}`,
    provider: 'Provider',
    noNpi: 'no NPI',
    providersTitle: 'By provider',
    roles: 'Named as',
    findingsTitle: 'Claim by claim',
    firstOf: (shown: number, all: number) =>
      shown === all ? `${number(all)} in all.` : `The first ${number(shown)} of ${number(all)}. The CSV file has more.`,
    more: (n: number) => `${number(n)} more are in the CSV file.`,
    claim: 'Claim',
    line: (n: number) => `line ${n}`,
    loop: 'Loop and segment',
    download: 'Download',
    csv: 'Findings (CSV)',
    ack: 'Shape of the file (999)',
    business: 'Claim by claim (277CA)',
    tooManyClaims: 'There are too many claims for a 277CA here. Use the API or the command line.',
    notX12: 'A CSV file gets no 999 and no 277CA.',
  },
  command: {
    about: 'Claim files before they are sent',
    check:
      'Check a claim file (837 or CSV). Exit code: 0 nothing found, 1 claims or the file would be turned away, 2 wrong usage',
    file: 'the file, or - for standard input',
    json: 'print sums and findings as JSON',
    csv: 'print findings as CSV, while the file is read',
    ack: 'print the 999 answer',
    business: 'print the 277CA answer',
    unreadable: (file: string) => `Cannot read ${file}.`,
    oneOutput: 'Choose one of --json, --csv, --999 and --277ca.',
    noAnswer: 'There is no interchange to answer.',
    line: (answer: string, claims: string, money: string) => `${answer}: ${claims}, ${money}`,
    faultsLine: (n: number) => `The file: ${count(n, 'fault', 'faults')}`,
    fixLine: (money: string, claims: string, npi: string, cause: string) => `${money} in ${claims}: ${npi} ${cause}`,
    version: (sequence: number, asOf: string) => eligibility.command.version(sequence, asOf),
  },
}
