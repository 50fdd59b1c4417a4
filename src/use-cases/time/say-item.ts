/** A line of the calendar as one sentence without personal data beyond the provider's name. Pure. */
import type { DueItem } from '#domain/time/due-item.ts'
import type { Words } from '#words/index.ts'

/** "License expires, Illinois (Rosa Vega)". */
export function sayItem(i: DueItem, w: Words): string {
  return `${sayWhat(i, w)}, ${w.values.states[i.detail] ?? i.detail} (${i.enrolleeName})`
}

/** The same without whose it is. */
export function sayWhat(i: DueItem, w: Words): string {
  const t = w.time
  if (i.kind === 'report') return t.reports((t.events as Readonly<Record<string, string>>)[i.about] ?? i.about)
  if (i.kind === 'affiliations') return t.what[i.kind]
  const [form = ''] = i.about.split(' ')
  return `${t.what[i.kind]} (${w.forms[form]?.short ?? form})`
}
