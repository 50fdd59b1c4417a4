/** Notes what a mail provider reports of one mail, each report once: that it arrived, or that it came back. */
import type { Db } from '#db/db.ts'
import { markBounced, markDelivered } from '#db/records/time/due-notices.ts'
import { insertMailReport, noteReportedNotices } from '#db/records/time/mail-reports.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type MailReport, provesDelivery } from '#domain/time/mail-report.ts'

/** Returns how many notices it was about; `again` when the same report came before. */
export const noteMailReport = (
  db: Db,
  permit: Permit<'system.run'>,
  report: MailReport,
  now: Date,
): Promise<{ readonly notices: number; readonly again: boolean }> =>
  transact(db, async (tx) => {
    if (!(await insertMailReport(tx, permit, report, now))) return { notices: 0, again: true }
    const which = { messageId: report.messageId, email: report.email }
    const notices = provesDelivery[report.kind]
      ? await markDelivered(tx, permit, which, report.at)
      : await markBounced(tx, permit, which, report.reason ?? report.kind, report.at)
    await noteReportedNotices(tx, permit, report.id, notices)
    return { notices, again: false }
  })
