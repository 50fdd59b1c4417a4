/** Adding a passkey: the browser has made it and proves it at once, so the session is worth what a passkey is worth. */
import type { Db } from '#db/db.ts'
import { insertPasskey } from '#db/records/access/passkeys.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { checkMade } from '#outside/passkeys.ts'
import type { AddPermit, Caller, Writer } from '../identity.ts'
import { type Added, type Adding, noteAdded } from '../methods/add-factor.ts'
import { type PasskeyAnswer, takeChallenge, wrongPasskey } from './check-passkey.ts'

/** Refuses with `passkey-needs-script`, `method-not-allowed`, `passkey-wrong` or `form-expired` (the session ended). */
export async function addPasskey(
  db: Db,
  permit: AddPermit,
  identity: Writer,
  input: PasskeyAnswer & Adding & { readonly label: string },
  caller: Caller,
  now: Date,
): Promise<Result<Added>> {
  const userId = permit.subjectId
  const taken = await takeChallenge(db, identity, 'add', input, now)
  if (!taken.ok) return taken
  const { at, flow, answer } = taken.value
  if (flow.userId !== userId) return wrongPasskey
  const made = await checkMade(at, answer.json, answer.challenge)
  if (!made) return wrongPasskey
  return transactOrRefuse(db, async (tx) => {
    const label = input.label.trim().slice(0, 40) || identity.words.account.methodNames.passkey
    if (!(await insertPasskey(tx, { ...made, userId, label, rpId: at.rpId }, now))) return wrongPasskey
    const sessionToken = await noteAdded(tx, identity, userId, 'passkey', label, input, caller, now)
    return sessionToken ? ok({ sessionToken }) : refuse({ code: 'form-expired' })
  })
}
