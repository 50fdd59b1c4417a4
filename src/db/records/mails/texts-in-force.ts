/**
 * The edited texts of mails that were put in force, kept in memory beside each database: mails are written in bulk. Who
 * puts one in force forgets them here at once; other nodes see it within seconds.
 */
import { type Day, dayIn, siteZone } from '#domain/dates.ts'
import type { MailKind } from '#domain/mails/mail-kinds.ts'
import type { MailText } from '#domain/mails/mail-text.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'

/** How old what is kept may be, in milliseconds. */
const FRESH = 5000

interface TextInForce extends MailText {
  readonly id: string
  readonly version: number
  readonly contractorId: string | null
  readonly from: Day
}
interface Kept {
  readonly readAt: number
  readonly texts: ReadonlyMap<MailKind, readonly TextInForce[]>
}
const kept = new WeakMap<object, Kept>()

/** Called when one was put in force, after its transaction. */
export const forgetTexts = (db: Db): boolean => kept.delete(vaultOf(db))

/**
 * The text that counts at an instant: the contractor's own, else everybody's; of each the last version that has begun.
 * Undefined: the product's own.
 */
export async function textInForce(
  db: Db,
  kind: MailKind,
  contractorId: string | undefined,
  at: Date,
): Promise<TextInForce | undefined> {
  const all = (await textsAt(db, at)).get(kind)
  if (!all) return undefined
  const today = dayIn(siteZone, at)
  const of = (whose: string | null) => all.findLast((t) => t.contractorId === whose && t.from <= today)
  return (contractorId === undefined ? undefined : of(contractorId)) ?? of(null)
}

async function textsAt(db: Db, at: Date): Promise<Kept['texts']> {
  const held = kept.get(vaultOf(db))
  if (held && Math.abs(at.getTime() - held.readAt) < FRESH) return held.texts
  const rows = await open(db)
    .selectFrom('mail_text')
    .select(['id', 'kind', 'version', 'contractor_id as contractorId', 'subject', 'body', 'from_on as from'])
    .where('state', '=', 'in-force')
    .orderBy('from_on')
    .orderBy('version')
    .execute()
  const texts = Map.groupBy(rows, (r) => r.kind)
  kept.set(vaultOf(db), { readAt: at.getTime(), texts })
  return texts
}
