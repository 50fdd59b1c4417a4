/** The other applications of a case's packet, with where each stands. */
import type { JSX } from 'preact'
import type { CasePacket } from '#use-cases/packets/packet-of-case.ts'
import { StatusTag, Table } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import { casePath } from './loaded-case.ts'

export function Together({ packet, w }: { readonly packet: CasePacket; readonly w: Words }): JSX.Element {
  const t = w.packets
  return (
    <details class="record-shown">
      <summary>{t.desk.title(packet.others.length)}</summary>
      <p>{t.desk.packet(w.situations.texts[packet.situation].says)}</p>
      <Table
        caption={t.desk.caption}
        rows={packet.others.map((header, i) => ({ header, i }))}
        rowKey={({ header, i }) => header?.id ?? String(i)}
        columns={[
          {
            title: t.application,
            cell: ({ header: h }) =>
              h ? (
                <a class="usa-link" href={casePath(h.id)}>
                  {`${h.form}, ${w.desk.worklist.reasons[h.reason]}, ${w.values.states[h.state] ?? h.state}`}
                </a>
              ) : (
                t.desk.elsewhere
              ),
          },
          { title: t.for, cell: ({ header: h }) => h?.enrolleeName ?? '' },
          { title: t.desk.tracking, cell: ({ header: h }) => h?.trackingNumber ?? '' },
          { title: t.status, cell: ({ header: h }) => h && <StatusTag status={h.status} w={w} /> },
        ]}
      />
    </details>
  )
}
