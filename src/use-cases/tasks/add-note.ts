/** A note on a case, which the provider never sees. Whoever is named in it with "@" is told. */
import type { Db } from '#db/db.ts'
import { type Colleague, listColleagues } from '#db/queries/application/case-tasks.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import { mentionsIn } from '#domain/review/queues/case-tasks.ts'
import { type DeskOffice, tellDesk } from './tell-desk.ts'

const MOST = 2000

/** Refuses with `required`, `too-long`, or `nobody-called` when no one of the desk has that name. */
export const addNote = (
  db: Db,
  permit: Permit<'application.review'>,
  text: string,
  office: DeskOffice,
  now: Date,
): Promise<Result<null>> =>
  transact(db, async (tx) => {
    const note = text.trim()
    if (note === '') return refuse({ code: 'required', at: 'note' })
    if (note.length > MOST) return refuse({ code: 'too-long', at: 'note', with: { max: MOST } })
    const named = findNamed(mentionsIn(note), await listColleagues(tx, permit))
    if (!named.ok) return named
    await lockApplication(tx, permit)
    const mentions = named.value.map((c) => c.userId)
    await appendEvent(tx, permit.subjectId, 'note', permit.actor, now, {
      note,
      ...(mentions.length > 0 && { mentions }),
    })
    for (const userId of mentions) await tellDesk(tx, permit, { userId, kind: 'mention', says: note }, office, now)
    return ok(null)
  })

/** "@analyst.ada", or "@ada" where only one is called so. */
function findNamed(names: readonly string[], desk: readonly Colleague[]): Result<readonly Colleague[]> {
  const found: Colleague[] = []
  for (const name of names) {
    const exact = desk.filter((c) => c.loginId.toLowerCase() === name)
    const part = desk.filter((c) => c.loginId.toLowerCase().split(/[._-]/).includes(name))
    const [one, ...more] = exact.length > 0 ? exact : part
    const problem: Problem = { code: 'nobody-called', at: 'note', with: { name } }
    if (!one || more.length > 0) return refuse(problem)
    if (!found.includes(one)) found.push(one)
  }
  return ok(found)
}
