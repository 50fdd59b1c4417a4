/** Sheets of how soon and how well it went. Pure: counted rows and words in, a sheet out. */
import type { FirstPassRow, TimelinessRow } from '#domain/reports/figures.ts'
import type { Targets } from '#domain/reports/service-paths.ts'
import type { Sheet } from '#domain/reports/sheet.ts'
import type { Words } from '#words/index.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** With `least`, a path with fewer decisions shows no figure: what is published must not be about one applicant. */
export function timelinessSheet(measured: readonly TimelinessRow[], targets: Targets, w: Words, least = 1): Sheet {
  const t = w.reports
  const shown = measured.filter((r) => r.decided >= least)
  const decided = sum(shown.map((r) => r.decided))
  const few = least > 1 ? t.levels.few(least) : '–'
  return {
    name: 'timeliness',
    title: t.titles.timeliness,
    means: t.means.timeliness,
    says: decided === 0 ? t.nothing : t.says.timeliness(decided, t.percent(sum(shown.map((r) => r.inTime)), decided)),
    columns: [
      { title: t.path },
      ...[t.decided, t.target, t.inTime, t.inTimeShare, t.median, t.ninetieth, t.medianOurs].map((title) => ({
        title,
        numeric: true,
      })),
    ],
    rows: measured.map((r) =>
      r.decided >= least
        ? [
            t.paths[r.path],
            r.decided,
            targets[r.path],
            r.inTime,
            t.percent(r.inTime, r.decided),
            r.median ?? '–',
            r.ninetieth ?? '–',
            r.medianOurs ?? '–',
          ]
        : [t.paths[r.path], least > 1 ? few : r.decided, targets[r.path], '–', '–', '–', '–', '–'],
    ),
    picture: {
      kind: 'bars',
      parts: [],
      rows: shown.flatMap((r) =>
        (
          [
            [t.median, r.median],
            [t.ninetieth, r.ninetieth],
          ] as const
        ).map(([name, days]) => ({
          label: `${t.paths[r.path]}: ${name}`,
          values: [days ?? 0],
          shown: t.days(days ?? 0),
        })),
      ),
    },
  }
}

export function firstPassSheet(forms: readonly FirstPassRow[], w: Words): Sheet {
  const t = w.reports
  const not = (r: FirstPassRow) => r.decided - r.firstPass - r.afterQuestions
  const all = {
    form: t.total,
    decided: sum(forms.map((r) => r.decided)),
    firstPass: sum(forms.map((r) => r.firstPass)),
    afterQuestions: sum(forms.map((r) => r.afterQuestions)),
  }
  return {
    name: 'first-pass',
    title: t.titles['first-pass'],
    means: t.means['first-pass'],
    says: t.says.firstPass(t.percent(all.firstPass, all.decided), all.decided),
    columns: [
      { title: t.form },
      ...[t.decided, t.firstPass, t.firstPassShare, t.afterQuestions, t.notApproved].map((title) => ({
        title,
        numeric: true,
      })),
    ],
    rows: (forms.length === 0 ? [] : [...forms, all]).map((r) => [
      r.form,
      r.decided,
      r.firstPass,
      t.percent(r.firstPass, r.decided),
      r.afterQuestions,
      not(r),
    ]),
    picture: {
      kind: 'bars',
      parts: [t.firstPass, t.afterQuestions, t.notApproved],
      rows: forms.map((r) => ({ label: r.form, values: [r.firstPass, r.afterQuestions, not(r)] })),
    },
  }
}
