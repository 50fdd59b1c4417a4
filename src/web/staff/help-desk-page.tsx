/** /help-desk: find an account, who waits for a second person, and the queue of requests. What is searched stays out of the address. */
import type { JSX } from 'preact'
import type { FoundAccount } from '#db/queries/staff/found-accounts.ts'
import { type LostFactorsRequest, listLostFactors } from '#db/queries/staff/lost-factors.ts'
import { countTickets, listTickets, type Ticket, type TicketQueue, ticketQueues } from '#db/queries/staff/tickets.ts'
import type { Permit, Subject } from '#domain/access/policy.ts'
import { ticketNumber } from '#domain/help/ticket.ts'
import type { Problem } from '#domain/result.ts'
import { sayInstant } from '#use-cases/account/tell-owner.ts'
import { searchAccounts } from '#use-cases/help-desk/find-accounts.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { Button, Form, Table } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import { Box, callerOf, screen, Tabs } from './frame.tsx'

/** The help desk as a whole. */
const helpDesk = (): Subject => ({ id: 'help-desk' })

export const helpDeskPage = page({
  path: '/help-desk',
  action: 'account.find',
  subject: helpDesk,
  query: ['queue'],
  get: (ask) => draw(ask, {}),
  post: {
    fields: ['find'],
    async handle(ask) {
      const typed = ask.posted.find ?? ''
      const found = await searchAccounts(ask.db, ask.permit, typed, callerOf(ask), ask.now)
      return draw(ask, found.ok ? { typed, found: found.value } : { typed, problems: found.problems })
    },
  },
})

interface Search {
  readonly typed?: string
  readonly found?: readonly FoundAccount[]
  readonly problems?: readonly Problem[]
}

async function draw(ask: Ask<'account.find', Subject>, { typed, found, problems }: Search) {
  const { db, permit, query, w, visit } = ask
  const t = w.helpDesk
  const queue: TicketQueue = ticketQueues.find((q) => q === query.queue) ?? 'open'
  return screen({
    w,
    title: t.title,
    problems,
    wide: true,
    children: (
      <>
        <Form visit={visit} action="/help-desk" class="usa-form usa-form--large search-form">
          <Box name="find" words={{ ask: t.find, hint: t.findHint }} value={typed} problems={problems} w={w} />
          <Button>{t.search}</Button>
        </Form>
        {found && <Found found={found} w={w} />}
        <Waiting requests={await listLostFactors(db, permit)} w={w} />
        <Tickets queue={queue} {...(await ticketsOf(db, permit, queue))} w={w} />
      </>
    ),
  })
}

const ticketsOf = async (
  db: Ask<'account.find', Subject>['db'],
  permit: Permit<'account.find'>,
  queue: TicketQueue,
) => ({
  counts: await countTickets(db, permit),
  tickets: await listTickets(db, permit, queue),
})

function Found({ found, w }: { found: readonly FoundAccount[]; w: Words }): JSX.Element {
  const t = w.helpDesk
  if (found.length === 0) return <p role="status">{t.found(0)}</p>
  return (
    <Table
      caption={t.found(found.length)}
      rows={found}
      rowKey={(a) => a.id}
      columns={[
        { title: t.user, cell: (a) => <a href={`/help-desk/accounts/${a.id}`}>{a.name}</a> },
        { title: t.loginId, cell: (a) => a.loginId },
        { title: t.status, cell: (a) => t.statuses[a.status] },
        { title: t.actsFor, cell: (a) => a.parties.filter(Boolean).join('; ') },
      ]}
    />
  )
}

function Waiting({ requests, w }: { requests: readonly LostFactorsRequest[]; w: Words }): JSX.Element | null {
  const t = w.helpDesk
  if (requests.length === 0) return null
  return (
    <Table
      caption={t.waitingTitle}
      rows={requests}
      rowKey={(r) => r.id}
      columns={[
        { title: t.user, cell: (r) => <a href={`/help-desk/accounts/${r.userId}/lost-factors`}>{r.userName}</a> },
        { title: t.status, cell: (r) => t.waitingStates[r.status] },
        { title: t.askedBy, cell: (r) => r.askedByName },
        { title: t.since, cell: (r) => sayInstant(r.askedAt) },
      ]}
    />
  )
}

interface TicketsProps {
  readonly queue: TicketQueue
  readonly counts: Readonly<Record<TicketQueue, number>>
  readonly tickets: readonly Ticket[]
  readonly w: Words
}
function Tickets({ queue, counts, tickets, w }: TicketsProps): JSX.Element {
  const t = w.helpDesk
  const k = w.tickets
  return (
    <section>
      <h2>{t.ticketsTitle}</h2>
      <Tabs
        label={t.queuesLabel}
        tabs={ticketQueues.map((q) => ({
          href: `/help-desk?queue=${q}`,
          name: t.queues[q],
          isHere: q === queue,
          count: counts[q],
          of: t.requests(counts[q]),
        }))}
      />
      {tickets.length === 0 ? (
        <p>{t.noTickets}</p>
      ) : (
        <Table
          caption={t.queues[queue]}
          rows={tickets}
          rowKey={(r) => r.id}
          columns={[
            { title: k.number, cell: (r) => <a href={`/help-desk/tickets/${r.id}`}>{ticketNumber(r.number)}</a> },
            { title: k.about, cell: (r) => k.topics[r.topic] },
            { title: k.who, cell: (r) => r.userName ?? r.name },
            { title: k.status, cell: (r) => k.statuses[r.status] },
            { title: k.changed, cell: (r) => sayInstant(r.changedAt) },
            { title: k.holder, cell: (r) => r.holderName ?? k.nobody },
          ]}
        />
      )}
    </section>
  )
}
