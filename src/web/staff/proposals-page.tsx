/** /admin/proposals: changes that wait for a second administrator, and what became of earlier ones. */

import { isRowId } from '#db/queries/application/applications.ts'
import { type ListedProposal, listContractors, listProposals, listStaff } from '#db/queries/staff/administration.ts'
import type { Problem } from '#domain/result.ts'
import { sayInstant } from '#use-cases/account/tell-owner.ts'
import { decideProposal } from '#use-cases/admin/request-change.ts'
import { page } from '#web/kit/page.ts'
import { Button, Form, Table } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { type AdminAsk, adminScreen, sayChange, theSite } from './admin-frame.tsx'
import { callerOf, writerOf } from './frame.tsx'

const decisions = ['approve', 'refuse', 'withdraw'] as const

export const proposalsPage = page({
  path: '/admin/proposals',
  action: 'site.administer',
  // An approval puts in force what one administrator alone may not.
  stepUp: true,
  subject: theSite,
  get: (ask) => draw(ask, []),
  post: {
    fields: ['proposal'],
    async handle(ask) {
      const decision = decisions.find((d) => d === ask.posted.go)
      const id = ask.posted.proposal
      if (!decision || !isRowId(id)) return draw(ask, [{ code: 'proposal-over' }])
      const done = await decideProposal(ask.db, ask.permit, writerOf(ask), { id, decision }, callerOf(ask), ask.now)
      return done.ok ? redirect('/admin/proposals', { notice: 'proposal-decided' }) : draw(ask, done.problems)
    },
  },
})

async function draw(ask: AdminAsk, problems: readonly Problem[]) {
  const { db, permit, w, now } = ask
  const t = w.admin
  const proposals = await listProposals(db, permit)
  const known = { staff: await listStaff(db, permit), contractors: await listContractors(db, permit) }
  const isOpen = (p: ListedProposal) => p.status === 'open' && p.expiresAt > now
  const status = (p: ListedProposal) =>
    isOpen(p)
      ? t.openUntil(sayInstant(p.expiresAt))
      : p.status === 'open'
        ? t.statuses.over
        : `${t.statuses[p.status]}: ${p.decidedByName ?? ''}, ${p.decidedAt ? sayInstant(p.decidedAt) : ''}`
  return adminScreen(ask, {
    tab: 'proposals',
    title: t.proposalsTitle,
    problems,
    children:
      proposals.length === 0 ? (
        <p>{t.noProposals}</p>
      ) : (
        <Table
          caption={t.proposalsTitle}
          rows={proposals}
          rowKey={(p) => p.id}
          columns={[
            {
              title: t.what,
              cell: (p) => (
                <>
                  {sayChange(p.change, known, w)}
                  <span class="quiet below">{p.reason}</span>
                </>
              ),
            },
            { title: t.proposedBy, cell: (p) => `${p.proposedByName}, ${sayInstant(p.proposedAt)}` },
            {
              title: t.status,
              cell: (p) => (
                <>
                  {status(p)}
                  {isOpen(p) && Decide(ask, p)}
                </>
              ),
            },
          ]}
        />
      ),
  })
}

function Decide({ w, visit, permit }: AdminAsk, p: ListedProposal) {
  const t = w.admin
  return (
    <Form visit={visit} action="/admin/proposals" class="inline-form">
      <input type="hidden" name="proposal" value={p.id} />
      <div class="form-buttons">
        {p.proposedBy === permit.actor.userId ? (
          <Button go="withdraw" kind="outline">
            {t.withdraw}
          </Button>
        ) : (
          <>
            <Button go="approve">{t.approve}</Button>
            <Button go="refuse" kind="outline">
              {t.refuse}
            </Button>
          </>
        )}
      </div>
    </Form>
  )
}
