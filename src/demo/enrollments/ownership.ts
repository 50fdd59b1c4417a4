/**
 * Owners of the demonstration's facilities on record: a fund that owns nursing homes through holding companies, two
 * chains, and a family. All invented; employer numbers were never issued, so nobody else can have them.
 */
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { replaceOwnership } from '#db/records/ownership/interests.ts'
import type { NamedOwner } from '#db/records/ownership/parties.ts'
import { transact } from '#db/records/transact.ts'
import { authorize } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Interest } from '#domain/ownership/party.ts'
import type { InterestRole } from '#domain/ownership/roles.ts'
import { titleCase } from '#domain/party/title-case.ts'
import { demoParties } from '../accounts/people.ts'
import { ein } from '../applications/application-items.ts'
import { between, pick } from '../chance.ts'

const tallgrass = demoParties.tallgrassCareCenter.npi
const FACILITIES = 12
/** The fund and the landlord of the nursing home whose application waits at the desk (src/demo/applications/nursing-home-file.ts). */
const fund: NamedOwner = company('fund', 'Longacre Care Partners LP', ein(`${tallgrass}2`), [
  'private-equity',
  'investment-firm',
])
const landlord: NamedOwner = company('landlord', 'Longacre Senior Property Trust', ein(`${tallgrass}3`), ['reit'])
const chain: NamedOwner = company('chain', 'Harbor Lane Health Group Inc', '089000417', [
  'corporation',
  'chain-home-office',
])

function company(id: string, name: string, taxId: string, kinds: NamedOwner['kinds']): NamedOwner {
  return { id, kind: 'organization', name, kinds, taxId, address: '18 Longacre Plaza, Chicago, IL 60606' }
}

/** Needs the enrollments. Running it again changes nothing. */
export async function seedOwnership(db: Db, now: Date): Promise<void> {
  const permit = authorize(
    { userId: 'demo', memberships: [{ role: 'mac-supervisor', partyId: 'demo' }] },
    'application.decide',
    { id: 'demo', contractorId: 'demo' },
  )
  if (!permit.ok) throw new Error('the demonstration may fill its record')
  const rows = await open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .innerJoin('enrollment_period as p', 'p.enrollment_id', 'n.id')
    .select(['n.id', 'e.npi', 'e.display_name', 'p.from_on'])
    .where('n.specialty', 'like', '00-%')
    .where('p.status', '=', 'approved')
    .where('p.to_on', 'is', null)
    .orderBy('n.specialty', 'desc')
    .orderBy('n.id')
    .limit(FACILITIES)
    .execute()
  await transact(db, async (tx) => {
    for (const [i, r] of rows.entries()) {
      const { parties, interests } = ownersOf({ npi: r.npi, name: titleCase(r.display_name), from: r.from_on }, i)
      const filing = { root: 'facility', parties, interests, enrollmentId: r.id, applicationId: undefined }
      await replaceOwnership(tx, permit.value, filing, r.from_on, now)
    }
  })
}

const firsts = ['Odile', 'Iva', 'Piers', 'Wilma', 'Tobias', 'Nerys'] as const
const lasts = ['Ashgrove', 'Quillfeather', 'Marrow', 'Tennant', 'Oyelaran', 'Brask'] as const
const called = (npi: string, who: string): string =>
  `${pick(npi, `${who} first`, firsts)} ${pick(npi, `${who} last`, lasts)}`

interface Facility {
  readonly npi: string
  readonly name: string
  readonly from: Day
}
/** Every third one belongs to the fund, the next to the chain, the next to a family. */
function ownersOf({ npi, name, from }: Facility, i: number): { parties: NamedOwner[]; interests: Interest[] } {
  const place = name.split(' ').slice(0, 2).join(' ')
  const facility: NamedOwner = { id: 'facility', kind: 'organization', name, kinds: [], taxId: ein(npi) }
  const holding = company('holding', `${place} Holdings LLC`, ein(`${npi}1`), ['llc', 'holding-company'])
  const person = (id: string, called: string, title: string): NamedOwner => ({
    id,
    kind: 'person',
    name: called,
    kinds: [],
    title,
    taxId: `9${between(npi, `owner ${id}`, 10_000_000, 99_999_999)}`,
  })
  const manager = person('manager', called(npi, 'manager'), 'Administrator')
  const holds = (owner: string, owned: string, role: InterestRole, percent?: number): Interest => ({
    owner,
    owned,
    role,
    from,
    ...(percent !== undefined && { percent }),
  })
  const runs = holds('manager', 'facility', 'managing-employee')
  if (i % 3 === 0) {
    const share = 60 + between(npi, 'fund', 0, 35)
    return {
      parties: [facility, holding, fund, landlord, manager],
      interests: [
        holds('holding', 'facility', 'direct-owner', 100),
        holds('fund', 'holding', 'direct-owner', share),
        holds('fund', 'facility', 'indirect-owner', share),
        holds('landlord', 'facility', 'disclosable-party'),
        // Filings disagree, as they do: elsewhere the fund has another share of its landlord.
        holds('fund', 'landlord', 'direct-owner', i === 0 ? 55 : 40),
        runs,
      ],
    }
  }
  if (i % 3 === 1)
    return {
      parties: [facility, chain, person('president', 'Quentin Abara', 'President'), manager],
      interests: [
        holds('chain', 'facility', 'direct-owner', 100),
        holds('chain', 'facility', 'chain-home-office'),
        holds('president', 'chain', 'direct-owner', 12),
        holds('president', 'facility', 'officer'),
        runs,
      ],
    }
  return {
    parties: [facility, person('elder', called(npi, 'elder'), 'Owner'), manager],
    interests: [holds('elder', 'facility', 'direct-owner', 55), holds('manager', 'facility', 'direct-owner', 45), runs],
  }
}
