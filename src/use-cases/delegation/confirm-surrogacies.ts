/** Once a year each surrogacy is confirmed by the provider or lapses: mails 30, 7 and 1 days before, then the end of it. */
import type { Db } from '#db/db.ts'
import { listToConfirm, type Surrogacy } from '#db/queries/delegation/surrogacies.ts'
import { endSurrogacy } from '#db/records/delegation/surrogacies.ts'
import { transact } from '#db/records/transact.ts'
import { confirmWarningDue, confirmWarnings, isConfirmable } from '#domain/access/delegation.ts'
import type { Permit } from '#domain/access/policy.ts'
import { addDays, type Day, dayIn, siteZone } from '#domain/dates.ts'
import { sayDay } from '#forms/kit/say.ts'
import { type Teller, tellParty } from './tell-parties.ts'

export async function confirmSurrogacies(
  db: Db,
  permit: Permit<'system.run'>,
  teller: Teller,
  now: Date,
): Promise<void> {
  const today = dayIn(siteZone, now)
  for (const s of await listToConfirm(db, permit, addDays(today, confirmWarnings[0])))
    if (today > s.endsOn) await lapse(db, teller, s, 'ended', now)
    else if (s.confirmBy && today > s.confirmBy) await lapse(db, teller, s, 'lapsed', now)
    else if (s.confirmBy) await warn(db, teller, s, s.confirmBy, today, now)
}

async function warn(db: Db, { words, site }: Teller, s: Surrogacy, by: Day, today: Day, now: Date): Promise<void> {
  const warning = confirmWarningDue(by, today)
  if (warning === undefined || !isConfirmable(by, s.endsOn, today)) return
  const link = `${site.origin}/surrogacies/${s.id}`
  const mail = words.mails.surrogacyToConfirm(s.agentName, s.grantorName, sayDay(by, words.values), link)
  const key = `surrogacy-confirm|${s.id}|${by}|${warning}`
  await transact(db, (tx) => tellParty(tx, s.grantorId, 'surrogacy-to-confirm', mail, now, key))
}

async function lapse(db: Db, { words, site }: Teller, s: Surrogacy, to: 'ended' | 'lapsed', now: Date): Promise<void> {
  const mail = words.mails.surrogacyEnded(s.agentName, s.grantorName, `${site.origin}/surrogacies/${s.id}`)
  await transact(db, async (tx) => {
    if (!(await endSurrogacy(tx, s.id, { to, by: 'system', reason: to }, now))) return
    for (const party of [s.agentId, s.grantorId]) await tellParty(tx, party, 'surrogacy-ended', mail, now)
  })
}
