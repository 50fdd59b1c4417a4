/**
 * A form that makes something acts at most once: act and answer are one transaction. The same form again, also at the same
 * instant and without any script, gets the same answer. A refusal is not kept: then nothing was made.
 */
import type { Db } from '#db/db.ts'
import { claimForm, keepFormAnswer, releaseForm } from '#db/records/access/sent-forms.ts'
import { transact } from '#db/records/transact.ts'

/** `work` gives its answer, and the text under which it is kept, or undefined for a refusal. */
export async function sendOnce<T>(
  db: Db,
  key: string,
  work: (tx: Db) => Promise<{ readonly answer: T; readonly kept: string | undefined }>,
  now: Date,
): Promise<{ readonly answer: T } | { readonly again: string }> {
  return await transact(db, async (tx) => {
    const again = await claimForm(tx, key, now)
    if (again !== undefined) return { again }
    const { answer, kept } = await work(tx)
    if (kept === undefined) await releaseForm(tx, key)
    else await keepFormAnswer(tx, key, kept)
    return { answer }
  })
}
