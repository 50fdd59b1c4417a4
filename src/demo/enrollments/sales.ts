/**
 * Two facilities of the demonstration that somebody may buy: a nursing home that has been enrolled for years, and a young
 * home health agency, whose privileges do not pass within 36 months. Invented numbers.
 */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { transact } from '#db/records/transact.ts'
import { addDays, addYears, type Day, dayIn, siteZone } from '#domain/dates.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'

interface Facility {
  readonly npi: string
  readonly name: string
  readonly provider: string
  readonly specialty: string
  readonly ccn: string
  readonly since: (today: Day) => Day
}

export const demoFacilities = [
  {
    npi: withCheckDigit('200000881'),
    name: 'Quiet Meadow Care Center',
    provider: 'skilled-nursing',
    specialty: '00-18',
    ccn: '145990',
    since: (today) => addYears(today, -7),
  },
  {
    npi: withCheckDigit('200000882'),
    name: 'First Year Home Health',
    provider: 'home-health',
    specialty: '00-06',
    ccn: '147790',
    since: (today) => addDays(today, -300),
  },
] as const satisfies readonly Facility[]

/** Running it again changes nothing. */
export const seedSales = (db: Db, now: Date): Promise<void> =>
  transact(db, async (tx) => {
    const today = dayIn(siteZone, now)
    const office = await open(tx)
      .selectFrom('contractor_state')
      .select('contractor_id')
      .where('state', '=', 'IL')
      .executeTakeFirst()
    if (!office) return
    for (const [i, f] of demoFacilities.entries()) await enroll(tx, f, i, office.contractor_id, f.since(today), now)
  })

async function enroll(tx: Db, f: Facility, i: number, contractorId: string, since: Day, now: Date): Promise<void> {
  const k = open(tx)
  const enrolleeId = randomUUID()
  const made = await k
    .insertInto('enrollee')
    .values({
      id: enrolleeId,
      kind: 'organization',
      npi: f.npi,
      display_name: f.name,
      tax_id_index: null,
      restricted: null,
      practice: '{}',
      created_at: now,
    })
    .onConflict((c) => c.column('npi').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return
  const id = `O${since.replaceAll('-', '')}99000${i + 1}`
  await k
    .insertInto('enrollment')
    .values({
      id,
      enrollee_id: enrolleeId,
      form: 'CMS-855A',
      specialty: f.specialty,
      state: 'IL',
      contractor_id: contractorId,
      ptan: `IL99900${i + 10}`,
      status: 'approved',
      created_at: now,
    })
    .execute()
  const known = { known_from: now, known_to: null, application_id: null }
  await k
    .insertInto('enrollment_period')
    .values({
      id: randomUUID(),
      enrollment_id: id,
      status: 'approved',
      from_on: since,
      to_on: null,
      because: '["42 CFR 489.13"]',
      ...known,
    })
    .execute()
  const only = (answers: object) => [{ id: '1', answers }]
  const answers = {
    enrollment: only({ provider: f.provider, how: 'new', state: 'IL' }),
    organization: only({ legalName: f.name, npi: f.npi }),
    'provider-numbers': only({ ccn: f.ccn, costReportEnd: '12/31' }),
  }
  await k
    .insertInto('enrollment_version')
    .values({
      enrollment_id: id,
      ordinal: 1,
      effective_from: since,
      effective_to: null,
      answers: JSON.stringify(answers),
      restricted: null,
      ...known,
    })
    .execute()
  await k.insertInto('enrollment_change').values({ enrollment_id: id, at: now }).execute()
}
