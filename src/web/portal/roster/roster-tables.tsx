/** The tables of one roster: what changed, and its rows with those that need attention first. */
import type { RosterChange } from '#db/queries/enrollment/rosters.ts'
import { type Day, siteZone } from '#domain/dates.ts'
import type { RosterRow } from '#domain/roster/again.ts'
import { sayDay } from '#forms/kit/say.ts'
import { Table } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'

/** Rows that are shown on the page; the file has all. */
const MOST_SHOWN = 100

interface ChangesProps {
  readonly rows: readonly RosterChange[]
  readonly caption: string
  readonly w: Words
}
export function Changes({ rows, caption, w }: ChangesProps) {
  const t = w.roster
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(r) => r.id}
      columns={[
        { title: t.change.npi, cell: (r) => <Npi npi={r.npi} /> },
        { title: t.change.what, cell: (r) => t.fields[r.field as keyof typeof t.fields] ?? r.field },
        { title: t.change.was, cell: (r) => said(r.field, r.was, w) },
        { title: t.change.now, cell: (r) => said(r.field, r.now, w) },
        { title: t.change.when, cell: (r) => w.portal.time.at(r.at, siteZone) },
      ]}
    />
  )
}

/** 0: cannot be read, 1: may not bill or excluded, 2: not known, 3: all is well. */
const urgency = (r: RosterRow): number =>
  r.problem !== '' ? 0 : r.billing === 'no' || r.excluded_since !== '' ? 1 : r.billing === 'unknown' ? 2 : 3

export function Rows({ rows, w }: { readonly rows: readonly RosterRow[]; readonly w: Words }) {
  const t = w.roster
  const shown = rows.toSorted((a, b) => urgency(a) - urgency(b)).slice(0, MOST_SHOWN)
  return (
    <Table
      caption={t.resultsCaption(shown.length, rows.length)}
      rows={shown}
      rowKey={(r) => r.line}
      columns={[
        { title: t.result.npi, cell: (r) => (r.problem === '' ? <Npi npi={r.npi} /> : r.npi || t.nothing) },
        { title: t.result.line, numeric: true, cell: (r) => Number(r.line).toLocaleString('en-US') },
        { title: t.result.billing, cell: (r) => <BillingTag row={r} w={w} /> },
        { title: t.result.why, cell: (r) => why(r, w) },
        {
          title: t.result.dates,
          cell: (r) =>
            r.effective_start === ''
              ? t.nothing
              : t.to(
                  said('effective_start', r.effective_start, w),
                  r.effective_end ? said('effective_end', r.effective_end, w) : t.open,
                ),
        },
        { title: t.result.due, cell: (r) => said('revalidation_expected', r.revalidation_expected, w) },
        { title: t.result.orders, cell: (r) => said('orders', r.orders, w) },
      ]}
    />
  )
}

const Npi = ({ npi }: { readonly npi: string }) => (
  <a class="usa-link" href={`/lookup/${npi}`}>
    {npi}
  </a>
)

const BillingTag = ({ row, w }: { readonly row: RosterRow; readonly w: Words }) => {
  const answer = row.problem !== '' ? 'bad' : row.billing
  return (
    <span class={`usa-tag roster-tag roster-tag--${answer}`}>
      {row.problem !== '' ? w.roster.bars.bad : (w.roster.values[row.billing] ?? row.billing)}
    </span>
  )
}

function why(r: RosterRow, w: Words): string {
  if (r.problem !== '') return w.roster.problems[r.problem as keyof typeof w.roster.problems] ?? r.problem
  const reason = said('reason', r.reason, w)
  return r.excluded_since === ''
    ? reason
    : `${reason} ${w.roster.excludedSince(sayDay(r.excluded_since as Day, w.values))}`
}

/** The value of a column in words. */
function said(field: string, value: string, w: Words): string {
  if (value === '') return w.roster.nothing
  const { links, services, statusNames } = w.eligibility
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return sayDay(value as Day, w.values)
  if (field === 'orders')
    return value
      .split(' ')
      .map((s) => services[s as keyof typeof services] ?? w.roster.values[s] ?? s)
      .join(', ')
  if (field === 'reason') return links[value as keyof typeof links] ?? value
  if (field === 'status') return statusNames[value as keyof typeof statusNames] ?? value
  return w.roster.values[value] ?? value
}
