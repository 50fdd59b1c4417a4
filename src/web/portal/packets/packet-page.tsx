/** Applications that belong together: where each stands, and the way to sign and send them in one go. */
import { type ApplicationHeader, applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { findPacket, type Packet } from '#db/queries/application/packets.ts'
import { authorize, type Subject } from '#domain/access/policy.ts'
import { type PacketStanding, packetStanding } from '#use-cases/packets/submit-packet.ts'
import { type Ask, page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, StatusTag, Table } from '#web/kit/parts.tsx'
import { notFound, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'

export const packetPath = (id: string, rest = ''): string => `/packets/${id}${rest}`

export interface PacketSubject extends Subject {
  readonly packet: Packet
}
export type PacketAsk = Ask<'dashboard.view', PacketSubject>

/** The visitor's own view of a packet; what they may see of it is asked for each application. */
export async function packetSubject(
  db: PacketAsk['db'],
  params: PacketAsk['params'],
  visit: PacketAsk['visit'],
): Promise<PacketSubject | undefined> {
  const own = visitorsOwn(db, params, visit) as Subject | undefined
  const packet = await findPacket(db, params.packetId)
  return own && packet && { ...own, packet }
}

interface Row extends PacketStanding {
  /** Undefined for an application that the visitor may not see. */
  readonly header: ApplicationHeader | undefined
}

/** Undefined when the visitor may see none of the applications. */
export async function packetRows({ db, visit, subject, now }: PacketAsk): Promise<readonly Row[] | undefined> {
  const standing = await packetStanding(db, visit.actor, subject.packet.id, now)
  if (!standing) return undefined
  return Promise.all(
    standing.map(async (s) => {
      const one = await applicationSubject(db, s.applicationId)
      const viewing = one && authorize(visit.actor, 'application.view', one)
      return { ...s, header: viewing?.ok ? await findApplication(db, viewing.value) : undefined }
    }),
  )
}

export const nameOf = (h: ApplicationHeader, w: PacketAsk['w']): string =>
  `${w.forms[h.form]?.short ?? h.form}, ${w.reasons.on(h.form, h.reason)}, ${w.values.states[h.state] ?? h.state}`

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
    const waits = rows.filter((r) => r.draft && r.mine)
    const ready = rows.every((r) => r.complete)
    return show(
      title,
      <>
        <BackLink href="/dashboard" w={w} label={w.layout.dashboard} />
        <h1>{title}</h1>
        <p class="usa-intro">{t.intro}</p>
        <Table
          caption={t.caption}
          rows={rows}
          rowKey={(r) => r.applicationId}
          columns={[
            {
              title: t.application,
              cell: ({ header: h }) =>
                h ? (
                  <a class="usa-link" href={applicationPath(h.id)}>
                    {nameOf(h, w)}
                  </a>
                ) : (
                  t.hidden
                ),
            },
            { title: t.for, cell: ({ header: h }) => h?.enrolleeName ?? w.values.notProvided },
            { title: t.status, cell: ({ header: h }) => (h ? <StatusTag status={h.status} w={w} /> : '') },
            {
              title: t.next,
              cell: ({ header: h, draft, complete, mine }) =>
                !draft && h?.trackingNumber
                  ? t.sent(h.trackingNumber)
                  : !complete
                    ? t.notReady
                    : mine || !draft
                      ? t.ready
                      : h && (
                          <a class="usa-link" href={applicationPath(h.id, '/signers')}>
                            {t.otherSigns}
                          </a>
                        ),
            },
          ]}
        />
        {waits.length === 0 ? (
          <p>{t.nothingToSign}</p>
        ) : ready ? (
          <p>
            <a class="usa-button" href={packetPath(subject.packet.id, '/sign')}>
              {t.review}
            </a>
          </p>
        ) : (
          <p>{t.waiting}</p>
        )}
      </>,
    )
  },
})
