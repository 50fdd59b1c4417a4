/** /help-desk/tickets/:ticketId: what was asked, what the portal knew, and the answer. */
import type { JSX } from 'preact'
import {
  findTicket,
  listTicketEntries,
  type Ticket,
  type TicketEntry,
  ticketSubject,
} from '#db/queries/staff/tickets.ts'
import type { Subject } from '#domain/access/policy.ts'
import { ticketNumber, ticketText } from '#domain/help/ticket.ts'
import type { Problem } from '#domain/result.ts'
import { sayInstant } from '#use-cases/account/tell-owner.ts'
import { handleTicket, type TicketAct, ticketActs } from '#use-cases/help-desk/handle-ticket.ts'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { Button, Form, SummaryList, Timeline } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { Box, callerOf, screen, writerOf } from './frame.tsx'

type Asked = Ask<'ticket.handle', Subject>

export const ticketPage = page({
  path: '/help-desk/tickets/:ticketId',
  action: 'ticket.handle',
  subject: (db, { ticketId }) => ticketSubject(db, ticketId),
  get: (ask) => draw(ask, {}, []),
  post: {
    once: true,
    fields: ['answer', 'note', 'link'],
    async handle(ask) {
      const act: TicketAct = ticketActs.find((a) => a === ask.posted.go) ?? 'answer'
      const input = { act, text: ask.posted[act] ?? '' }
      const done = await handleTicket(ask.db, ask.permit, writerOf(ask), input, callerOf(ask), ask.now)
      return done.ok
        ? redirect(`/help-desk/tickets/${ask.permit.subjectId}`, { notice: 'ticket-saved' })
        : draw(ask, ask.posted, done.problems)
    },
  },
})

async function draw(ask: Asked, typed: Fields, problems: readonly Problem[]) {
  const { db, permit, w } = ask
  const k = w.tickets
  const ticket = await findTicket(db, permit)
  return screen({
    w,
    title: k.requestTitle(ticketNumber(ticket.number)),
    problems,
    back: { href: '/help-desk', label: w.helpDesk.backToDesk },
    children: (
      <>
        <SummaryList w={w} rows={rowsOf(ticket, w)} />
        <h2>{k.said}</h2>
        <Said entries={await listTicketEntries(db, permit)} name={ticket.name} w={w} />
        {ticket.status !== 'closed' && Acts(ask, ticket, typed, problems)}
      </>
    ),
  })
}

function rowsOf(t: Ticket, w: Words) {
  const k = w.tickets
  const known = Object.entries(k.contextNames).flatMap(([key, name]) => {
    const value = t.context[key]
    return value ? [{ key: name, value: key === 'account' ? (k.contextAccounts[value] ?? value) : value }] : []
  })
  return [
    { key: k.who, value: `${t.name}, ${t.email}` },
    { key: k.about, value: k.topics[t.topic] },
    { key: k.status, value: k.statuses[t.status] },
    { key: k.when, value: sayInstant(t.createdAt) },
    { key: k.holder, value: t.holderName ?? k.nobody },
    {
      key: k.account,
      value: t.userId ? <a href={`/help-desk/accounts/${t.userId}`}>{t.userName}</a> : k.noAccount,
    },
    ...(t.applicationId ? [{ key: k.application, value: t.applicationId }] : []),
    ...known,
  ]
}

const Said = ({ entries, name, w }: { entries: readonly TicketEntry[]; name: string; w: Words }): JSX.Element => (
  <Timeline
    steps={entries.map((e) => ({
      when: sayInstant(e.at),
      what: `${w.tickets.kinds[e.kind]}, ${e.authorName ?? name}`,
      detail: e.body ? <span class="said">{e.body}</span> : undefined,
      state: 'done' as const,
    }))}
  />
)

function Acts(ask: Asked, ticket: Ticket, typed: Fields, problems: readonly Problem[]) {
  const { w, visit, permit } = ask
  const k = w.tickets
  const box = (name: 'answer' | 'note' | 'link') => ({ name, value: typed[name], problems, w, max: ticketText.max })
  return (
    <>
      {ticket.holderId !== permit.actor.userId && (
        <Form visit={visit} class="case__action">
          <Button go="take" kind="outline">
            {k.take}
          </Button>
        </Form>
      )}
      <Form visit={visit}>
        <Box {...box('answer')} words={{ ask: k.answer, hint: k.answerHint }} long />
        <Button go="answer">{k.sendAnswer}</Button>
      </Form>
      <Form visit={visit}>
        <Box {...box('note')} words={{ ask: k.note, hint: k.noteHint }} long />
        <Button go="note" kind="outline">
          {k.saveNote}
        </Button>
      </Form>
      {!ticket.userId && (
        <Form visit={visit}>
          <Box {...box('link')} words={{ ask: k.link, hint: k.linkHint }} />
          <Button go="link" kind="outline">
            {k.linkIt}
          </Button>
        </Form>
      )}
      <Form visit={visit}>
        <Button go="close" kind="secondary">
          {k.close}
        </Button>
      </Form>
    </>
  )
}
