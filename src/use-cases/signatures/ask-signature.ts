/** Asks one person for the signature of an application that is ready, and names them its signer. */
import type { Db } from '#db/db.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { listAddressesOf } from '#db/queries/reminders/due-reminders.ts'
import { appendEvent } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { queueMessage } from '#db/records/messages.ts'
import { insertSignatureRequest } from '#db/records/signatures/signature-requests.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { authorize, type Permit, systemActor } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Words } from '#words/index.ts'
import { freezeApplication } from '../application/freeze-application.ts'
import { possibleSigners } from './signers.ts'

export interface SignatureOffice {
  readonly origin: string
  readonly words: Words
}

/**
 * Refuses with `not-a-choice` (nobody who may sign it), `not-in-this-status`, or with everything that keeps the
 * application from being signed: nobody is asked to sign what cannot be.
 */
export const askSignature = (
  db: Db,
  permit: Permit<'application.edit'>,
  userId: string,
  { origin, words }: SignatureOffice,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse<null>(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    if (!allows(locked.status, 'submit') && !allows(locked.status, 'answer-development'))
      return refuse({ code: 'not-in-this-status', with: { status: words.statuses[locked.status].name } })
    const header = await findApplication(tx, permit)
    const signer = (await possibleSigners(tx, permit, header)).find((p) => p.userId === userId)
    if (!signer) return refuse({ code: 'not-a-choice', at: 'signer' })
    const frozen = await freezeApplication(tx, permit, words, now, userId)
    const [problem, ...more] = frozen.open
    if (problem) return refuse(problem, ...more)
    await insertSignatureRequest(tx, permit, { role: signer.role, userId, sha256: frozen.sha256 }, now)
    await appendEvent(tx, permit.subjectId, 'signature', permit.actor, now, { signature: 'asked', of: signer.name })
    const mail = words.mails.signatureAsked(`${origin}/applications/${permit.subjectId}/sign`)
    for (const recipient of await listAddressesOf(tx, systemPermit(), userId))
      await queueMessage(
        tx,
        { channel: 'email', recipient, template: 'signature-asked', contractorId: locked.contractorId, ...mail },
        now,
      )
    return ok(null)
  })

/** To look up where a person is written to, who may be of another organization than whoever asks. */
export function systemPermit(): Permit<'system.run'> {
  const permit = authorize(systemActor, 'system.run', { id: 'signatures' })
  if (!permit.ok) throw new Error('the policy lets the system run')
  return permit.value
}
