/** A person of the contractor decides about a reassignment that both sides signed and the policy held. */
import { type HandshakeSubject, handshakeSubject } from '#db/queries/reassignments/handshakes.ts'
import type { HoldReason } from '#domain/reassignment/acceptance.ts'
import type { Problem } from '#domain/result.ts'
import { longText } from '#forms/kit/kinds.ts'
import { decideReassignment } from '#use-cases/reassignments/decide-reassignment.ts'
import { lineOf } from '#use-cases/reassignments/member-lines.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, SummaryList } from '#web/kit/parts.tsx'
import { redirect, type Shown, show } from '#web/kit/reply.ts'
import { StandingShown } from '#web/kit/standing-shown.tsx'

type DecideAsk = Ask<'reassignment.decide', HandshakeSubject>

export const decideReassignmentPage = page({
  path: '/desk/reassignments/:handshakeId',
  action: 'reassignment.decide',
  subject: (db, { handshakeId }) => handshakeSubject(db, handshakeId),
  query: ['case'],
  get: async (ask) => draw(ask, '', []),
  post: {
    fields: ['reason'],
    async handle(ask) {
      const { db, permit, posted, now, services, w } = ask
      const reason = posted.reason ?? ''
      if (posted.go !== 'accept' && posted.go !== 'return') return draw(ask, reason, [{ code: 'not-a-choice' }])
      const teller = { site: services.site, words: w }
      const done = await decideReassignment(db, permit, teller, { accepts: posted.go === 'accept', reason }, now)
      if (!done.ok) return draw(ask, reason, done.problems)
      services.wake()
      return redirect(backTo(ask), { notice: 'recorded' })
    },
  },
})

const backTo = ({ query }: DecideAsk): string =>
  query.case && /^[0-9a-f-]{36}$/.test(query.case) ? `/desk/cases/${query.case}/reassignments` : '/desk/reassignments'

function draw(ask: DecideAsk, reason: string, problems: readonly Problem[]): Shown {
  const { w, visit, subject, services, today } = ask
  const { handshake: h } = subject
  const t = w.reassignments.desk
  const title = t.decideTitle(h.practitioner.name, h.group.name)
  const { standing } = lineOf(h, undefined, services.eligibility(), today)
  const held = h.heldBecause.map((r) => w.reassignments.held[r as HoldReason] ?? r)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <>
      <BackLink href={backTo(ask)} w={w} label={ask.query.case ? t.back : t.backToQueue} />
      <ErrorSummary problems={problems} w={w} nameOf={() => t.reason} />
      <h1>{title}</h1>
      <SummaryList
        w={w}
        rows={[
          { key: t.claims, value: <StandingShown standing={standing} w={w} /> },
          { key: t.starts, value: w.portal.time.day(h.startsOn) },
          ...(held.length > 0 ? [{ key: w.reassignments.one.held, value: held.join(' ') }] : []),
        ]}
      />
      {standing.state === 'waiting-contractor' && (
        <Form visit={visit}>
          <Control
            name="reason"
            kind={longText(500)}
            words={{ ask: t.reason, hint: t.reasonHint }}
            optional
            value={reason}
            problem={problems.find((p) => p.at === 'reason')}
            w={w}
          />
          <div class="form-buttons">
            <Button go="accept">{t.accept}</Button>
            <Button go="return" kind="outline">
              {t.returnIt}
            </Button>
          </div>
        </Form>
      )}
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}
