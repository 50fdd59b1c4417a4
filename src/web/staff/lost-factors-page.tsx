/** /help-desk/accounts/:userId/lost-factors: the identity script, and the second person's decision. */

import { accountSubject } from '#db/queries/staff/found-accounts.ts'
import { findLostFactors, type LostFactorsRequest } from '#db/queries/staff/lost-factors.ts'
import { findSupportView } from '#db/queries/staff/support.ts'
import { type IdentityQuestion, identityQuestions } from '#domain/access/identity-script.ts'
import type { Subject } from '#domain/access/policy.ts'
import type { Problem } from '#domain/result.ts'
import { choices } from '#forms/kit/kinds.ts'
import { sayInstant } from '#use-cases/account/tell-owner.ts'
import { askedQuestions, askLostFactors, decideLostFactors } from '#use-cases/help-desk/lost-factors.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, type Post, page } from '#web/kit/page.ts'
import { Alert, Button, Form, SummaryList } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { Box, callerOf, screen, writerOf } from './frame.tsx'

type Asked = Ask<'account.support', Subject>
const boxOf = (q: IdentityQuestion): string => `said-${q}`

export const lostFactorsPage = page({
  path: '/help-desk/accounts/:userId/lost-factors',
  action: 'account.support',
  subject: (db, { userId }) => accountSubject(db, userId),
  stepUp: true,
  get: (ask) => draw(ask, {}, []),
  post: {
    fields: [...identityQuestions.map(boxOf), 'reason'],
    many: ['called-back', 'resets-password'],
    async handle(ask) {
      const { go, reason = '' } = ask.posted
      if (go === 'confirm' || go === 'refuse') return decide(ask, go, reason)
      const said = Object.fromEntries(identityQuestions.map((q) => [q, ask.posted[boxOf(q)]]))
      const input = {
        reason,
        said,
        calledBack: ask.posted['called-back'] === 'yes',
        resetsPassword: ask.posted['resets-password'] === 'yes',
      }
      const done = await askLostFactors(ask.db, ask.permit, input, callerOf(ask), ask.now)
      return done.ok ? redirect(pathOf(ask), { notice: 'second-person' }) : draw(ask, ask.posted, done.problems)
    },
  },
})

const pathOf = (ask: Asked): string => `/help-desk/accounts/${ask.permit.subjectId}/lost-factors`

async function decide(ask: Post<'account.support', Subject>, go: 'confirm' | 'refuse', reason: string) {
  const input = { confirms: go === 'confirm', reason }
  const done = await decideLostFactors(ask.db, ask.permit, writerOf(ask), input, callerOf(ask), ask.now)
  if (!done.ok) return draw(ask, ask.posted, done.problems)
  return redirect(pathOf(ask), { notice: go === 'confirm' ? 'recovery-confirmed' : 'recovery-refused' })
}

async function draw(ask: Asked, typed: Fields, problems: readonly Problem[]) {
  const { db, permit, now, w } = ask
  const t = w.helpDesk
  const view = await findSupportView(db, permit, now)
  const request = await findLostFactors(db, permit)
  const isOpen = request && ['asked', 'waiting', 'open'].includes(request.status)
  return screen({
    w,
    title: `${t.lostTitle}: ${view.name}`,
    problems,
    back: { href: `/help-desk/accounts/${view.id}`, label: t.backToAccount },
    children: (
      <>
        {request && <Request request={request} ask={ask} />}
        {isOpen
          ? Decide(ask, request, typed, problems)
          : Script(ask, await askedQuestions(db, permit), typed, problems)}
      </>
    ),
  })
}

function Request({ request: r, ask: { w } }: { request: LostFactorsRequest; ask: Asked }) {
  const t = w.helpDesk
  const given = [...identityQuestions, 'called-back' as const].flatMap((q) => {
    const answer = r.answers[q]
    return answer ? [{ key: t.questions[q], value: t.answers[answer] }] : []
  })
  const rows = [
    { key: t.status, value: t.waitingStates[r.status] },
    { key: t.askedBy, value: `${r.askedByName}, ${sayInstant(r.askedAt)}` },
    { key: t.reason, value: r.reason },
    ...(r.resetsPassword ? [{ key: t.resetsPassword, value: t.resetsPasswordYes }] : []),
    ...(r.confirmedByName ? [{ key: t.confirmedBy, value: r.confirmedByName }] : []),
    ...(r.opensAt ? [{ key: t.opensAt, value: sayInstant(r.opensAt) }] : []),
  ]
  return (
    <>
      <SummaryList w={w} rows={rows} />
      <h2>{t.answersTitle}</h2>
      <SummaryList w={w} rows={given} />
    </>
  )
}

function Decide(ask: Asked, request: LostFactorsRequest, typed: Fields, problems: readonly Problem[]) {
  const { w, visit, permit } = ask
  const t = w.helpDesk
  const isOwn = request.askedBy === permit.actor.userId
  const mayConfirm = request.status === 'asked' && !isOwn
  return (
    <Form visit={visit}>
      {request.status === 'asked' && (isOwn ? <Alert kind="info">{t.ownRequest}</Alert> : <p>{t.confirmIntro}</p>)}
      <Box
        name="reason"
        words={{ ask: t.reason, hint: t.reasonHint }}
        value={typed.reason}
        problems={problems}
        max={500}
        long
        w={w}
      />
      <div class="form-buttons">
        {mayConfirm && <Button go="confirm">{t.confirm}</Button>}
        <Button go="refuse" kind="outline">
          {isOwn ? t.takeBack : t.refuse}
        </Button>
      </div>
    </Form>
  )
}

function Script(ask: Asked, questions: readonly IdentityQuestion[], typed: Fields, problems: readonly Problem[]) {
  const { w, visit } = ask
  const t = w.helpDesk
  return (
    <Form visit={visit}>
      <p>{t.lostIntro}</p>
      {questions.map((q) => (
        <Box key={q} name={boxOf(q)} words={{ ask: t.questions[q] }} value={typed[boxOf(q)]} optional w={w} />
      ))}
      <Control
        name="called-back"
        kind={choices('yes')}
        words={{ ask: t.calledBack, options: { yes: t.questions['called-back'] } }}
        value={typed['called-back'] ?? ''}
        problem={undefined}
        w={w}
      />
      <Control
        name="resets-password"
        kind={choices('yes')}
        words={{ ask: t.resetsPassword, options: { yes: t.resetsPasswordYes } }}
        value={typed['resets-password'] ?? ''}
        problem={undefined}
        optional
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
      <Button go="ask">{t.lostAsk}</Button>
    </Form>
  )
}
