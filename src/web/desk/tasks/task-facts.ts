/** What one task is, whose, until when, and what was reported, as rows of a list. Pure. */
import type { CaseTask } from '#db/queries/application/case-tasks.ts'
import { taskKinds, visitQuestions } from '#domain/review/queues/case-tasks.ts'
import { sayDay } from '#forms/kit/say.ts'
import type { SummaryRow } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import type { LoadedCase } from '../case/loaded-case.ts'

export function taskRows(
  task: CaseTask,
  loaded: LoadedCase,
  names: ReadonlyMap<string, string>,
  w: Words,
): readonly SummaryRow[] {
  const t = w.desk.tasks
  const who = (id: string) => names.get(id) ?? t.someone
  const at = (d: Date) => time.at(d, loaded.header.contractorZone)
  const { cite } = taskKinds[task.kind]
  const reported = (key: string, value: unknown): readonly SummaryRow[] => {
    if (value === undefined || value === null || value === '') return []
    const said =
      typeof value === 'boolean'
        ? value
          ? w.values.yes
          : w.values.no
        : key === 'visitedOn'
          ? sayDay(String(value), w.values)
          : String(value)
    const words: Readonly<Record<string, string>> = { ...t.visit, visitedOn: t.visitedOn, note: t.note }
    return [{ key: words[key] ?? t.callOffReason, value: said }]
  }
  return [
    { key: t.owner, value: who(task.ownerId) },
    { key: t.due, value: task.state === 'open' ? time.due(task.dueOn, loaded.today) : time.day(task.dueOn) },
    { key: t.state, value: t.openedLine(who(task.openedBy), at(task.openedAt)) },
    ...(cite ? [{ key: t.cite, value: cite }] : []),
    ...(task.closedAt
      ? [
          {
            key: t.result,
            value: task.result
              ? t.resultLine(t.results[task.result] ?? task.result, who(task.closedBy ?? ''), at(task.closedAt))
              : t.calledOff(who(task.closedBy ?? ''), at(task.closedAt)),
          },
        ]
      : []),
    ...['visitedOn', ...visitQuestions, 'note', 'reason'].flatMap((k) => reported(k, task.report[k])),
  ]
}
