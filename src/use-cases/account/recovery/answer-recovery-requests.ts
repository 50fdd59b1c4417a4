/** The worker's half of "I forgot" and of locks: finds out who was meant and writes to them, each in one transaction. */
import type { Db } from '#db/db.ts'
import { type Account, findAccountByLoginId, listAccountsByEmail } from '#db/records/access/accounts.ts'
import { bindFlow, insertFlow } from '#db/records/access/flows.ts'
import { contactsOf } from '#db/records/access/methods.ts'
import { saveCode } from '#db/records/access/one-time-codes.ts'
import { type RecoveryRequest, takeRecoveryRequest } from '#db/records/access/recovery-requests.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import { flowValid } from '#domain/access/limits.ts'
import type { Permit } from '#domain/access/policy.ts'
import { macOfCode, newCode, newToken, type Writer } from '../identity.ts'

/** Answers all that wait and returns how many. Safe to run twice and side by side. */
export async function answerRecoveryRequests(
  db: Db,
  _permit: Permit<'system.run'>,
  identity: Writer,
  now: Date,
): Promise<number> {
  for (let answered = 0; ; answered++) {
    const found = await transact(db, async (tx) => {
      const request = await takeRecoveryRequest(tx, now)
      if (request) await answer(tx, identity, request, now)
      return request
    })
    if (!found) return answered
  }
}

async function answer(tx: Db, identity: Writer, request: RecoveryRequest, now: Date): Promise<void> {
  const accounts = await accountsOf(tx, request.name)
  if (request.kind === 'password-code') return sendResetCode(tx, identity, request, accounts, now)
  if (request.kind === 'unlock') {
    for (const a of accounts) await mailLink(tx, identity, a, 'unlock', now)
    return
  }
  if (accounts.length === 0) return tellNoAccount(tx, identity, request.name, now)
  if (request.kind === 'user-id') return mailUserIds(tx, identity, request.name, accounts, now)
  for (const a of accounts) await mailLink(tx, identity, a, 'reset', now)
}

async function accountsOf(tx: Db, name: string): Promise<readonly Account[]> {
  if (name.includes('@')) return listAccountsByEmail(tx, name)
  const account = await findAccountByLoginId(tx, name)
  return account?.status === 'active' ? [account] : []
}

async function mailLink(
  tx: Db,
  { site, words }: Writer,
  a: Account,
  kind: 'reset' | 'unlock',
  now: Date,
): Promise<void> {
  const minutes = flowValid[kind] / 60_000
  for (const recipient of await contactsOf(tx, a.id, 'email')) {
    const token = newToken()
    if (kind === 'reset')
      await insertFlow(tx, { token, kind, userId: a.id, content: { by: 'link', verified: false } }, now)
    else await insertFlow(tx, { token, kind, userId: a.id, content: {} }, now)
    const link = `${site.origin}/${kind === 'reset' ? 'reset-password' : 'unlock'}?token=${token}`
    const mail =
      kind === 'reset'
        ? words.mails.resetLink(a.displayName, a.loginId, minutes, link)
        : words.mails.unlock(a.displayName, minutes, link)
    await queueMessage(tx, { channel: 'email', recipient, template: kind, ...mail }, now)
  }
}

async function sendResetCode(
  tx: Db,
  { secrets, site, words }: Writer,
  request: RecoveryRequest,
  accounts: readonly Account[],
  now: Date,
): Promise<void> {
  const account = accounts[0]
  // Which of several people at one address was meant, a phone cannot be asked.
  if (!account || accounts.length > 1 || !request.flowId) return
  const phone = (await contactsOf(tx, account.id, 'phone'))[0]
  if (!phone) return
  const code = newCode()
  await bindFlow(tx, request.flowId, account.id)
  await saveCode(tx, request.flowId, macOfCode(secrets, request.flowId, code), now)
  const body = words.mails.codeBySms(code, new URL(site.origin).host)
  await queueMessage(tx, { channel: 'sms', recipient: phone, template: 'code', subject: '', body }, now)
}

async function mailUserIds(
  tx: Db,
  { site, words }: Writer,
  name: string,
  accounts: readonly Account[],
  now: Date,
): Promise<void> {
  const mail = words.mails.userIds(
    site.product,
    accounts.map((a) => a.loginId),
    `${site.origin}/sign-in`,
  )
  const recipients = name.includes('@') ? [name] : await contactsOf(tx, accounts[0]!.id, 'email')
  for (const recipient of recipients)
    await queueMessage(tx, { channel: 'email', recipient, template: 'user-ids', ...mail }, now)
}

/** Somebody who remembers the wrong address would wait in vain. A user id that nobody has leads nowhere. */
async function tellNoAccount(tx: Db, { site, words }: Writer, name: string, now: Date): Promise<void> {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name)) return
  const mail = words.mails.noAccount(site.product, `${site.origin}/register`)
  await queueMessage(tx, { channel: 'email', recipient: name, template: 'no-account', ...mail }, now)
}
