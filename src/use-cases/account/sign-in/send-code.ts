/** Sends a code for a flow, by mail, text message or phone call: at most five an hour and ten a day to one address. */
import type { Db } from '#db/db.ts'
import { reserve } from '#db/records/access/counters.ts'
import { saveCode } from '#db/records/access/one-time-codes.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import type { MethodsHeld } from '#domain/access/assurance.ts'
import { code as codeLimits, limits, minutesUntil } from '#domain/access/limits.ts'
import type { Mail } from '#domain/mails/mail-text.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { keyOfTarget, macOfCode, newCode, type Writer } from '../identity.ts'

export interface CodeTarget {
  readonly kind: 'email' | 'phone' | 'voice'
  readonly value: string
}
/** Writes the mail when it is another than "your code is". */
export type CodeMail = (code: string) => Mail & { readonly template: string }

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
            channel: to.kind === 'voice' ? 'voice' : 'sms',
            recipient: to.value,
            template: 'code',
            subject: '',
            body:
              to.kind === 'voice'
                ? words.mails.codeByVoice(code, site.product)
                : words.mails.codeBySms(code, new URL(site.origin).host),
          },
      now,
    )
  })
  return ok(undefined)
}

/** Where a code of this method goes; undefined for methods that need none. */
export function targetOf(held: MethodsHeld, method: string | undefined): CodeTarget | undefined {
  if (method !== 'email' && method !== 'phone' && method !== 'voice') return undefined
  const value = (method === 'email' ? held.emails : held.phones)[0]?.value
  return value === undefined ? undefined : { kind: method, value }
}

const minutes = codeLimits.valid / 60_000
