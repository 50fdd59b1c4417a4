/** One review of all applications of a packet that the visitor signs: each with its own words, hash and signature. */
import { randomUUID } from 'node:crypto'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { authorize } from '#domain/access/policy.ts'
import type { Problem } from '#domain/result.ts'
import { PaperBlocks } from '#letters/html.tsx'
import { recordFrame } from '#letters/record-frame.ts'
import { signerOf, submittedPaper } from '#letters/submitted-record.ts'
import { type Frozen, freezeApplication } from '#use-cases/application/freeze-application.ts'
import type { Signature } from '#use-cases/application/sign-application.ts'
import { waitsForVisitor } from '#use-cases/packets/packet-standing.ts'
import { submitPacket } from '#use-cases/packets/submit-packet.ts'
import { type Fields, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { notFound, type Reply, redirect, show } from '#web/kit/reply.ts'
import { attestationFor } from '#words/en/attestation.ts'
import { Blocked } from '../signatures/sign-page.tsx'
import { Agree, NameBox } from '../signatures/signature-boxes.tsx'
import { nameOf, type PacketAsk, packetPath, packetRows, packetSubject } from './packet-subject.ts'

const field = (name: string, i: number): string => `${name}-${i}`

/** What the visitor would sign, in the order of the packet; undefined when there is nothing, or not all of it is complete. */
async function toSign(ask: PacketAsk): Promise<readonly Frozen[] | undefined> {
  const { db, visit, w, now } = ask
  const mine = (await packetRows(ask))?.filter(waitsForVisitor)
  if (!mine?.every((r) => r.seen?.complete)) return undefined
  const found: Frozen[] = []
  for (const { applicationId } of mine) {
    const subject = await applicationSubject(db, applicationId)
    const permit = subject && authorize(visit.actor, 'application.sign', subject)
    if (permit?.ok) found.push(await freezeApplication(db, permit.value, w, now))
  }
  return found.length > 0 ? found : undefined
}

/** Whoever may see none of the applications is not told that there is such a packet. */
const elsewhere = async (ask: PacketAsk) =>
  (await packetRows(ask)) ? redirect(packetPath(ask.subject.packet.id)) : notFound

export const packetSignPage = page({
  path: '/packets/:packetId/sign',
  action: 'dashboard.view',
  stepUp: true,
  subject: packetSubject,
  async get(ask) {
    const frozen = await toSign(ask)
    return frozen ? draw(ask, frozen, {}, []) : elsewhere(ask)
  },
  post: {
    fields: ({ packet }) =>
      packet.applicationIds.flatMap((_, i) => ['name', 'agree', 'sha256', 'key'].map((name) => field(name, i))),
    async handle(ask) {
      const { db, visit, subject, posted, services, w, now } = ask
      const frozen = await toSign(ask)
      if (!frozen) return elsewhere(ask)
      const signatures = new Map(frozen.map((f, i): [string, Signature] => [f.header.id, signatureOf(posted, i)]))
      const done = await submitPacket(
        db,
        visit.actor,
        subject.packet.id,
        signatures,
        { site: services.site, words: w },
        now,
      )
      if (!done.ok) return done.problem.code === 'not-found' ? notFound : draw(ask, frozen, posted, done.problems)
      services.wake()
      return redirect(packetPath(subject.packet.id), { notice: done.value.sent ? 'packet-sent' : 'packet-kept' })
    },
  },
})

const signatureOf = (posted: Fields, i: number): Signature => ({
  typedName: posted[field('name', i)] ?? '',
  agreed: posted[field('agree', i)] === 'yes',
  seenSha256: posted[field('sha256', i)] ?? '',
  idempotencyKey: (posted[field('key', i)] ?? '').slice(0, 60) || randomUUID(),
})

function draw(ask: PacketAsk, frozen: readonly Frozen[], posted: Fields, problems: readonly Problem[]): Reply {
  const { w, visit, subject } = ask
  const t = w.packets
  const fields = new Map(
    frozen.flatMap(({ header }, i): (readonly [string, string])[] =>
      (['name', 'agree'] as const).map((name) => [`${header.id}.${name}`, field(name, i)] as const),
    ),
  )
  const shown = problems.map((p) => ({ ...p, at: fields.get(p.at ?? '') ?? p.at ?? '' }))
  const open = frozen.filter((f) => f.open.length > 0)
  return show(
    shown.length > 0 ? `${w.layout.errorPrefix}${t.signTitle}` : t.signTitle,
    <>
      <BackLink href={packetPath(subject.packet.id)} w={w} />
      <ErrorSummary
        problems={shown}
        w={w}
        nameOf={(at) => (at.startsWith('name-') ? w.portal.sign.yourName : undefined)}
      />
      <h1>{t.signTitle}</h1>
      <p class="usa-intro">{t.signIntro}</p>
      {open.map((f) => (
        <section key={f.header.id}>
          <h2>{nameOf(f.header, w)}</h2>
          <Blocked open={f.open} id={f.header.id} w={w} />
        </section>
      ))}
      {open.length === 0 && (
        <Form visit={visit} class="usa-form usa-form--large">
          {frozen.map((f, i) => (
            <One key={f.header.id} frozen={f} i={i} posted={posted} problems={shown} ask={ask} />
          ))}
          <Button>{t.button}</Button>
        </Form>
      )}
    </>,
    { status: shown.length > 0 ? 422 : 200 },
  )
}

interface OneProps {
  readonly frozen: Frozen
  readonly i: number
  readonly posted: Fields
  readonly problems: readonly Problem[]
  readonly ask: PacketAsk
}
function One({ frozen, i, posted, problems, ask: { w } }: OneProps) {
  const { header, record, sha256 } = frozen
  const t = w.packets
  const what = `${nameOf(header, w)}, ${header.enrolleeName}`
  const attestation = attestationFor(header.form, header.reason)
  const at = (name: string) => problems.find((p) => p.at === field(name, i))
  const { blocks } = submittedPaper(record, recordFrame(record, w))
  return (
    <section class="confirm-part">
      <h2>{what}</h2>
      <details class="record-shown">
        <summary>{t.show(what)}</summary>
        <section class="signed-document" aria-label={what}>
          <PaperBlocks blocks={blocks} />
        </section>
      </details>
      <p class="fingerprint">
        {w.portal.sign.hash}: <code>{sha256}</code>
      </p>
      <ul class="usa-list">
        {attestation.summary.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <input type="hidden" name={field('sha256', i)} value={sha256} />
      <input type="hidden" name={field('key', i)} value={posted[field('key', i)] ?? randomUUID()} />
      <NameBox
        id={field('name', i)}
        name={signerOf(record)}
        typed={posted[field('name', i)] ?? ''}
        problem={at('name')}
        w={w}
      />
      <Agree
        id={field('agree', i)}
        agree={attestation.agree}
        agreed={posted[field('agree', i)] === 'yes'}
        problem={at('agree')}
        w={w}
      />
    </section>
  )
}
