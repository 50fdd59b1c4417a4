/** Delivery of letters: taken one by one, so that each is delivered once however often and wherever the job runs. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface LetterToDeliver {
  readonly id: string
  readonly kind: string
  readonly enrolleeId: string
  readonly contractorId: string
  readonly decisionId: string | undefined
}

/** Holds the oldest letter that nobody has delivered and nobody else holds; undefined when there is none. */
export async function holdLetter(tx: Db, _: Permit<'system.run'>): Promise<LetterToDeliver | undefined> {
  const row = await open(tx)
    .selectFrom('letter as l')
    .select(['l.id', 'l.kind', 'l.enrollee_id', 'l.contractor_id'])
    .select((e) =>
      e
        .selectFrom('enrollment_decision as d')
        .select('d.id')
        .whereRef('d.letter_id', '=', 'l.id')
        .limit(1)
        .as('decision'),
    )
    .where('l.delivered_at', 'is', null)
    .orderBy('l.issued_at')
    .orderBy('l.id')
    .limit(1)
    .forUpdate('l')
    .skipLocked()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      kind: row.kind,
      enrolleeId: row.enrollee_id,
      contractorId: row.contractor_id,
      decisionId: row.decision ?? undefined,
    }
  )
}

export async function markDelivered(tx: Db, _: Permit<'system.run'>, letterId: string, at: Date): Promise<void> {
  await open(tx)
    .updateTable('letter')
    .set({ delivered_at: at })
    .where('id', '=', letterId)
    .where('delivered_at', 'is', null)
    .execute()
}
