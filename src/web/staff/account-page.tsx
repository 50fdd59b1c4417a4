/** /help-desk/accounts/:userId: status, locks, ways to verify (masked), history; and what can be done, with a reason. */
import type { JSX } from 'preact'
import { listLocks } from '#db/queries/staff/account-locks.ts'
import { accountSubject } from '#db/queries/staff/found-accounts.ts'
import { findSupportView, listSupportEvents, type SupportEvent, type SupportView } from '#db/queries/staff/support.ts'
import { listTicketsOf, type Ticket } from '#db/queries/staff/tickets.ts'
import { type MethodsHeld, maskContact } from '#domain/access/assurance.ts'
import { deviceName } from '#domain/access/device-name.ts'
import type { Subject } from '#domain/access/policy.ts'
import { ticketNumber } from '#domain/help/ticket.ts'
import type { Problem } from '#domain/result.ts'
import { sayInstant } from '#use-cases/account/tell-owner.ts'
import {
  isSupportAct,
  lockKeys,
  type SupportAct,
  supportAccount,
  supportActs,
} from '#use-cases/help-desk/support-acts.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { Button, Form, SummaryList, Table } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { Box, callerOf, PickOne, screen, writerOf } from './frame.tsx'

type Asked = Ask<'account.support', Subject>

export const accountPage = page({
  path: '/help-desk/accounts/:userId',
  action: 'account.support',
  subject: (db, { userId }) => accountSubject(db, userId),
  get: (ask) => draw(ask, {}, []),
  post: {
    once: true,
    fields: ['act', 'reason'],
    async handle(ask) {
      const { act, reason = '' } = ask.posted
      if (!isSupportAct(act)) return draw(ask, { reason }, [{ code: 'not-a-choice', at: 'act' }])
      const done = await supportAccount(ask.db, ask.permit, writerOf(ask), { act, reason }, callerOf(ask), ask.now)
      return done.ok
        ? redirect(`/help-desk/accounts/${ask.permit.subjectId}`, { notice: 'support-done' })
        : draw(ask, { act, reason }, done.problems)
    },
  },
})

async function draw(ask: Asked, typed: { act?: string; reason?: string }, problems: readonly Problem[]) {
  const { db, permit, now, w, visit } = ask
  const t = w.helpDesk
  const view = await findSupportView(db, permit, now)
  const keys = lockKeys(writerOf(ask), view).map(([limit, key]) => ({ scope: limit.scope, key }))
  const locks = await listLocks(db, permit, permit.subjectId, keys, now)
  const acts = supportActs.filter((a) => fits(a, view))
  return screen({
    w,
    title: t.accountTitle(view.name),
    problems,
    wide: true,
    back: { href: '/help-desk', label: t.backToDesk },
    children: (
      <>
        <div class="case__head">
          <SummaryList w={w} rows={rowsOf(view, locks, w)} />
        </div>
        <p>
          <a href={`/help-desk/accounts/${view.id}/lost-factors`}>{t.lostLink}</a>
        </p>
        <h2>{t.actTitle}</h2>
        <p>{t.actIntro}</p>
        <Form visit={visit} action={`/help-desk/accounts/${view.id}`}>
          <PickOne
            name="act"
            words={{ ask: t.act }}
            options={acts.map((a) => [a, `${t.acts[a].name}. ${t.acts[a].hint}`])}
            value={typed.act}
            problems={problems}
            w={w}
          />
          <Box
            name="reason"
            words={{ ask: t.reason, hint: t.reasonHint }}
            value={typed.reason}
            problems={problems}
            max={500}
            long
            w={w}
          />
          <Button>{t.do}</Button>
        </Form>
        <Tickets tickets={await listTicketsOf(db, permit)} w={w} />
        <History events={await listSupportEvents(db, permit)} w={w} />
      </>
    ),
  })
}

const fits = (act: SupportAct, { status }: SupportView): boolean =>
  act === 'restore' ? status === 'suspended' : act === 'unlock' || act === 'end-sessions' || status === 'active'

const FOR_GOOD = new Date('9000-01-01T00:00:00Z')

function rowsOf(v: SupportView, locks: readonly { scope: string; until: Date }[], w: Words) {
  const t = w.helpDesk
  const locked = locks.map((l) =>
    t.locked(t.lockNames[l.scope] ?? l.scope, l.until > FOR_GOOD ? t.forGood : sayInstant(l.until)),
  )
  return [
    { key: t.loginId, value: v.loginId },
    { key: t.status, value: t.statuses[v.status] },
    { key: t.locks, value: locked.length > 0 ? <strong>{locked.join('. ')}</strong> : t.notLocked },
    {
      key: t.password,
      value: v.hasPassword && v.passwordSince ? t.passwordSince(sayInstant(v.passwordSince)) : t.noPassword,
    },
    { key: t.methods, value: methodsShown(v.methods, w).join(', ') || t.noMethods },
    { key: t.contacts, value: v.contacts.join(', ') },
    { key: t.sessions, value: t.sessionsOpen(v.sessions, v.lastSeen && sayInstant(v.lastSeen)) },
    {
      key: t.roles,
      value:
        v.roles.map((r) => `${w.delegation.roles[r.role]}${r.party ? `: ${r.party}` : ''}`).join('; ') || t.noRoles,
    },
  ]
}

/** "Authenticator app, Phone code ••• ••• 0142": how many and which, never enough to use one. */
function methodsShown(held: MethodsHeld, w: Words): readonly string[] {
  const name = w.account.methodNames
  return [
    ...held.passkeys.map(() => name.passkey),
    ...held.apps.map(() => name.app),
    ...held.phones.map((p) => `${name.phone} ${maskContact(p.value)}`),
    ...held.emails.map((e) => `${name.email} ${maskContact(e.value)}`),
    ...(held.recoveryCodesLeft > 0 ? [w.helpDesk.codesLeft(held.recoveryCodesLeft)] : []),
  ]
}

function Tickets({ tickets, w }: { tickets: readonly Ticket[]; w: Words }): JSX.Element | null {
  const k = w.tickets
  if (tickets.length === 0) return null
  return (
    <Table
      caption={w.helpDesk.ticketsTitle}
      rows={tickets}
      rowKey={(r) => r.id}
      columns={[
        { title: k.number, cell: (r) => <a href={`/help-desk/tickets/${r.id}`}>{ticketNumber(r.number)}</a> },
        { title: k.about, cell: (r) => k.topics[r.topic] },
        { title: k.status, cell: (r) => k.statuses[r.status] },
        { title: k.when, cell: (r) => sayInstant(r.createdAt) },
      ]}
    />
  )
}

function History({ events, w }: { events: readonly SupportEvent[]; w: Words }): JSX.Element {
  const t = w.helpDesk
  return (
    <Table
      caption={t.historyTitle}
      rows={events}
      rowKey={(e) => e.id}
      columns={[
        {
          title: t.historyWhat,
          cell: (e) => (
            <>
              {w.account.events[e.type]}
              {e.reason && <span class="quiet below">{e.reason}</span>}
            </>
          ),
        },
        { title: t.historyWhen, cell: (e) => sayInstant(e.at) },
        { title: t.historyWho, cell: (e) => e.actorName ?? t.owner },
        { title: t.historyFrom, cell: (e) => (e.ip ? `${deviceName(e.userAgent)}, ${e.ip}` : '') },
      ]}
    />
  )
}
