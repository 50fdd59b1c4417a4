/** Which page follows a section: the next one of its task that applies, or the page the person came from. Pure. */
import type { Day } from '#domain/dates.ts'
import { type Form, sectionProgress } from '#forms/kit/form.ts'
import { applies, type File, type Section } from '#forms/kit/section.ts'

/** Pages that send a person to a section and want them back. */
export const cameFrom = ['check', 'preflight', 'request'] as const
export type CameFrom = (typeof cameFrom)[number]
export const readFrom = (text: string | undefined): CameFrom | undefined => cameFrom.find((c) => c === text)

export const applicationPath = (id: string, rest = ''): string => `/applications/${id}${rest}`
export const sectionPath = (id: string, sectionId: string, from?: CameFrom): string =>
  applicationPath(id, `/sections/${sectionId}${from ? `?from=${from}` : ''}`)
export const itemPath = (id: string, sectionId: string, itemId: string, from?: CameFrom): string =>
  applicationPath(id, `/sections/${sectionId}/items/${itemId}${from ? `?from=${from}` : ''}`)

interface Where {
  readonly applicationId: string
  readonly form: Form
  readonly file: File
  readonly today: Day
}
/**
 * After `check`, `preflight` or `request` only sections that an answer has just opened come in between.
 * Otherwise the rest of the task follows, then the task list.
 */
export function pathAfter({ applicationId, form, file, today }: Where, s: Section, from: CameFrom | undefined): string {
  const sections = form.tasks.find((t) => t.sections.some((x) => x.id === s.id))?.sections ?? []
  const rest = sections.slice(sections.findIndex((x) => x.id === s.id) + 1).filter((x) => applies(x, file))
  const next = from ? rest.find((x) => sectionProgress(x, file, today).progress !== 'complete') : rest[0]
  if (next && from !== 'request') return sectionPath(applicationId, next.id, from)
  return applicationPath(applicationId, from ? `/${from}` : '')
}
