/** An enrollment's record as tables: its periods, places, reassignments and versions. */
import type { listLocations, listPeriods, listReassignments } from '#db/queries/enrollment/enrollment-spans.ts'
import type { listVersions } from '#db/queries/enrollment/enrollment-versions.ts'
import type { Day } from '#domain/dates.ts'
import { addressLine } from '#domain/party/address.ts'
import { Table } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'

interface Rows<F extends (...args: never[]) => Promise<unknown>> {
  readonly rows: Awaited<ReturnType<F>>
  readonly w: Words
}
const until = (to: Day | undefined, w: Words) => (to ? w.portal.time.day(to) : w.portal.enrollment.running)

export function Periods({ rows, w }: Rows<typeof listPeriods>) {
  const t = w.portal.enrollment
  return (
    <Table
      caption={t.periods}
      rows={rows}
      rowKey={(p) => `${p.from}-${p.status}`}
      columns={[
        { title: t.status, cell: (p) => t.statuses[p.status] },
        { title: t.from, cell: (p) => w.portal.time.day(p.from) },
        { title: t.to, cell: (p) => until(p.to, w) },
        { title: t.because, cell: (p) => p.because.join('; ') },
      ]}
    />
  )
}

export function Places({ rows, w }: Rows<typeof listLocations>) {
  const t = w.portal.enrollment
  if (rows.length === 0) return <p>{t.noLocations}</p>
  return (
    <Table
      caption={t.locations}
      rows={rows}
      rowKey={(l) => l.itemId}
      columns={[
        { title: t.place, cell: (l) => l.name ?? w.values.notProvided },
        { title: t.address, cell: (l) => `${addressLine(l.address)}${l.public ? '' : ` (${t.hidden})`}` },
        { title: t.from, cell: (l) => w.portal.time.day(l.from) },
        { title: t.to, cell: (l) => until(l.to, w) },
      ]}
    />
  )
}

export function Reassignments({ rows, w }: Rows<typeof listReassignments>) {
  const t = w.portal.enrollment
  if (rows.length === 0) return null
  return (
    <Table
      caption={t.reassignments}
      rows={rows}
      rowKey={(r) => `${r.toNpi}-${r.from}`}
      columns={[
        { title: t.toWhom, cell: (r) => [r.toName, r.toNpi].filter(Boolean).join(', ') },
        { title: t.from, cell: (r) => w.portal.time.day(r.from) },
        { title: t.to, cell: (r) => until(r.to, w) },
      ]}
    />
  )
}

export function Versions({ rows, w, id }: Rows<typeof listVersions> & { readonly id: string }) {
  const t = w.portal.enrollment
  return (
    <Table
      caption={t.versions}
      rows={rows}
      rowKey={(v) => String(v.ordinal)}
      columns={[
        {
          title: t.version,
          cell: (v) => (
            <a class="usa-link" href={`/enrollments/${id}?on=${v.effectiveFrom}`}>
              {`${t.version} ${v.ordinal}`}
            </a>
          ),
        },
        { title: t.from, cell: (v) => w.portal.time.day(v.effectiveFrom) },
        { title: t.to, cell: (v) => until(v.effectiveTo, w) },
      ]}
    />
  )
}
