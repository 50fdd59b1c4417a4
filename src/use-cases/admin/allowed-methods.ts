/**
 * Which ways to verify are allowed here: what the configuration says, unless administrators chose others. A choice that
 * would leave fewer than two administrators able to sign in is refused, because nobody could take it back.
 */
import type { Db } from '#db/db.ts'
import { methodsOf } from '#db/records/access/methods.ts'
import { findSetting } from '#db/records/settings.ts'
import { activeHolders } from '#db/records/staff/accounts.ts'
import { hasIdentity } from '#db/records/staff/identities.ts'
import { type Method, methods, methodsInForce, waysIn } from '#domain/access/assurance.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { METHODS, settingKey } from '#domain/settings/settings.ts'
import type { Site } from '#outside/services.ts'

/** Administrators who must stay: with one alone no dangerous change could be approved. */
export const ADMINS_MIN = 2

type Allowing = Pick<Site, 'methods' | 'methodsCarried' | 'methodsFixed'>
const readSite = (site: Allowing) => ({
  configured: site.methods ?? methods,
  carried: site.methodsCarried ?? methods,
  fixed: site.methodsFixed ?? false,
})

/** The ways that are allowed now. Needs no permit: the sign-in page asks before anybody is known. */
export async function allowedMethods(db: Db, site: Allowing): Promise<readonly Method[]> {
  return methodsInForce(readSite(site), site.methodsFixed ? undefined : await findSetting(db, settingKey(METHODS)))
}

/** May this be allowed? Refuses with `methods-fixed`, `not-a-choice`, `required` or `methods-lock-staff`. */
export async function checkAllowed(tx: Db, site: Allowing, wanted: readonly Method[]): Promise<Result<undefined>> {
  const { carried, fixed } = readSite(site)
  if (fixed) return refuse({ code: 'methods-fixed' })
  if (wanted.length === 0) return refuse({ code: 'required', at: 'methods' })
  if (wanted.some((m) => !carried.includes(m))) return refuse({ code: 'not-a-choice', at: 'methods' })
  let able = 0
  for (const userId of await activeHolders(tx, 'admin'))
    if (waysIn(await methodsOf(tx, userId), wanted) > 0 || (await hasIdentity(tx, userId))) able += 1
  return able < ADMINS_MIN ? refuse({ code: 'methods-lock-staff', at: 'methods' }) : ok(undefined)
}
