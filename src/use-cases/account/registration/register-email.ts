/** Step 1 of creating an account: the e-mail address is proven by a code. */
import type { Db } from '#db/db.ts'
import { listAccountsByEmail } from '#db/records/access/accounts.ts'
import { reserve } from '#db/records/access/counters.ts'
import { endFlow, insertFlow } from '#db/records/access/flows.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import type { AccountKind } from '#domain/access/flow-content.ts'
import { code as codeLimits, limits, minutesUntil, most } from '#domain/access/limits.ts'
import { foldEmail } from '#domain/access/user-id.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type Caller, type EntryPermit, keyOfNetwork, newToken, type Writer } from '../identity.ts'
import { sendCode } from '../sign-in/send-code.ts'
import { checkTypedCode } from '../sign-in/typed-code.ts'
import { findRegistration } from './registration.ts'

/** Step 1: sends a code. The same answer for addresses that are known. Refuses with `too-many-tries` or `code-resend-limit`. */
export async function startRegistration(
  db: Db,
  permit: EntryPermit,
  identity: Writer,
  { email: typedEmail, kind }: { readonly email: string; readonly kind: AccountKind },
  caller: Caller,
  now: Date,
): Promise<Result<{ readonly flowToken: string }>> {
  const asking = await reserve(db, limits.askFromNetwork, keyOfNetwork(identity.secrets, caller.ip), now)
  if (!asking.allowed)
    return refuse({ code: 'too-many-tries', with: { minutes: minutesUntil(asking.lockedUntil ?? now, now) } })
  const flowToken = newToken()
  const content = { kind, email: foldEmail(typedEmail), emailConfirmed: false }
  await insertFlow(db, { token: flowToken, kind: 'register', content }, now)
  const sent = await sendRegistrationCode(db, permit, identity, flowToken, now)
  return sent.ok ? ok({ flowToken }) : sent
}

/** Sends (another) code for the e-mail address. Refuses with `code-resend-limit`. */
export async function sendRegistrationCode(
  db: Db,
  permit: EntryPermit,
  identity: Writer,
  flowToken: string | undefined,
  now: Date,
): Promise<Result<undefined>> {
  const { site, words } = identity
  const flow = await findRegistration(db, permit, flowToken, now)
  if (!flow) return refuse({ code: 'form-expired' })
  const { email } = flow.content
  const known = (await listAccountsByEmail(db, email)).map((a) => a.loginId)
  const signIn = `${site.origin}/sign-in`
  if (known.length >= most.accountsPerEmail) {
    await queueMessage(
      db,
      {
        channel: 'email',
        recipient: email,
        template: 'register-full',
        ...words.mails.registerFull(site.product, known, signIn),
      },
      now,
    )
    return ok(undefined)
  }
  const minutes = codeLimits.valid / 60_000
  return sendCode(db, identity, flow.id, { kind: 'email', value: email }, now, (code) =>
    known.length > 0
      ? { template: 'register-known', ...words.mails.registerKnown(code, minutes, site.product, known, signIn) }
      : { template: 'register-code', ...words.mails.registerCode(code, minutes, site.product) },
  )
}

/** The code of step 1; gives a new flow token. Refuses with why the code does not do. */
export async function confirmRegistrationEmail(
  db: Db,
  permit: EntryPermit,
  { secrets }: Pick<Writer, 'secrets'>,
  input: { readonly flowToken: string | undefined; readonly code: string },
  now: Date,
): Promise<Result<{ readonly flowToken: string }>> {
  const flow = await findRegistration(db, permit, input.flowToken, now)
  if (!flow) return refuse({ code: 'form-expired' })
  const code = await checkTypedCode(db, secrets, flow.id, input.code, now)
  if (!code.ok) return code
  const flowToken = newToken()
  return transact<Result<{ readonly flowToken: string }>>(db, async (tx) => {
    if (!(await code.value.take(tx)) || !(await endFlow(tx, flow.id))) return refuse({ code: 'form-expired' })
    await insertFlow(
      tx,
      { token: flowToken, kind: 'register', content: { ...flow.content, emailConfirmed: true } },
      now,
    )
    return ok({ flowToken })
  })
}
