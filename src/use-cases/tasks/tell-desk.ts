/** Tells a person of the desk something about a case: a notice on their worklist, and a mail that carries no personal data. */
import type { Db } from '#db/db.ts'
import type { ApplicationPermit } from '#db/queries/application/applications.ts'
import { listColleagues } from '#db/queries/application/case-tasks.ts'
import { insertNotice } from '#db/records/application/case-tasks.ts'
import { queueMessage } from '#db/records/messages.ts'
import type { NoticeKind } from '#domain/review/queues/case-tasks.ts'
import type { Words } from '#words/index.ts'

export interface DeskOffice {
  readonly site: { readonly origin: string }
  readonly words: Words
}

/** Says nothing to whoever does it, and nothing to who is not of this desk any more. */
export async function tellDesk(
  tx: Db,
  permit: ApplicationPermit,
  told: { readonly userId: string; readonly kind: NoticeKind; readonly says: string },
  { site, words }: DeskOffice,
  now: Date,
): Promise<void> {
  if (told.userId === permit.actor.userId) return
  const colleague = (await listColleagues(tx, permit)).find((c) => c.userId === told.userId)
  if (!colleague) return
  const applicationId = permit.subjectId
  await insertNotice(tx, permit, { userId: told.userId, applicationId, kind: told.kind, words: told.says }, now)
  if (!colleague.email) return
  const { contractorId } = permit.subject
  const mail = words.desk.tasks.mails[told.kind](`${site.origin}/desk/cases/${applicationId}`)
  await queueMessage(
    tx,
    {
      channel: 'email',
      recipient: colleague.email,
      template: `desk-${told.kind}`,
      ...(contractorId && { contractorId }),
      ...mail,
    },
    now,
  )
}
