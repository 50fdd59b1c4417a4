/** One reassignment: both parties, both signatures, how it stands for claims; declining it or taking it back. */
import { type HandshakeSubject, handshakeSubject } from '#db/queries/reassignments/handshakes.ts'
import { listSigners } from '#db/queries/reassignments/signers.ts'
import { missingOf, signersOf } from '#db/queries/reassignments/to-sign.ts'
import { type Action, can } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import type { HoldReason } from '#domain/reassignment/acceptance.ts'
import { proposalLastDay } from '#domain/reassignment/expiry.ts'
import { type Side, states } from '#domain/reassignment/standing.ts'
import type { Problem } from '#domain/result.ts'
import { longText } from '#forms/kit/kinds.ts'
import { lineOf } from '#use-cases/reassignments/member-lines.ts'
import { declineReassignment } from '#use-cases/reassignments/refuse-reassignment.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, SummaryList, type SummaryRow } from '#web/kit/parts.tsx'
import { redirect, type Shown, show } from '#web/kit/reply.ts'
import { StandingShown } from '#web/kit/standing-shown.tsx'
import { tellerOf } from '../delegation/teller.ts'

type OneAsk<A extends Action = 'reassignment.view'> = Ask<A, HandshakeSubject>
const subject = (db: OneAsk['db'], { handshakeId }: OneAsk['params']) => handshakeSubject(db, handshakeId)

export const reassignmentPage = page({
  path: '/reassignments/:handshakeId',
  action: 'reassignment.view',
  subject,
  async get(ask) {
    const { w, visit, subject } = ask
    const { handshake: h } = subject
    const t = w.reassignments.one
    const title = t.title(h.practitioner.name, h.group.name)
    const open = !h.refusedBy && !h.acceptedAt && !h.ended && !h.expired
    return show(
      title,
      <>
        <BackLink href="/reassignments" w={w} label={t.back} />
        <h1>{title}</h1>
        <Facts ask={ask} signers={await signerNames(ask)} />
        <p class="usa-hint">{t.unconfirmed}</p>
        {open && can(visit.actor, 'reassignment.sign', subject) && (
          <div class="form-buttons">
            <a class="usa-button" href="/reassignments">
              {t.signLink}
            </a>
            <a class="usa-button usa-button--outline" href={`/reassignments/${h.id}/decline`}>
              {t.declineTitle}
            </a>
          </div>
        )}
      </>,
    )
  },
})

async function signerNames({ db, subject: { handshake } }: OneAsk): Promise<Readonly<Record<Side, readonly string[]>>> {
  const all = await listSigners(db, [handshake])
  const of = (side: Side) => [...new Set(signersOf(all, handshake, side).map((s) => s.name))]
  return { practitioner: of('practitioner'), group: of('group') }
}

interface FactsProps {
  readonly ask: OneAsk
  readonly signers: Readonly<Record<Side, readonly string[]>>
}
function Facts({ ask: { w, today, services, subject }, signers }: FactsProps) {
  const t = w.reassignments.one
  const { handshake: h } = subject
  const { time } = w.portal
  const { standing } = lineOf(h, undefined, services.eligibility(), today)
  const signature = (side: Side): string => {
    const s = h.signed[side]
    if (s) return t.signedOn(time.at(s.at, siteZone), s.name)
    if (h.refusedBy || h.acceptedAt) return t.unsigned
    return signers[side].length > 0 ? t.unsignedBy(signers[side].join(', ')) : t.nobody
  }
  const held = h.acceptedAt || h.refusedBy ? [] : h.heldBecause
  const rows: readonly (SummaryRow | false | undefined)[] = [
    { key: t.standing, value: <StandingShown standing={standing} w={w} /> },
    { key: t.practitioner, value: `${h.practitioner.name} (NPI ${h.practitioner.npi}). ${signature('practitioner')}` },
    { key: t.group, value: `${h.group.name} (NPI ${h.group.npi}). ${signature('group')}` },
    { key: t.starts, value: time.day(h.startsOn) },
    h.effectiveOn && {
      key: t.effective,
      value: h.because.length > 0 ? `${time.day(h.effectiveOn)} (${h.because.join('; ')})` : time.day(h.effectiveOn),
    },
    { key: t.proposed, value: time.at(h.proposedAt, siteZone) },
    states[standing.state].waitsFor !== 'nobody' && missingOf(h).length > 0 && !h.applicationOpen
      ? { key: t.lastDay, value: time.day(proposalLastDay(dayIn(siteZone, h.proposedAt))) }
      : undefined,
    held.length > 0 && { key: t.held, value: held.map((r) => w.reassignments.held[r as HoldReason] ?? r).join(' ') },
    h.refusal ? { key: t.reason, value: h.refusal } : undefined,
    h.ended && { key: t.ended, value: t.endedBy(w.reassignments.sides[h.ended.side], time.at(h.ended.at, siteZone)) },
    h.ended && { key: t.reason, value: h.ended.reason },
    { key: t.fingerprint, value: <code class="hash">{h.termsSha256}</code> },
  ]
  return <SummaryList w={w} rows={rows.filter((r) => r !== undefined && r !== false)} />
}

export const declineReassignmentPage = page({
  path: '/reassignments/:handshakeId/decline',
  action: 'reassignment.sign',
  subject,
  get: async (ask) => drawDecline(ask, '', []),
  post: {
    fields: ['reason'],
    async handle(ask) {
      const { db, permit, posted, now, services, subject } = ask
      const done = await declineReassignment(db, permit, tellerOf(ask), posted.reason ?? '', now)
      if (!done.ok) return drawDecline(ask, posted.reason ?? '', done.problems)
      services.wake()
      return redirect(`/reassignments/${subject.id}`, { notice: 'reassignment-declined' })
    },
  },
})

function drawDecline(ask: OneAsk<'reassignment.sign'>, reason: string, problems: readonly Problem[]): Shown {
  const { w, visit, subject } = ask
  const t = w.reassignments.one
  const { handshake: h } = subject
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.declineTitle}` : t.declineTitle,
    <>
      <BackLink href={`/reassignments/${h.id}`} w={w} />
      <ErrorSummary problems={problems} w={w} nameOf={() => t.reason} />
      <h1>{t.declineTitle}</h1>
      <p class="usa-intro">{t.title(h.practitioner.name, h.group.name)}</p>
      <p>{t.declineIntro}</p>
      <Form visit={visit}>
        <Control
          name="reason"
          kind={longText(500)}
          words={{ ask: t.reason }}
          value={reason}
          problem={problems.find((p) => p.at === 'reason')}
          w={w}
        />
        <Button kind="secondary">{t.decline}</Button>
      </Form>
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}
