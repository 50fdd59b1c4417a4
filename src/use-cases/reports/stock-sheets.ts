/** Sheets of what lies at a desk and who holds it. Pure: counted rows and words in, a sheet out. */
import { type ApplicationStatus, isOpen, statuses } from '#domain/application/lifecycle.ts'
import { daysBetween } from '#domain/dates.ts'
import type { AgeRow, FlowRow, InventoryRow, WorkloadRow } from '#domain/reports/figures.ts'
import type { Sheet } from '#domain/reports/sheet.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'

const OLD = 60
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

export function inventorySheet(counted: readonly InventoryRow[], w: Words): Sheet {
  const t = w.reports
  const all = (Object.keys(statuses) as ApplicationStatus[])
    .filter((s) => s !== 'draft' && isOpen(s) && statuses[s].waitingOn !== 'calendar')
    .map((status) => ({ status, cases: counted.find((r) => r.status === status)?.cases ?? 0 }))
  const total = sum(all.map((r) => r.cases))
  const most = all.reduce((a, b) => (b.cases > a.cases ? b : a))
  const side = (s: ApplicationStatus) => (statuses[s].waitingOn === 'provider' ? t.providerSide : t.contractorSide)
  return {
    name: 'inventory',
    title: t.titles.inventory,
    means: t.means.inventory,
    says: t.says.inventory(total, w.statuses[most.status].name),
    columns: [{ title: t.status }, { title: t.waitsOn }, { title: t.cases, numeric: true }],
    rows: [...all.map((r) => [w.statuses[r.status].name, side(r.status), r.cases]), [t.total, '', total]],
    picture: {
      kind: 'bars',
      parts: [t.cases],
      rows: all.map((r) => ({ label: w.statuses[r.status].name, values: [r.cases] })),
    },
  }
}

export function flowSheet(parts: readonly FlowRow[], w: Words): Sheet {
  const t = w.reports
  const inMonths = parts.some((p) => daysBetween(p.from, p.to) >= 7)
  const of = (key: 'received' | 'ended' | 'open') => parts.map((p) => p[key])
  return {
    name: 'flow',
    title: t.titles.flow,
    means: t.means.flow,
    says: t.says.flow(sum(of('received')), sum(of('ended')), parts.at(-1)?.open ?? 0),
    columns: [
      { title: t.partOf },
      { title: t.received, numeric: true },
      { title: t.ended, numeric: true },
      { title: t.open, numeric: true },
    ],
    rows: parts.map((p) => [t.span(time.day(p.from), time.day(p.to)), p.received, p.ended, p.open]),
    picture: {
      kind: 'lines',
      points: parts.map((p) => (inMonths ? t.shortMonth(p.to) : t.shortDay(p.to))),
      series: [
        { name: t.open, values: of('open') },
        { name: t.received, values: of('received') },
        { name: t.ended, values: of('ended') },
      ],
    },
  }
}

export function agesSheet(bands: readonly AgeRow[], w: Words): Sheet {
  const t = w.reports
  const cases = (b: AgeRow) => b.contractor + b.provider
  const ours = sum(bands.map((b) => b.contractor))
  const theirs = sum(bands.map((b) => b.provider))
  return {
    name: 'ageing',
    title: t.titles.ageing,
    means: t.means.ageing,
    says: t.says.ageing(sum(bands.filter((b) => b.from >= OLD).map(cases)), ours + theirs),
    columns: [
      { title: t.age },
      { title: t.contractorSide, numeric: true },
      { title: t.providerSide, numeric: true },
      { title: t.total, numeric: true },
    ],
    rows: [
      ...bands.map((b) => [t.band(b.from, b.to), b.contractor, b.provider, cases(b)]),
      [t.total, ours, theirs, ours + theirs],
    ],
    picture: {
      kind: 'bars',
      parts: [t.contractorSide, t.providerSide],
      rows: bands.map((b) => ({ label: t.band(b.from, b.to), values: [b.contractor, b.provider] })),
    },
  }
}

const acts = ['contractor', 'provider', 'taken', 'requests', 'recommended', 'decided'] as const

/** People by desk, each desk closed by its own total. */
export function workloadSheet(people: readonly WorkloadRow[], w: Words): Sheet {
  const t = w.reports
  const numbers = (rows: readonly WorkloadRow[]) => acts.map((act) => sum(rows.map((r) => r[act])))
  const held = (rows: readonly WorkloadRow[]) => sum(rows.map((r) => r.contractor + r.provider))
  const desks = [...new Set(people.map((p) => p.contractorName))]
  const nameOf = (p: WorkloadRow) => p.holder ?? t.nobody
  return {
    name: 'workload',
    title: t.titles.workload,
    means: t.means.workload,
    says: t.says.workload(held(people.filter((p) => p.holder)), held(people.filter((p) => !p.holder))),
    columns: [
      { title: t.person },
      { title: t.desk },
      ...[t.withUs, t.withProvider, t.taken, t.requests, t.recommended, t.decided].map((title) => ({
        title,
        numeric: true,
      })),
    ],
    rows: desks.flatMap((desk) => {
      const there = people.filter((p) => p.contractorName === desk)
      return [...there.map((p) => [nameOf(p), desk, ...numbers([p])]), [t.deskTotal, desk, ...numbers(there)]]
    }),
    picture: {
      kind: 'bars',
      parts: [t.withUs, t.withProvider],
      rows: people.map((p) => ({
        label: desks.length > 1 ? `${nameOf(p)}, ${p.contractorName}` : nameOf(p),
        values: [p.contractor, p.provider],
      })),
    },
  }
}
