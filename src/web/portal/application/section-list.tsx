/** The list of a repeating section: what was added, add another, change, remove, put back. */
import { findFile } from '#db/queries/application/application-file.ts'
import { sectionProgress } from '#forms/kit/form.ts'
import { linesOf } from '#forms/kit/say.ts'
import type { Item, Section } from '#forms/kit/section.ts'
import { Alert, Form, SummaryList } from '#web/kit/parts.tsx'
import { type Reply, show } from '#web/kit/reply.ts'
import { Back, type EditAsk } from './ask-section.tsx'
import { applicationPath, itemPath, pathAfter, readFrom, type sectionPath } from './section-order.ts'
import type { WholeApplication } from './whole-application.ts'

export async function listItems(ask: EditAsk, whole: WholeApplication, section: Section): Promise<Reply> {
  const { w, visit } = ask
  const t = w.portal.section
  const id = whole.header.id
  const from = readFrom(ask.query.from)
  const words = whole.words.sections[section.id]!
  const { one, many } = words.item ?? { one: '', many: '' }
  const { min, max } = section.repeats ?? { min: 0, max: 0 }
  const items = whole.file[section.id] ?? []
  const removed = (await findFile(ask.db, ask.permit, true))[section.id] ?? []
  const { problems } = sectionProgress(section, whole.file, whole.today)
  const rowsOf = (item: Item) =>
    linesOf(section, words, item.answers, w.values)
      .filter((line) => line.given)
      .map((line) => ({ key: line.ask, value: line.said }))
  return show(
    words.title,
    <div class="one-thing">
      <Back whole={whole} section={section} from={from} w={w} leave />
      <h1>{words.title}</h1>
      {words.intro && <p>{words.intro}</p>}
      <p>{items.length === 0 ? t.listEmpty(many) : t.listCount(items.length, one, many)}</p>
      {items.length < min && <Alert kind="info">{t.atLeast(min, one, many)}</Alert>}
      {problems
        .filter((p) => p.itemId === '')
        .map((p) => (
          <Alert kind="warning" key={p.code}>
            {w.say(p)}
          </Alert>
        ))}
      <ol class="item-list">
        {items.map((item, i) => (
          <li class="item-list__item" key={item.id}>
            <h2>
              {t.itemTitle(one, i + 1)}
              {problems.some((p) => p.itemId === item.id) && (
                <span class="usa-tag item-list__open">{t.notFinished}</span>
              )}
            </h2>
            <SummaryList rows={rowsOf(item)} w={w} />
            <p class="item-list__actions">
              <a class="usa-link" href={itemPath(id, section.id, item.id, from)}>
                {w.layout.change}
                <span class="usa-sr-only">{` ${t.itemTitle(one, i + 1)}`}</span>
              </a>
              <a class="usa-link" href={removePath(id, section.id, item.id, from)}>
                {w.layout.remove}
                <span class="usa-sr-only">{` ${t.itemTitle(one, i + 1)}`}</span>
              </a>
            </p>
          </li>
        ))}
      </ol>
      <p class="form-buttons">
        {items.length < max ? (
          <a class="usa-button usa-button--outline" href={itemPath(id, section.id, 'new', from)}>
            {items.length === 0 ? t.addFirst(one) : t.add(one)}
          </a>
        ) : (
          t.addFull(max, many)
        )}
        <a class="usa-button" href={pathAfter({ ...whole, applicationId: id }, section, from)}>
          {w.layout.continue}
        </a>
      </p>
      {removed.length > 0 && (
        <section>
          <h2>{t.removed(many)}</h2>
          {removed.map((item) => (
            <Form
              visit={visit}
              class="removed-items__item"
              action={restorePath(id, section.id, item.id, from)}
              key={item.id}
            >
              <SummaryList rows={rowsOf(item).slice(0, 4)} w={w} />
              <button type="submit" class="usa-button usa-button--outline">
                {t.putBack}
                <span class="usa-sr-only">{` ${rowsOf(item)[0]?.value ?? one}`}</span>
              </button>
            </Form>
          ))}
        </section>
      )}
    </div>,
  )
}

type From = Parameters<typeof sectionPath>[2]
const suffix = (from: From) => (from ? `?from=${from}` : '')
const removePath = (id: string, sectionId: string, itemId: string, from: From) =>
  applicationPath(id, `/sections/${sectionId}/items/${itemId}/remove${suffix(from)}`)
const restorePath = (id: string, sectionId: string, itemId: string, from: From) =>
  applicationPath(id, `/sections/${sectionId}/items/${itemId}/restore${suffix(from)}`)
