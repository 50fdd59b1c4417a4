/** Applications that belong together: who has signed each, who is missing, and what the visitor can do about it. */
import type { JSX } from 'preact'
import { isRowId } from '#db/queries/application/applications.ts'
import { can } from '#domain/access/policy.ts'
import { type PacketStanding, waitsForVisitor } from '#use-cases/packets/packet-standing.ts'
import { remindOfPacket } from '#use-cases/packets/remind-packet.ts'
import { page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, Form, StatusTag, Table } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'
import { nameOf, type PacketAsk, packetPath, packetRows, packetSubject } from './packet-subject.ts'

export const packetPage = page({
  path: '/packets/:packetId',
  action: 'dashboard.view',
  subject: packetSubject,
  async get(ask) {
    const { w, subject } = ask
    const rows = await packetRows(ask)
    if (!rows) return notFound
    const t = w.packets
    const title = t.title(w.situations.texts[subject.packet.situation].says)
    const open = rows.filter((r) => r.draft)
    return show(
      title,
      <>
        <BackLink href="/dashboard" w={w} label={w.layout.dashboard} />
        <h1>{title}</h1>
        <p class="usa-intro">{t.intro}</p>
        {open.length === 0 ? (
          <Alert kind="success">{t.allSent}</Alert>
        ) : (
          <Alert kind="warning" title={t.notSent(open.filter((r) => r.signature === 'kept').length, open.length)}>
            {t.notSentMore}
          </Alert>
        )}
        <Table
          caption={t.caption}
          rows={rows}
          rowKey={(r) => r.applicationId}
          columns={[
            { title: t.application, cell: (r) => nameCell(r, ask) },
            { title: t.for, cell: ({ seen }) => seen?.header.enrolleeName ?? t.notShown },
            { title: t.status, cell: (r) => <Status row={r} ask={ask} /> },
            { title: t.signature, cell: (r) => signatureWords(r, ask) },
            ...(open.length > 0 ? [{ title: t.act, cell: (r: PacketStanding) => <Acts row={r} ask={ask} /> }] : []),
          ]}
        />
        <Next rows={rows} ask={ask} />
      </>,
      { wide: true },
    )
  },
})

export const remindPacketPage = page({
  path: '/packets/:packetId/remind',
  action: 'dashboard.view',
  subject: packetSubject,
  post: {
    fields: ['application'],
    async handle({ db, visit, subject, posted, services, w, now }) {
      const applicationId = posted.application
      if (!isRowId(applicationId)) return notFound
      const of = { packetId: subject.packet.id, applicationId }
      const done = await remindOfPacket(db, visit.actor, of, { site: services.site, words: w }, now)
      if (!done.ok) return notFound
      services.wake()
      return redirect(packetPath(subject.packet.id), { notice: 'packet-reminded' })
    },
  },
})

interface RowProps {
  readonly row: PacketStanding
  readonly ask: PacketAsk
}

const nameCell = ({ seen }: PacketStanding, { w }: PacketAsk): JSX.Element | string =>
  seen ? (
    <a class="usa-link" href={applicationPath(seen.header.id)}>
      {nameOf(seen.header, w)}
    </a>
  ) : (
    w.packets.hidden
  )

function Status({ row: { seen, draft }, ask: { w } }: RowProps): JSX.Element {
  const t = w.packets
  if (!seen) return <>{t.notShown}</>
  const { trackingNumber } = seen.header
  return (
    <>
      <StatusTag status={seen.header.status} w={w} />
      <span class="below">
        {draft ? (seen.complete ? t.complete : t.notReady) : trackingNumber && t.sent(trackingNumber)}
      </span>
    </>
  )
}

/** Who signed, or who is missing; of an application that is not theirs the visitor learns only whether it is signed. */
function signatureWords({ seen, signature, mine }: PacketStanding, { w }: PacketAsk): string {
  const t = w.packets
  if (signature === 'closed') return ''
  const signer = seen?.kept?.signerName
  if (signature === 'kept')
    return seen && signer
      ? t.kept(signer, w.portal.time.at(seen.kept!.signedAt, seen.header.contractorZone))
      : t.keptHidden
  if (signature === 'void') return signer ? t.voided(signer) : t.voidedHidden
  if (!seen) return t.missing
  const { request, named } = seen.signers
  if (request?.standing === 'declined') return t.declinedBy(request.name, request.declineReason ?? '')
  if (mine) return t.you
  return named === undefined ? t.nobodyNamed : t.missingOf(named)
}

function Acts({ row, ask }: RowProps): JSX.Element {
  const { w, visit, subject } = ask
  const { seen, applicationId: id } = row
  const t = w.packets
  if (!row.draft || (!seen && !row.remindable)) return <>{t.noAct}</>
  return (
    <>
      {row.remindable && (
        <Form visit={visit} action={packetPath(subject.packet.id, '/remind')} class="inline-form">
          <input type="hidden" name="application" value={id} />
          <Button kind="outline">
            {t.remind}
            <span class="usa-sr-only">{t.remindOf(seen ? nameOf(seen.header, w) : t.hidden)}</span>
          </Button>
        </Form>
      )}
      {seen && (
        <>
          <p>
            <a class="usa-link" href={applicationPath(id, '/signers')}>
              {t.whoSigns}
            </a>
          </p>
          {can(visit.actor, 'application.edit', { id, enrolleeId: seen.header.enrolleeId }) && (
            <p>
              <a class="usa-link" href={applicationPath(id, '/take-out')}>
                {t.takeOut}
              </a>
            </p>
          )}
        </>
      )}
    </>
  )
}

function Next({ rows, ask: { w, subject } }: { readonly rows: readonly PacketStanding[]; readonly ask: PacketAsk }) {
  const t = w.packets
  const mine = rows.filter(waitsForVisitor)
  if (mine.length === 0) return rows.some((r) => r.draft) ? <p>{t.nothingToSign}</p> : null
  if (!mine.every((r) => r.seen?.complete)) return <p>{t.waiting}</p>
  return (
    <p>
      <a class="usa-button" href={packetPath(subject.packet.id, '/sign')}>
        {t.review}
      </a>
    </p>
  )
}
