/** Everything that was ever believed of an enrollment, as two tables: periods and versions. */
import type { JSX } from 'preact'
import type { KnownPeriod, KnownVersion } from '#db/queries/record-history/known-rows.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { Table } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'

type Spans = Pick<KnownPeriod, 'from' | 'to' | 'knownFrom' | 'knownTo'>
const columnsOf = (w: Words) => {
  const t = w.recordHistory
  const { day } = w.portal.time
  const at = (instant: Date) => day(dayIn(siteZone, instant))
  return [
    { title: t.columns.days, cell: (r: Spans) => t.days(day(r.from), r.to && day(r.to)) },
    { title: t.columns.known, cell: (r: Spans) => t.said(at(r.knownFrom), r.knownTo && at(r.knownTo)) },
  ]
}

export const KnownPeriods = ({
  rows,
  w,
}: {
  readonly rows: readonly KnownPeriod[]
  readonly w: Words
}): JSX.Element => (
  <Table
    caption={w.recordHistory.periods}
    rows={rows}
    rowKey={(r) => r.id}
    columns={[
      { title: w.recordHistory.columns.status, cell: (r) => w.portal.enrollment.statuses[r.status] },
      ...columnsOf(w),
      { title: w.recordHistory.columns.because, cell: (r) => r.because.join('; ') },
    ]}
  />
)

interface VersionsProps {
  readonly rows: readonly KnownVersion[]
  readonly w: Words
}
export function KnownVersions({ rows, w }: VersionsProps): JSX.Element {
  const t = w.recordHistory
  if (rows.length === 0) return <p>{t.noVersions}</p>
  return (
    <Table
      caption={t.versions}
      rows={rows}
      rowKey={(r) => String(r.ordinal)}
      columns={[{ title: t.columns.version, cell: (r) => String(r.ordinal) }, ...columnsOf(w)]}
    />
  )
}
