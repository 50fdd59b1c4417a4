/** The invented exclusion list, LEIE layout: 400 entries, about 20 of them people of the invented registry. Pure. */
import { addDays, type Day, day } from '#domain/dates.ts'
import { leieHeader } from '#outside/sources/leie.ts'
import { type DemoParty, demoParties } from '../accounts/people.ts'
import { type Dice, dice } from './dice.ts'
import { femaleNames, lastNames, maleNames, placeWords, streetKinds, streets } from './names.ts'
import { places } from './places.ts'

export const EXCLUDED = 400
const SAME_NPI = 8
const SAME_BIRTH = 12

/** Grounds of section 1128 of the Social Security Act, as the list abbreviates them. */
const authorities = ['1128a1', '1128a2', '1128a3', '1128a4', '1128b4', '1128b5', '1128b7', '1128b14'] as const

type Line = Readonly<Partial<Record<(typeof leieHeader)[number], string>>>

const compact = (d: Day): string => d.replaceAll('-', '')

/** The whole file: CRLF, bare header, every value quoted, as OIG serves UPDATED.csv. */
export function exclusionFile(parties: readonly DemoParty[], seed: number): string {
  const d = dice(seed ^ 0x1e1e)
  const people = parties.filter((p) => p.person && p.bornOn && !p.deactivatedOn && !isFixed(p))
  const chosen = Array.from({ length: SAME_NPI + SAME_BIRTH }, (_, i) => people[(i * 131 + 17) % people.length]!)
  const lines: Line[] = [
    entryOf(d, demoParties.victorAshgrove, true),
    ...chosen.map((p, i) => entryOf(d, p, i < SAME_NPI)),
  ]
  while (lines.length < EXCLUDED) lines.push(d.chance(0.08) ? businessEntry(d) : stranger(d))
  const text = lines.map((line) => leieHeader.map((name) => `"${line[name] ?? ''}"`).join(','))
  return [leieHeader.join(','), ...text, ''].join('\r\n')
}

const isFixed = (p: DemoParty): boolean => Object.values<DemoParty>(demoParties).some((f) => f.npi === p.npi)

function entryOf(d: Dice, p: DemoParty, withNpi: boolean): Line {
  return {
    ...common(d),
    LASTNAME: p.person!.last,
    FIRSTNAME: p.person!.first,
    MIDNAME: p.person!.middle?.slice(0, 1) ?? '',
    GENERAL: 'IND- LIC HC SERV PRO',
    SPECIALTY: 'PHYSICIAN PRACTICE',
    NPI: withNpi ? p.npi : '0000000000',
    DOB: compact(p.bornOn!),
    ADDRESS: p.practice!.line1,
    CITY: p.practice!.city,
    STATE: p.practice!.state,
    ZIP: p.practice!.zip.slice(0, 5),
  }
}

function stranger(d: Dice): Line {
  const female = d.chance(0.5)
  return {
    ...common(d),
    LASTNAME: d.pick(lastNames),
    FIRSTNAME: d.pick(female ? femaleNames : maleNames),
    MIDNAME: d.chance(0.5) ? d.pick(female ? femaleNames : maleNames) : ' ',
    GENERAL: d.pick(['NURSING PROFESSION', 'PHARMACY', 'IND- LIC HC SERV PRO', 'BUSINESS OWNER/EXEC']),
    SPECIALTY: d.pick(['NURSE/NURSES AIDE', 'PHARMACIST', 'PERSONAL CARE PROVID', 'OWNER/OPERATOR']),
    DOB: compact(addDays(day('1945-01-01'), d.between(0, 19_000))),
  }
}

const businessEntry = (d: Dice): Line => ({
  ...common(d),
  // The list cuts business names at 30 characters.
  BUSNAME:
    `${d.pick(placeWords)} ${d.pick(['DME SUPPLIES', 'HOME CARE AGENCY', 'PHARMACY', 'MEDICAL TRANSPORT'])} INC`.slice(
      0,
      30,
    ),
  GENERAL: 'OTHER BUSINESS',
  SPECIALTY: 'CLINIC',
})

function common(d: Dice): Line {
  const place = d.weighted(places)
  return {
    NPI: '0000000000',
    ADDRESS: `${d.between(1, 9899)} ${d.pick(streets)} ${d.pick(streetKinds)}`,
    CITY: place.city,
    STATE: place.state,
    ZIP: place.zip,
    EXCLTYPE: d.pick(authorities).padEnd(9),
    EXCLDATE: compact(addDays(day('2012-01-20'), d.between(0, 4_900))),
    REINDATE: '00000000',
    WAIVERDATE: '00000000',
  }
}
