/** Keeps replies to a request for more information, some now and the rest later. Signing again sends them. */
import type { Db } from '#db/db.ts'
import { lockApplication, touchApplication } from '#db/records/application/applications.ts'
import { saveItemAnswer } from '#db/records/application/development-requests.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import { longText } from '#forms/kit/kinds.ts'

export interface ItemReply {
  readonly itemId: string
  /** Empty takes the reply back. */
  readonly text: string
  /** The field that a problem is shown at. */
  readonly at: string
}

const kind = longText(2000)

/** Refuses with `too-long`, `bad-character`, `not-editable` or `not-found`; then nothing is kept. */
export async function answerDevelopmentItems(
  db: Db,
  permit: Permit<'application.edit'>,
  replies: readonly ItemReply[],
  now: Date,
): Promise<Result<null>> {
  const read = replies.map((r) => ({ ...r, parsed: r.text.trim() ? kind.parse(r.text.trim()) : undefined }))
  const problems = read.flatMap((r): readonly Problem[] =>
    r.parsed && !r.parsed.ok ? [{ ...r.parsed.problem, at: r.at }] : [],
  )
  const [problem, ...more] = problems
  if (problem) return refuse(problem, ...more)
  return transactOrRefuse(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    if (!allows(locked.status, 'answer-development')) return refuse({ code: 'not-editable' })
    for (const r of read)
      if (!(await saveItemAnswer(tx, permit, r.itemId, r.parsed?.ok ? r.parsed.value : null, now)))
        return refuse({ code: 'not-found' })
    await touchApplication(tx, locked.id, now)
    return ok(null)
  })
}
