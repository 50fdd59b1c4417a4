/** The invented registry: 3,500 people and 300 organizations, the same for the same seed. Pure. */
import { addDays, type Day, day } from '#domain/dates.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import type { Address } from '#domain/party/address.ts'
import type { RegistryTaxonomy } from '#domain/party/registry-provider.ts'
import { type DemoParty, demoParties } from '../accounts/people.ts'
import { type Calling, callings, type Institution, institutions } from './callings.ts'
import { type Dice, dice } from './dice.ts'
import { femaleNames, lastNames, maleNames, placeWords, spacedLastNames, streetKinds, streets } from './names.ts'
import { type Place, places } from './places.ts'

export const PEOPLE = 3_500
export const ORGANIZATIONS = 300
const CHAIN = { parent: 'TALLGRASS SENIOR LIVING HOLDINGS INC', facilities: 18 }
/** In the registry for good: nobody's number is given twice. */
const FIRST_FREE = 200_100_000

/** Every party, the ten of people.ts first. */
export function registryParties(seed: number): readonly DemoParty[] {
  const d = dice(seed)
  const fixed: readonly DemoParty[] = Object.values(demoParties)
  const fixedPeople = fixed.filter((p) => p.entityType === 1).length
  let next = 0
  const npi = () => withCheckDigit(String(FIRST_FREE + next++ * 7))

  const organizations: DemoParty[] = []
  const left = ORGANIZATIONS - (fixed.length - fixedPeople) - CHAIN.facilities
  for (let i = 0; i < CHAIN.facilities; i++) organizations.push(chainFacility(d, npi(), i))
  const planned = institutions.flatMap((kind) => Array.from({ length: kind.count }, () => kind))
  for (let i = 0; i < left; i++) organizations.push(institution(d, npi(), planned[i % planned.length]!))

  const groups = [...fixed, ...organizations].filter((o) => o.taxonomies[0]?.code.startsWith('193'))
  const people: DemoParty[] = []
  for (let i = fixedPeople; i < PEOPLE; i++) people.push(practitioner(d, npi(), groups))
  return [...fixed, ...organizations, ...people]
}

const phone = (d: Dice, area: string): string => `${area}55501${String(d.between(0, 99)).padStart(2, '0')}`

function address(d: Dice, place: Place): Address {
  const suite = d.chance(0.4) ? `STE ${d.between(1, 90) * 10}` : undefined
  return {
    line1: `${d.between(1, 9899)} ${d.pick(streets)} ${d.pick(streetKinds)}`,
    ...(suite && { line2: suite }),
    city: place.city,
    state: place.state,
    zip: place.zip + (d.chance(0.8) ? String(d.between(1, 9999)).padStart(4, '0') : ''),
    country: 'US',
    phone: phone(d, place.area),
    ...(d.chance(0.5) && { fax: phone(d, place.area) }),
  }
}

function times(d: Dice): { readonly enumeratedOn: Day; readonly updatedOn: Day } {
  const enumeratedOn = addDays(day('2005-05-23'), d.between(0, 7_100))
  return { enumeratedOn, updatedOn: addDays(enumeratedOn, d.between(0, 400)) }
}

/** A person of the registry, who may work for one of the groups. */
export function practitioner(d: Dice, npi: DemoParty['npi'], groups: readonly DemoParty[]): DemoParty {
  const female = d.chance(0.52)
  const group = d.chance(0.45) ? d.pick(groups) : undefined
  const practice = group ? group.practice! : address(d, d.weighted(places))
  const calling = d.weighted(callings)
  const last = d.chance(0.03) ? d.pick(spacedLastNames) : d.pick(lastNames)
  const first = d.pick(female ? femaleNames : maleNames)
  const middle = d.chance(0.6) ? d.pick(female ? femaleNames : maleNames).slice(0, d.chance(0.5) ? 1 : 20) : undefined
  const suffix = !female && d.chance(0.02) ? 'JR' : undefined
  const known = times(d)
  const deactivatedOn = d.chance(0.02) ? addDays(day('2012-01-01'), d.between(0, 4_700)) : undefined
  const reactivatedOn = deactivatedOn && d.chance(0.2) ? addDays(deactivatedOn, d.between(20, 300)) : undefined
  return {
    npi,
    entityType: 1,
    person: {
      last,
      first,
      ...(middle && { middle }),
      ...(suffix && { suffix }),
      credential: calling.credential,
    },
    otherNames: female && d.chance(0.15) ? [{ last: d.pick(lastNames), first }] : [],
    sex: female ? 'F' : 'M',
    soleProprietor: group ? 'N' : d.pick(['Y', 'N', 'X'] as const),
    mailing: d.chance(0.6) ? practice : address(d, d.weighted(places)),
    practice,
    taxonomies: licensed(d, calling, practice.state),
    ...known,
    ...(deactivatedOn && { deactivatedOn }),
    ...(reactivatedOn && { reactivatedOn }),
    // A number is asked for at the end of training or later.
    bornOn: addDays(known.enumeratedOn, -d.between(26 * 365, 58 * 365)),
    orders: calling.orders,
  }
}

function licensed(d: Dice, calling: Calling, state: string): readonly RegistryTaxonomy[] {
  const license = () => `${calling.credential.slice(0, 2)}9${String(d.between(0, 99_999)).padStart(5, '0')}`
  const first = { code: calling.taxonomy, license: license(), licenseState: state, primary: true }
  if (!d.chance(0.15)) return [first]
  return [first, { code: calling.taxonomy, license: license(), licenseState: d.weighted(places).state, primary: false }]
}

const official = (d: Dice, area: string): NonNullable<DemoParty['authorizedOfficial']> => ({
  last: d.pick(lastNames),
  first: d.pick(d.chance(0.5) ? femaleNames : maleNames),
  title: d.pick(['PRESIDENT', 'ADMINISTRATOR', 'CHIEF EXECUTIVE OFFICER', 'OWNER', 'MANAGER']),
  phone: phone(d, area),
})

/** An organization of the kind. */
export function institution(d: Dice, npi: DemoParty['npi'], kind: Institution, at?: Place): DemoParty {
  const place = at ?? d.weighted(places)
  const practice = address(d, place)
  return {
    npi,
    entityType: 2,
    organization: `${d.pick(placeWords)} ${d.chance(0.5) ? `${place.city} ` : ''}${d.pick(kind.called)}`,
    otherNames: d.chance(0.2) ? [`${d.pick(placeWords)} HEALTH`] : [],
    mailing: practice,
    practice,
    taxonomies: [{ code: kind.taxonomy, primary: true }],
    authorizedOfficial: official(d, place.area),
    ...times(d),
    ein: `08${String(d.between(1_000_000, 9_999_999))}`,
  }
}

function chainFacility(d: Dice, npi: DemoParty['npi'], i: number): DemoParty {
  const place = places[(i * 2 + 1) % places.length]!
  const nursing = institutions.find((k) => k.kind === 'nursing')!
  return {
    ...institution(d, npi, nursing, place),
    organization: `TALLGRASS CARE CENTER OF ${place.city}`,
    otherNames: [],
    parent: CHAIN.parent,
  }
}
