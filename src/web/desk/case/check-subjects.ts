/** Who or what a screening check is about, in words. Pure. */
import { readingOf } from '#forms/readings.ts'
import { APPLICANT } from '#use-cases/screening/screening-subjects.ts'
import type { Words } from '#words/index.ts'
import type { LoadedCase } from './loaded-case.ts'

/** The applicant, somebody named in the file, or an item of a section. */
export function subjectNames({ whole, form }: LoadedCase, w: Words): (subject: string) => string {
  const parties = new Map(
    readingOf(form.id)
      .namedParties(whole)
      .map((p) => {
        const [name] = p.names
        return [p.id, name?.organization ?? [name?.first, name?.last].filter(Boolean).join(' ')]
      }),
  )
  return (subject) => {
    if (subject === APPLICANT) return w.desk.screening.applicant
    const party = parties.get(subject)
    const [section = '', item = ''] = subject.split('/')
    const words = w.forms[form.id]?.sections[section]
    if (party) return `${party} (${words?.title ?? section})`
    if (section === 'licenses' && subject.split('/')[2] !== 'number') return subject.split('/').slice(2).join('/')
    const at = (whole[section] ?? []).findIndex((i) => i.id === item)
    return words?.item && at >= 0 ? w.portal.section.itemTitle(words.item.one, at + 1) : (words?.title ?? subject)
  }
}
