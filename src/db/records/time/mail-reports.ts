/** Writes of what a mail provider reported, each report once by the id that the provider gave it. */
import type { Permit } from '#domain/access/policy.ts'
import type { MailReport } from '#domain/time/mail-report.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** False when it is there already. */
export async function insertMailReport(tx: Db, _: Permit<'system.run'>, r: MailReport, at: Date): Promise<boolean> {
  const done = await open(tx)
    .insertInto('mail_report')
    .values({
      id: r.id,
      kind: r.kind,
      email: r.email,
      message_id: r.messageId ?? null,
      reason: r.reason ?? null,
      happened_at: r.at,
      received_at: at,
      notices: 0,
    })
    .onConflict((c) => c.column('id').doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function noteReportedNotices(tx: Db, _: Permit<'system.run'>, id: string, notices: number): Promise<void> {
  await open(tx).updateTable('mail_report').set({ notices }).where('id', '=', id).execute()
}
