/** Sheets of why: what was asked for, and why applications were not approved. Pure: counted rows and words in. */
import type { AskedRow, DecisionRow } from '#domain/reports/figures.ts'
import type { Sheet } from '#domain/reports/sheet.ts'
import type { Words } from '#words/index.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
/** A picture with more bars is a wall; the table has them all. */
const MOST_BARS = 8

/** The same section of two forms is one row. */
export function askedSheet(asked: readonly AskedRow[], w: Words): Sheet {
  const t = w.reports
  const items = new Map<string, number>()
  for (const r of asked) {
    const title = r.sectionId ? (w.forms[r.form]?.sections[r.sectionId]?.title ?? r.sectionId) : t.whole
    items.set(title, (items.get(title) ?? 0) + r.items)
  }
  const rows = [...items].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const total = sum(rows.map((r) => r[1]))
  return {
    name: 'asked',
    title: t.titles.asked,
    means: t.means.asked,
    says: t.says.asked(total, rows[0]?.[0] ?? '–'),
    columns: [{ title: t.section }, { title: t.items, numeric: true }],
    rows: rows.length === 0 ? [] : [...rows, [t.total, total]],
    picture: {
      kind: 'bars',
      parts: [t.items],
      rows: rows.slice(0, MOST_BARS).map(([label, n]) => ({ label, values: [n] })),
    },
  }
}

export function decisionsSheet(counted: readonly DecisionRow[], w: Words): Sheet {
  const t = w.reports
  const names: Readonly<Record<string, string>> = {
    ...w.review.reasons.deny,
    ...w.review.reasons.return,
    ...w.review.reasons.reject,
  }
  const wholes = counted.filter((r) => r.reason === undefined)
  const decided = sum(wholes.map((r) => r.decisions))
  const approved = wholes.find((r) => r.outcome === 'approved')?.decisions ?? 0
  const nameOf = (r: DecisionRow) => (r.reason === undefined ? t.all : (names[r.reason] ?? r.reason))
  return {
    name: 'decisions',
    title: t.titles.decisions,
    means: t.means.decisions,
    says: t.says.decisions(decided, t.percent(approved, decided)),
    columns: [{ title: t.outcome }, { title: t.reason }, { title: t.decisions, numeric: true }],
    rows:
      decided === 0
        ? []
        : [...counted.map((r) => [t.outcomes[r.outcome], nameOf(r), r.decisions]), [t.total, t.all, decided]],
    picture: {
      kind: 'bars',
      parts: [t.decisions],
      rows: [...wholes.filter((r) => r.outcome === 'approved'), ...counted.filter((r) => r.reason !== undefined)].map(
        (r) => ({
          label: r.reason === undefined ? t.outcomes[r.outcome] : `${t.outcomes[r.outcome]}: ${nameOf(r)}`,
          values: [r.decisions],
        }),
      ),
    },
  }
}
