/** The exact words that are signed, their fingerprint, the attestation, and the signature. */
import { randomUUID } from 'node:crypto'
import { type ApplicationSubject, applicationSubject } from '#db/queries/application/applications.ts'
import { packetOf } from '#db/queries/application/packets.ts'
import { listSignatureRequests } from '#db/queries/signatures/signers.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { isAboutRecord } from '#domain/application/reasons.ts'
import type { Problem } from '#domain/result.ts'
import type { Block } from '#letters/document.ts'
import { PaperBlocks } from '#letters/html.tsx'
import { recordFrame } from '#letters/record-frame.ts'
import { signerOf, submittedPaper } from '#letters/submitted-record.ts'
import { type Frozen, freezeApplication } from '#use-cases/application/freeze-application.ts'
import { signApplication } from '#use-cases/application/sign-application.ts'
import { JumpList } from '#web/kit/jump-list.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { type Reply, redirect, show } from '#web/kit/reply.ts'
import { attestationFor } from '#words/en/attestation.ts'
import { ChangesTables, listChanges } from '../application/changes-page.tsx'
import { applicationPath } from '../application/section-order.ts'
import { packetPath } from '../packets/packet-subject.ts'
import { Agree, NameBox } from './signature-boxes.tsx'

type SignAsk = Ask<'application.sign', ApplicationSubject>

/** Where each thing that blocks a signature is settled. */
const settledAt: Readonly<Record<string, string>> = {
  incomplete: '/check',
  'preflight-open': '/preflight',
  'preflight-stopped': '/preflight',
  'answers-open': '/request',
  'fee-open': '/fee',
  'official-not-you': '/sections/authorized-official',
  'nothing-changed': '',
  'edition-over': '/edition',
  'conflicts-open': '/record-changed',
}

export const signPage = page({
  path: '/applications/:applicationId/sign',
  action: 'application.sign',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get(ask) {
    const { db, permit, w, now, subject } = ask
    if (!allows(subject.status, 'submit') && !allows(subject.status, 'answer-development'))
      return redirect(applicationPath(subject.id))
    // What is prepared together is sent together.
    const packet = allows(subject.status, 'submit') ? await packetOf(db, permit) : undefined
    if (packet) return redirect(packetPath(packet))
    return draw(ask, await freezeApplication(db, permit, w, now), {}, [])
  },
  post: {
    fields: ['name', 'agree', 'sha256', 'key'],
    async handle(ask) {
      const { db, permit, w, now, posted, services, subject } = ask
      const signed = await signApplication(
        db,
        permit,
        {
          typedName: posted.name ?? '',
          agreed: posted.agree === 'yes',
          seenSha256: posted.sha256 ?? '',
          idempotencyKey: (posted.key ?? '').slice(0, 60) || randomUUID(),
        },
        { site: services.site, words: w },
        now,
      )
      if (signed.ok) {
        services.wake()
        return redirect(applicationPath(subject.id, '/submitted'))
      }
      return draw(ask, await freezeApplication(db, permit, w, now), posted, signed.problems)
    },
  },
})

async function draw(ask: SignAsk, frozen: Frozen, posted: Fields, problems: readonly Problem[]): Promise<Reply> {
  const { w, visit, subject } = ask
  const t = w.portal.sign
  const attestation = attestationFor(frozen.header.form, frozen.header.reason)
  const { header, record, sha256, open } = frozen
  const first = allows(subject.status, 'submit')
  const title = first ? t.title : t.answerTitle
  const shown = problems.length > 0 ? problems : []
  const changed = isAboutRecord(header) ? await listChanges(ask.db, ask.permit, w) : undefined
  const { blocks } = submittedPaper(record, recordFrame(record, w))
  const asked = (await listSignatureRequests(ask.db, ask.permit)).some(
    (r) => r.userId === ask.permit.actor.userId && !r.declinedAt && !r.signedAt && !r.voidedAt,
  )
  const at = (name: string) => shown.find((p) => p.at === name)
  return show(
    shown.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <>
      <BackLink href={applicationPath(header.id)} w={w} />
      <ErrorSummary problems={shown} w={w} nameOf={(name) => ({ name: t.yourName })[name]} />
      <h1>{title}</h1>
      {open.length > 0 ? (
        <Blocked open={open} id={header.id} w={w} />
      ) : (
        <>
          <p class="usa-intro">{t.intro}</p>
          <Alert kind="info">{t.masked}</Alert>
          {changed && (
            <section>
              <h2>{w.portal.change.diffTitle}</h2>
              <ChangesTables changed={changed} w={w} />
            </section>
          )}
          <JumpList label={w.layout.partsOfPage} jumps={[...partsOf(blocks), { to: 'meaning', title: t.meaning }]} />
          <section class="signed-document" aria-label={t.document}>
            <PaperBlocks blocks={blocks} idOf={partId} />
          </section>
          <p class="fingerprint">
            {t.hash}: <code>{sha256}</code>
          </p>
          <h2 id="meaning">{t.meaning}</h2>
          <ul class="usa-list">
            {attestation.summary.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Form visit={visit}>
            <input type="hidden" name="sha256" value={sha256} />
            <input type="hidden" name="key" value={posted.key ?? randomUUID()} />
            <NameBox id="name" name={signerOf(record)} typed={posted.name ?? ''} problem={at('name')} w={w} />
            <Agree id="agree" agree={attestation.agree} agreed={posted.agree === 'yes'} problem={at('agree')} w={w} />
            <Button>{first ? t.button : t.answerButton}</Button>
          </Form>
          {asked && (
            <p>
              <a class="usa-link" href={applicationPath(header.id, '/sign/decline')}>
                {w.signatures.declineLink}
              </a>
            </p>
          )}
        </>
      )}
    </>,
    { status: shown.length > 0 ? 422 : 200 },
  )
}

const partId = (at: number) => `part-${at}`
const partsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((b, i) => (b.kind === 'heading' && b.level === 2 ? [{ to: partId(i), title: b.text }] : []))

/** What still keeps an application from being signed, and where each thing is settled. */
export function Blocked({ open, id, w }: { open: readonly Problem[]; id: string; w: SignAsk['w'] }) {
  const t = w.portal.sign
  return (
    <Alert kind="warning" title={t.blockedTitle}>
      <ul class="usa-list">
        {open.map((p) => (
          <li key={p.code}>
            {`${w.say(p)}. `}
            <a class="usa-link" href={applicationPath(id, settledAt[p.code] ?? '')}>
              {t.fix[p.code]}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
