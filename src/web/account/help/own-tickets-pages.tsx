/** /help/tickets: what the visitor asked the help desk, the answers, and asking on. */
import { findTicket, listOwnTickets, listTicketEntries, ticketSubject } from '#db/queries/staff/tickets.ts'
import type { Subject } from '#domain/access/policy.ts'
import { ticketNumber, ticketText } from '#domain/help/ticket.ts'
import type { Problem } from '#domain/result.ts'
import { longText } from '#forms/kit/kinds.ts'
import { sayInstant } from '#use-cases/account/tell-owner.ts'
import { askOn } from '#use-cases/help-desk/handle-ticket.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, page, visitorsOwn } from '#web/kit/page.ts'
import { Alert, BackLink, Button, Form, Table, Timeline } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { callerOf, screen } from '../screen.tsx'

export const ownTicketsPage = page({
  path: '/help/tickets',
  action: 'ticket.view',
  subject: visitorsOwn,
  async get({ db, permit, w }) {
    const t = w.tickets
    const tickets = await listOwnTickets(db, permit)
    return screen({
      title: t.ownTitle,
      w,
      children: (
        <>
          {tickets.length === 0 ? (
            <p>{t.ownNone}</p>
          ) : (
            <Table
              caption={t.ownTitle}
              rows={tickets}
              rowKey={(r) => r.id}
              columns={[
                { title: t.number, cell: (r) => <a href={`/help/tickets/${r.id}`}>{ticketNumber(r.number)}</a> },
                { title: t.about, cell: (r) => t.topics[r.topic] },
                { title: t.status, cell: (r) => t.statuses[r.status] },
                { title: t.changed, cell: (r) => sayInstant(r.changedAt) },
              ]}
            />
          )}
          <p>
            <a class="usa-button usa-button--outline" href="/help/contact">
              {t.askTitle}
            </a>
          </p>
        </>
      ),
    })
  },
})

export const ownTicketPage = page({
  path: '/help/tickets/:ticketId',
  action: 'ticket.view',
  subject: (db, { ticketId }) => ticketSubject(db, ticketId),
  get: (ask) => draw(ask, '', []),
  post: {
    once: true,
    fields: ['text'],
    async handle(ask) {
      const text = ask.posted.text ?? ''
      const done = await askOn(ask.db, ask.permit, text, callerOf(ask), ask.now)
      return done.ok
        ? redirect(`/help/tickets/${ask.permit.subjectId}`, { notice: 'ticket-saved' })
        : draw(ask, text, done.problems)
    },
  },
})

async function draw({ db, permit, w, visit }: Ask<'ticket.view', Subject>, text: string, problems: readonly Problem[]) {
  const t = w.tickets
  const ticket = await findTicket(db, permit)
  const entries = await listTicketEntries(db, permit)
  return screen({
    title: `${t.requestTitle(ticketNumber(ticket.number))}: ${t.topics[ticket.topic]}`,
    w,
    problems,
    before: <BackLink href="/help/tickets" w={w} label={t.ownTitle} />,
    children: (
      <>
        <Timeline
          steps={entries.map((e) => ({
            when: sayInstant(e.at),
            what: e.kind === 'asked' ? t.you : e.kind === 'closed' ? t.kinds.closed : t.staff,
            detail: e.body ? <span class="said">{e.body}</span> : undefined,
            state: 'done' as const,
          }))}
        />
        {ticket.status === 'closed' ? (
          <Alert kind="info">{t.isClosed}</Alert>
        ) : (
          <Form visit={visit}>
            <Control
              name="text"
              kind={longText(ticketText.max)}
              words={{ ask: t.more }}
              value={text}
              problem={problems.find((p) => p.at === 'text')}
              w={w}
            />
            <Button>{t.addMore}</Button>
          </Form>
        )}
      </>
    ),
  })
}
