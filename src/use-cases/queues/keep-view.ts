/** Keeps a view of the worklist under a name, for oneself or, by a supervisor, for the whole desk; and removes it. */
import type { Db } from '#db/db.ts'
import { deleteView, insertView, type NewView } from '#db/records/queues/views.ts'
import { can, type Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'

const MOST = 60
type Working = Permit<'worklist.work'>

/** Refuses with `required`, `too-long` or `filter-named-already`. An analyst's view is never shared. */
export async function keepView(db: Db, permit: Working, view: NewView, now: Date): Promise<Result<null>> {
  const name = view.name.trim()
  if (name === '') return refuse({ code: 'required', at: 'name' })
  if (name.length > MOST) return refuse({ code: 'too-long', at: 'name', with: { max: MOST } })
  const shared = view.shared && can(permit.actor, 'application.assign', permit.subject)
  const kept = await insertView(db, permit, { ...view, name, shared }, now)
  return kept ? ok(null) : refuse({ code: 'filter-named-already', at: 'name' })
}

export const dropView = (db: Db, permit: Working, id: string): Promise<void> => deleteView(db, permit, id)
