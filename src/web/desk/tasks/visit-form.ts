/** What a visitor fills in at the place, as declared questions; other tasks only have a note. Pure. */
import { resultsOf, type TaskKind, visitQuestions } from '#domain/review/queues/case-tasks.ts'
import { choice, date, longText, yesNo } from '#forms/kit/kinds.ts'
import { type Question, section } from '#forms/kit/section.ts'

const internal = { paper: '', sensitivity: 'internal' } as const

/** The questions of a task's result, in order. */
export const reportSection = (kind: TaskKind) => {
  const visit: Readonly<Record<string, Question>> =
    kind === 'site-visit'
      ? {
          visitedOn: { kind: date('past'), ...internal },
          ...Object.fromEntries(visitQuestions.map((q) => [q, { kind: yesNo, ...internal, optional: true }])),
        }
      : {}
  return section({
    id: 'task-report',
    questions: {
      ...visit,
      note: { kind: longText(2000), ...internal, optional: true },
      result: { kind: choice(...Object.keys(resultsOf(kind))), ...internal },
    } as Readonly<Record<string, Question>>,
  })
}

export const reportNames = (kind: TaskKind): readonly string[] => Object.keys(reportSection(kind).questions)
