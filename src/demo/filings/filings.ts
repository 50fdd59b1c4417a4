/**
 * Filings of the demonstration that stand beside one another, by the use-cases of the pages: a revalidation that is kept
 * beside a draft that the record overtook, a packet that waits for its second signer, and a sale that the seller disputes.
 */
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { demoFilers } from '../accounts/filers.ts'
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
  const earlyActor = early && (await accountFor(s, earlier, early, begun))
  if (earlyActor) await keptAndOvertaken(s, earlyActor, early, now)
  const moving = together && (await accountFor(s, mover, together, begun))
  if (moving) await packetOfTwo(s, moving, together, now)
  const [home] = demoFacilities
  const sold = await open(s.db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['n.id as enrollmentId', 'e.id as enrolleeId'])
    .where('e.npi', '=', home.npi)
    .executeTakeFirst()
  const official = sold && (await accountFor(s, seller, { ...sold, name: seller.name }, begun))
  if (official) await disputedSale(s, official, { ...sold, ccn: home.ccn }, now)
}

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
