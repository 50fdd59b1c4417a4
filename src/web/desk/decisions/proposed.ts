/** What the boxes of a decision begin with when a monitoring case asked for it; whoever prepares it may change all of it. */
import { findProposal } from '#db/queries/lists/monitoring-proposal.ts'
import type { Subject } from '#domain/access/policy.ts'
import type { Ask, Fields } from '#web/kit/page.ts'
import { unbilledSaid } from '../monitoring/found-shown.tsx'

type Preparing = Ask<'enrollment.prepare-decision', Subject>

/** Of somebody who does not bill, the case says the reason and what was found. */
export async function proposed({ db, permit, query, params, w }: Preparing): Promise<Fields> {
  const asked = params.kind === 'deactivate' ? await findProposal(db, permit, query.monitoring) : undefined
  const found = asked && unbilledSaid(asked, w)
  return found === undefined
    ? {}
    : { reasons: asked?.kind === 'not-named' ? 'not-named-on-claims' : 'not-billing', found }
}
