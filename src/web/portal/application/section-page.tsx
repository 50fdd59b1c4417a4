/** The page of every section of every form: its questions, or its list of items. */
import { randomUUID } from 'node:crypto'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { reasonSections } from '#domain/application/reasons.ts'
import { formOf } from '#forms/index.ts'
import { sectionOf } from '#forms/kit/form.ts'
import { ONLY_ITEM } from '#forms/kit/section.ts'
import { reasonSection } from '#forms/reasons/reason-form.ts'
import { page } from '#web/kit/page.ts'
import { notFound, redirect } from '#web/kit/reply.ts'
import { answerItem, askItem } from './ask-section.tsx'
import { manyPostedBy, postedBy } from './question-form.tsx'
import { listItems } from './section-list.tsx'
import { applicationPath } from './section-order.ts'
import { wholeApplication } from './whole-application.ts'

const declaredSection = (form: string, id: string | undefined) => {
  const known = formOf(form)
  if (!known || !id) return undefined
  const own = reasonSections.find((s) => s === id)
  return own ? reasonSection(own, known) : sectionOf(known, id)
}

export const sectionPage = page({
  path: '/applications/:applicationId/sections/:sectionId',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  query: ['from'],

  async get(ask) {
    const whole = await wholeApplication(ask)
    const section = sectionOf(whole.form, ask.params.sectionId ?? '')
    if (!section) return notFound
    if (section.id === 'confirmation') return redirect(applicationPath(ask.subject.id, '/confirm'))
    if (section.repeats) return listItems(ask, whole, section)
    const title = whole.words.sections[section.id]!.title
    return askItem(ask, { whole, section, title, itemId: ONLY_ITEM, stored: whole.file[section.id]?.[0] })
  },
  post: {
    fields: (subject, { sectionId }) => {
      const section = declaredSection(subject.form, sectionId)
      return section && !section.repeats ? postedBy(section) : []
    },
    many: (subject, { sectionId }) => {
      const section = declaredSection(subject.form, sectionId)
      return section ? manyPostedBy(section) : []
    },
    async handle(ask) {
      const whole = await wholeApplication(ask)
      const section = sectionOf(whole.form, ask.params.sectionId ?? '')
      if (!section || section.repeats) return notFound
      const title = whole.words.sections[section.id]!.title
      return answerItem(ask, { whole, section, title, itemId: ONLY_ITEM, stored: whole.file[section.id]?.[0] })
    },
  },
})

/** A new item gets its id when the page is drawn, so that a second click saves the same item again. */
const ITEM_ID = /^[\w-]{1,60}$/

export const itemPage = page({
  path: '/applications/:applicationId/sections/:sectionId/items/:itemId',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  query: ['from'],

  async get(ask) {
    const found = await itemOf(ask, ask.params.itemId === 'new' ? randomUUID() : undefined)
    return found ? askItem(ask, found) : notFound
  },
  post: {
    fields: (subject, { sectionId }) => {
      const section = declaredSection(subject.form, sectionId)
      return section?.repeats ? postedBy(section) : []
    },
    many: (subject, { sectionId }) => {
      const section = declaredSection(subject.form, sectionId)
      return section ? manyPostedBy(section) : []
    },
    async handle(ask) {
      const key = ask.posted.itemKey
      const fresh = ask.params.itemId === 'new' ? (key && ITEM_ID.test(key) ? key : randomUUID()) : undefined
      const found = await itemOf(ask, fresh)
      return found ? answerItem(ask, found) : notFound
    },
  },
})

async function itemOf(ask: Parameters<typeof askItem>[0], fresh: string | undefined) {
  const whole = await wholeApplication(ask)
  const section = sectionOf(whole.form, ask.params.sectionId ?? '')
  if (!section?.repeats) return undefined
  const items = whole.file[section.id] ?? []
  const itemId = fresh ?? ask.params.itemId ?? ''
  const at = items.findIndex((i) => i.id === itemId)
  if (at < 0 && fresh === undefined) return undefined
  const one = whole.words.sections[section.id]!.item?.one ?? ''
  const title = ask.w.portal.section.itemTitle(one, at < 0 ? items.length + 1 : at + 1)
  return { whole, section, title, itemId, stored: items[at] }
}
