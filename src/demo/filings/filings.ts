/**
 * Filings of the demonstration that stand beside one another, by the use-cases of the pages: a revalidation that is kept
 * beside a draft that the record overtook, a packet that waits for its second signer, and a sale that the seller disputes.
 */
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import type { Actor } from '#domain/access/policy.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { type DemoFiler, demoFilers } from '../accounts/filers.ts'
import { demoParties } from '../accounts/people.ts'
import type { Stage } from '../applications/application-case.ts'
import { demoFacilities } from '../enrollments/sales.ts'
import { disputedSale } from './disputed-sale.ts'
import { accountFor, type Practitioner } from './filer.ts'
import { keptAndOvertaken } from './kept-and-overtaken.ts'
import { packetOfTwo } from './packet-of-two.ts'

/** Needs everything else of the demonstration. Running it again changes nothing. */
export async function seedFilings(s: Stage, now: Date): Promise<void> {
  const begun = new Date(now.getTime() - 4 * 86_400_000)
  const [early, together] = await approvedHere(s.db)
  const { earlier, mover, seller } = demoFilers
  const story = async (
    filer: DemoFiler,
    who: Practitioner | undefined,
    tell: (actor: Actor, who: Practitioner) => Promise<void>,
  ) => {
    const actor = who && (await accountFor(s, filer, who, begun))
    if (actor) await tell(actor, who)
  }
  const home = demoFacilities[0]
  const sold = await enrolled(s.db, home.npi, seller.name)
  // All come to rest before a fault is told, so that nothing of this run goes on beside the next.
  const ended = await Promise.allSettled([
    story(earlier, early, (actor, who) => keptAndOvertaken(s, actor, who, now)),
    story(mover, together, (actor, who) => packetOfTwo(s, actor, who, now)),
    story(seller, sold, (actor, who) => disputedSale(s, actor, { ...who, ccn: home.ccn }, now)),
  ])
  for (const end of ended) if (end.status === 'rejected') throw end.reason
}

const enrolled = (db: Db, npi: string, name: string): Promise<Practitioner | undefined> =>
  open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['n.id as enrollmentId', 'e.id as enrolleeId'])
    .select((x) => x.val(name).as('name'))
    .where('e.npi', '=', npi)
    .executeTakeFirst()

/** Practitioners whose application was approved here, so that the record has their answers. */
const approvedHere = (db: Db): Promise<readonly Practitioner[]> =>
  open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .innerJoin('enrollment_version as v', 'v.enrollment_id', 'n.id')
    .select(['n.id as enrollmentId', 'e.id as enrolleeId', 'e.display_name as name'])
    .where('n.form', '=', cms855i.id)
    .where('n.contractor_id', '=', 'lakes')
    .where('n.status', '=', 'approved')
    .where('v.ordinal', '=', 1)
    .where('v.application_id', 'is not', null)
    .where('e.npi', '<>', demoParties.rosaVega.npi)
    .orderBy('e.npi')
    .limit(2)
    .execute()
