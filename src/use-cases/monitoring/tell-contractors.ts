/** One mail a contractor and pass with how many cases wait; it names nobody. */
import type { Db } from '#db/db.ts'
import { findContractor } from '#db/queries/contractors.ts'
import { openedByContractor } from '#db/queries/lists/monitoring-counts.ts'
import { queueMessage } from '#db/records/messages.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { ReminderWriter } from '../development/remind-development.ts'

export async function tellContractors(
  tx: Db,
  permit: Permit<'system.run'>,
  runId: string,
  { origin, words }: ReminderWriter,
  now: Date,
): Promise<void> {
  for (const { contractorId, source, count } of await openedByContractor(tx, permit, runId)) {
    const contractor = await findContractor(tx, contractorId)
    if (!contractor) continue
    const mail = words.desk.monitoring.mail(count, words.sourceNames[source], `${origin}/desk/monitoring`)
    const dedupeKey = `monitoring|${runId}|${contractorId}`
    await queueMessage(
      tx,
      { channel: 'email', recipient: contractor.email, template: 'monitoring', dedupeKey, contractorId, ...mail },
      now,
    )
  }
}
