/** The posted fields of a question, and its typed answer put together from them: a date is asked in three boxes. */
import type { Question } from '#forms/kit/section.ts'

/** The names that the control of a question posts. */
export const postedNames = (name: string, q: Pick<Question, 'kind'>): readonly string[] =>
  q.kind.name === 'date' ? [`${name}-month`, `${name}-day`, `${name}-year`] : [name]

/** What was typed for a question, put together from its posted fields. */
export function typedFrom(
  name: string,
  q: Pick<Question, 'kind'>,
  posted: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (q.kind.name !== 'date') return posted[name]
  const [m, d, y] = ['month', 'day', 'year'].map((part) => posted[`${name}-${part}`]?.trim() ?? '') as [
    string,
    string,
    string,
  ]
  return m || d || y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : undefined
}
