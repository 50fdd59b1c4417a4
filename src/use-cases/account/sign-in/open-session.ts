/** Opens a session after both factors (or `alone` after a passkey), in the caller's transaction: always a new token, never one that came with the request. */
import type { Db } from '#db/db.ts'
import type { Account } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { noteDevice } from '#db/records/access/devices.ts'
import { methodsOf } from '#db/records/access/methods.ts'
import { endSessionOf, endSessionsBeyond, insertSession } from '#db/records/access/sessions.ts'
import { assurance, type Method, mustAdd } from '#domain/access/assurance.ts'
import { deviceName } from '#domain/access/device-name.ts'
import { most } from '#domain/access/limits.ts'
import { type Caller, newToken, type Writer } from '../identity.ts'
import { sayInstant, warnOwner } from '../tell-owner.ts'

/** A session that another organization vouches for: it must say that two factors were used (config: OIDC_ACR, OIDC_AMR). */
const elsewhere = { aal: 2, phishingResistant: false } as const

const unknown = { id: undefined, isNew: true, isFirst: false } as const

export interface HowOpened {
  /** The method did without the password. */
  readonly alone?: boolean
  /** On a computer that others use: ends sooner, and is not remembered. */
  readonly publicComputer?: boolean | undefined
}

export interface Opened {
  readonly sessionToken: string
  /** For the device cookie, when the device was not known. */
  readonly deviceToken: string | undefined
}

export async function openSession(
  tx: Db,
  identity: Writer,
  account: Account,
  method: Method | 'identity-provider',
  caller: Caller,
  now: Date,
  { alone = false, publicComputer = false }: HowOpened = {},
): Promise<Opened> {
  const { site, words } = identity
  // Whoever used this browser before does not stay signed in behind the new session.
  if (caller.session) await endSessionOf(tx, caller.session, 'replaced', now)
  const sessionToken = newToken()
  const newDeviceToken = newToken()
  const seen = { userId: account.id, token: caller.device, newToken: newDeviceToken, ...from(caller) }
  // A computer that others use is never remembered, so it is a new device each time.
  const device = publicComputer ? unknown : await noteDevice(tx, seen, now)
  const { aal, phishingResistant } = method === 'identity-provider' ? elsewhere : assurance[method]
  const must = method !== 'identity-provider' && mustAdd(await methodsOf(tx, account.id), site.methods)
  const sessionId = await insertSession(
    tx,
    {
      token: sessionToken,
      userId: account.id,
      aal,
      methods: alone ? [method] : ['password', method],
      phishingResistant,
      deviceId: device.id,
      publicComputer,
      mustAdd: must,
      ...from(caller),
    },
    now,
  )
  await endSessionsBeyond(tx, account.id, most.sessions, now)
  // The new session acts for nobody yet, whatever the one before it did.
  const fresh = { ...caller, actsFor: undefined }
  await appendAuthEvent(
    tx,
    { type: 'signed-in', userId: account.id, sessionId, caller: fresh, detail: { method } },
    now,
  )
  if (device.isNew && !device.isFirst) {
    await appendAuthEvent(tx, { type: 'new-device', userId: account.id, sessionId, caller: fresh }, now)
    const mail = words.mails.newDevice(
      account.displayName,
      sayInstant(now),
      `${deviceName(caller.userAgent)}, ${caller.ip}`,
      site.helpDesk.phone,
    )
    await warnOwner(tx, identity, account.id, 'new-device', mail, now)
  }
  return { sessionToken, deviceToken: device.isNew && !publicComputer ? newDeviceToken : undefined }
}

const from = ({ ip, userAgent }: Caller) => ({ ip, userAgent })
