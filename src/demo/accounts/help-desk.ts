/** A few requests for help and a proposal, made through the use-cases of the pages. */

import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { listTickets } from '#db/queries/staff/tickets.ts'
import { type Action, type Actor, anonymous, authorize, type Permit, type Role } from '#domain/access/policy.ts'
import type { TicketTopic } from '#domain/help/ticket.ts'
import type { Result } from '#domain/result.ts'
import type { Writer } from '#use-cases/account/identity.ts'
import { requestChange } from '#use-cases/admin/request-change.ts'
import { askHelp } from '#use-cases/help-desk/ask-help.ts'
import { handleTicket } from '#use-cases/help-desk/handle-ticket.ts'

interface Asked {
  readonly name: string
  readonly email: string
  readonly topic: TicketTopic
  readonly text: string
  readonly from: string
  readonly loginId?: string
}
const asked: readonly Asked[] = [
  {
    name: 'Wren Castellanos',
    email: 'wren@castellanos-billing.example',
    topic: 'sign-in',
    text: 'My account has been locked since this morning. I entered the old password several times. How long does it take?',
    from: '/sign-in',
    loginId: 'rosa.vega',
  },
  {
    name: 'Tobias Amankwah',
    email: 'tobias@amankwah-clinic.example',
    topic: 'application',
    text: 'We got a request for more information. Where do I add the copy of the license?',
    from: '/inbox',
  },
  {
    name: 'Odile Fairweather',
    email: 'odile@fairweather-pt.example',
    topic: 'other',
    text: 'A company offered to enroll us for 900 dollars. Is there a charge for using this site?',
    from: '/',
  },
]
const caller = (n: number) => ({ ip: `198.51.100.${20 + n}`, userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' })

export async function seedHelpDesk(
  db: Db,
  { identity, now }: { readonly identity: Writer; readonly now: Date },
): Promise<void> {
  const asking = permitFor(anonymous, 'help.ask', 'public')
  for (const [n, a] of asked.entries()) {
    const at = new Date(now.getTime() - (asked.length - n) * 5_400_000)
    done(await askHelp(db, asking, identity, { loginId: '', ...a }, caller(n), at))
  }
  const hana = await actorOf(db, 'help.hana', 'help-desk')
  const [, second, third] = await listTickets(db, permitFor(hana, 'account.find', 'help-desk'), 'open')
  const handle = async (ticketId: string | undefined, act: 'take' | 'answer', text: string) =>
    ticketId &&
    done(await handleTicket(db, permitFor(hana, 'ticket.handle', ticketId), identity, { act, text }, caller(9), now))
  await handle(second?.id, 'take', '')
  await handle(third?.id, 'answer', 'Using this site is free, always. Please do not pay anybody who says otherwise.')
  const june = await actorOf(db, 'admin.june', 'admin')
  const change = { kind: 'set-setting', name: 'lost-factors.wait', value: 72 } as const
  const reason = 'Two attempts to take accounts over this month: give owners a weekend to stop one.'
  done(
    await requestChange(db, permitFor(june, 'site.administer', 'site'), identity, { change, reason }, caller(8), now),
  )
}

async function actorOf(db: Db, loginId: string, role: Role): Promise<Actor> {
  const { id } = await open(db)
    .selectFrom('app_user')
    .select('id')
    .where('login_id', '=', loginId)
    .executeTakeFirstOrThrow()
  return { userId: id, memberships: [{ role, partyId: '' }] }
}

function permitFor<A extends Action>(actor: Actor, action: A, id: string): Permit<A> {
  const permit = authorize(actor, action, { id })
  if (!permit.ok) throw new Error(`${actor.userId} may not ${action}`)
  return permit.value
}

function done<T>(result: Result<T>): void {
  if (!result.ok) throw new Error(`demo help desk: ${result.problem.code}`)
}
