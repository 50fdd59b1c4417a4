/**
 * Invented lists beside the LEIE in the layouts of the real ones: SAM, revocations, New York's, the death file, a
 * board's licenses. A few of their people are of the invented registry. Pure.
 */
import { addDays, type Day, day } from '#domain/dates.ts'
import { licenseHeader } from '#outside/sources/lists/license-board.ts'
import { revocationHeader } from '#outside/sources/lists/revocations.ts'
import { samHeader } from '#outside/sources/lists/sam.ts'
import type { DemoParty } from '../accounts/people.ts'
import { type Dice, dice } from './dice.ts'
import { femaleNames, lastNames, maleNames, placeWords } from './names.ts'
import { places } from './places.ts'

export interface OtherLists {
  readonly sam: string
  readonly revocations: string
  readonly stateNy: string
  readonly deathFile: string
  readonly licenseBoard: string
}

/** One state's board publishes a file; of the others the licenses are looked up by hand. */
const BOARD = 'IL'

const slashed = (d: Day): string => `${d.slice(5, 7)}/${d.slice(8)}/${d.slice(0, 4)}`
const digits = (d: Day): string => `${d.slice(5, 7)}${d.slice(8)}${d.slice(0, 4)}`
const csv = (header: readonly string[], lines: readonly Readonly<Record<string, string>>[]): string =>
  [header, ...lines.map((l) => header.map((n) => l[n] ?? ''))]
    .map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(','))
    .join('\r\n')
    .concat('\r\n')

const stranger = (d: Dice) => ({ last: d.pick(lastNames), first: d.pick(d.chance(0.5) ? femaleNames : maleNames) })
const since = (d: Dice): Day => addDays(day('2014-01-10'), d.between(0, 4_000))

export function otherLists(parties: readonly DemoParty[], seed: number): OtherLists {
  const d = dice(seed ^ 0x5a5a)
  const people = parties.filter((p) => p.person && p.bornOn && !p.deactivatedOn)
  const some = (from: number, step: number, count: number) =>
    Array.from({ length: count }, (_, i) => people[(from + i * step) % people.length]!)
  return {
    sam: csv(samHeader, [
      ...some(211, 409, 2).map((p) => samPerson(d, p)),
      ...Array.from({ length: 58 }, () => samOther(d)),
    ]),
    revocations: csv(
      revocationHeader,
      some(97, 631, 4).map((p) => revoked(d, p)),
    ),
    stateNy: stateList(d, some(53, 577, 2)),
    deathFile: Array.from({ length: 40 }, () => death(d)).join(''),
    licenseBoard: csv(licenseHeader, licenses(d, people)),
  }
}

function samPerson(d: Dice, p: DemoParty) {
  return {
    ...samFacts(d),
    Classification: 'Individual',
    First: p.person!.first,
    Middle: p.person!.middle ?? '',
    Last: p.person!.last,
    City: p.practice!.city,
    'State / Province': p.practice!.state,
    'Zip Code': p.practice!.zip,
    NPI: p.npi,
  }
}

function samOther(d: Dice) {
  const place = d.weighted(places)
  const at = { City: place.city, 'State / Province': place.state, 'Zip Code': place.zip }
  if (d.chance(0.3))
    return { ...samFacts(d), ...at, Classification: 'Firm', Name: `${d.pick(placeWords)} CONTRACTING LLC` }
  const { last, first } = stranger(d)
  return { ...samFacts(d), ...at, Classification: 'Individual', First: first, Last: last }
}

const samFacts = (d: Dice) => ({
  Country: 'USA',
  'Exclusion Program': 'Reciprocal',
  'Excluding Agency': d.pick(['HHS', 'DOL', 'OPM']),
  'Exclusion Type': 'Ineligible (Proceedings Completed)',
  'Active Date': slashed(since(d)),
  'Termination Date': 'Indefinite',
  'SAM Number': `S9DEMO${String(d.between(0, 99_999_999)).padStart(8, '0')}`,
})

const revoked = (d: Dice, p: DemoParty) => ({
  ENRLMT_ID: `I2099010100${String(d.between(1000, 9999))}`,
  NPI: p.npi,
  FIRST_NAME: p.person!.first,
  LAST_NAME: p.person!.last,
  MULTIPLE_NPI_FLAG: 'N',
  STATE_CD: p.practice!.state,
  PROVIDER_TYPE_DESC: 'PRACTITIONER - INTERNAL MEDICINE',
  REVOCATION_RSN: '424.535(A)(1) Noncompliance',
  REVOCATION_EFCTV_DT: '2024-03-01',
  REENROLLMENT_BAR_EXPRTN_DT: '2029-03-01',
})

function stateList(d: Dice, known: readonly DemoParty[]): string {
  const line = (name: string, npi: string, type: string) =>
    [name, '', npi, type, slashed(since(d)), 'Exclusion - 18NYCRR515.8'].join('\t')
  const others = Array.from({ length: 30 }, () => {
    const { last, first } = stranger(d)
    return d.chance(0.3)
      ? line(`${d.pick(placeWords)} PHARMACY INC`, '', 'Pharmacy')
      : line(`${last} ${first}`, '', 'RN')
  })
  const head = ['PROVIDER_NAME', 'LICENSE_NUMBER', 'NPI_Number', 'PROVIDER_TYPE', 'SANCTION_DATE', 'ACTION_TYPE'].join(
    '\t',
  )
  const lines = known.map((p) => line(`${p.person!.last} ${p.person!.first} MD`, p.npi, 'Physician'))
  return [head, ...lines, ...others, ''].join('\n')
}

/** Fixed columns, as the death file has them. Nobody of the registry has died. */
function death(d: Dice): string {
  const { last, first } = stranger(d)
  const born = addDays(day('1925-01-01'), d.between(0, 12_000))
  return [
    ' ',
    `9${String(d.between(10_000_000, 99_999_999))}`,
    last.padEnd(20).slice(0, 20),
    ''.padEnd(4),
    first.padEnd(15).slice(0, 15),
    ''.padEnd(15),
    'V',
    digits(addDays(day('2015-01-01'), d.between(0, 3_500))),
    digits(born),
    '\n',
  ].join('')
}

const licenses = (d: Dice, known: readonly DemoParty[]) =>
  known.flatMap((p, i) =>
    p.taxonomies
      .filter((t) => t.license && t.licenseState === BOARD)
      .slice(0, 1)
      .map((t) => ({
        STATE: t.licenseState!,
        NUMBER: t.license!,
        LAST_NAME: p.person!.last,
        FIRST_NAME: p.person!.first,
        NPI: p.npi,
        TYPE: p.person!.credential ?? 'MD',
        STATUS: i % 97 === 5 ? 'probation' : 'active',
        EXPIRES_ON: `${2028 + d.between(0, 2)}-06-30`,
        ACTION: i % 97 === 5 ? 'Probation of two years' : '',
      })),
  )
