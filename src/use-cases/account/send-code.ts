/** Sends a code for a flow, by mail or phone: at most five an hour and ten a day to one address. */
import type { Db } from '#db/db.ts'
import { reserve } from '#db/records/counters.ts'
import { queueMessage } from '#db/records/messages.ts'
import { saveCode } from '#db/records/one-time-codes.ts'
import { transact } from '#db/records/transact.ts'
import { code as codeLimits, limits, minutesUntil } from '#domain/access/limits.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { keyOfTarget, macOfCode, newCode, type Writer } from './identity.ts'

export interface CodeTarget {
  readonly kind: 'email' | 'phone'
  readonly value: string
}
/** Writes the mail when it is another than "your code is". */
export type CodeMail = (code: string) => { readonly template: string; readonly subject: string; readonly body: string }

/** Refuses with `code-resend-limit`. The tries that were used on the flow's former code stay used. */
export async function sendCode(
  db: Db,
  identity: Writer,
  flowId: string,
  to: CodeTarget,
  now: Date,
  mail: CodeMail = (code) => ({ template: 'code', ...identity.words.mails.code(code, minutes) }),
): Promise<Result<undefined>> {
  const { secrets, site, words } = identity
  for (const limit of [limits.sendCodeADay, limits.sendCode]) {
    const sending = await reserve(db, limit, keyOfTarget(secrets, to.value), now)
    if (!sending.allowed)
      return refuse({ code: 'code-resend-limit', with: { minutes: minutesUntil(sending.lockedUntil ?? now, now) } })
  }
  const code = newCode()
  await transact(db, async (tx) => {
    await saveCode(tx, flowId, macOfCode(secrets, flowId, code), now)
    await queueMessage(
      tx,
      to.kind === 'email'
        ? { channel: 'email', recipient: to.value, ...mail(code) }
        : {
            channel: 'sms',
            recipient: to.value,
            template: 'code',
            subject: '',
            body: words.mails.codeBySms(code, new URL(site.origin).host),
          },
      now,
    )
  })
  return ok(undefined)
}

const minutes = codeLimits.valid / 60_000
