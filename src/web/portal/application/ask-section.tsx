/** Shows and saves one item of a section: the middle of the section page and of the item page. */
import type { StoredItem } from '#db/queries/application/application-file.ts'
import type { ApplicationSubject } from '#db/queries/application/applications.ts'
import type { Permit } from '#domain/access/policy.ts'
import { isEditable } from '#domain/application/lifecycle.ts'
import type { Problem } from '#domain/result.ts'
import { asTyped, parseAnswers, type Typed } from '#forms/kit/answers.ts'
import { applies, type Section } from '#forms/kit/section.ts'
import { saveSection } from '#use-cases/application/save-section.ts'
import type { Ask, Post } from '#web/kit/page.ts'
import { Alert, BackLink, ErrorSummary } from '#web/kit/parts.tsx'
import { type Reply, redirect, show } from '#web/kit/reply.ts'
import { typedFrom } from '#web/kit/typed-fields.ts'
import { type Asked, QuestionForm, shownNames, withSaved } from './question-form.tsx'
import { applicationPath, pathAfter, readFrom, sectionPath } from './section-order.ts'
import { type WholeApplication, wholeApplication } from './whole-application.ts'

export type EditAsk = Ask<'application.edit', ApplicationSubject>
type EditPost = Post<'application.edit', ApplicationSubject>
export type EditPermit = Permit<'application.edit'>

interface Item {
  readonly whole: WholeApplication
  readonly section: Section
  /** The heading: the section's title, or "Practice location 2". */
  readonly title: string
  readonly itemId: string
  readonly stored: StoredItem | undefined
}

/** The questions with what is on file. */
export const askItem = (ask: EditAsk, item: Item): Reply =>
  draw(ask, item, { typed: item.stored ? asTyped(item.section, item.stored.answers) : {}, problems: [] })

/** Saves what was posted, or shows the page again with what was typed. */
export async function answerItem(ask: EditPost, item: Item): Promise<Reply> {
  const { whole, section } = item
  const { posted } = ask
  const from = readFrom(ask.query.from)
  const typed: Typed = Object.fromEntries(
    Object.entries(section.questions).map(([name, q]) => [name, typedFrom(name, q, posted)]),
  )
  const complete = withSaved(section, typed, item.stored?.answers ?? {})
  const { answers, problems } = parseAnswers(section, complete, whole.today, whole.file)
  const later = posted.go === 'later'
  const before = posted.shown?.split(',')
  const opened = shownNames(whole, section, complete).filter((n) => before && !before.includes(n) && !complete[n])
  // Without JavaScript a question that an answer opens is first seen now: that is no mistake of anybody.
  if (!later && opened.length > 0 && problems.every((p) => opened.includes(p.at ?? '')))
    return draw(ask, item, { typed, problems: [], opened: true })
  const left = later ? problems.filter((p) => p.code !== 'required') : problems
  if (left.length > 0) return draw(ask, item, { typed, problems: left })
  const saved = await saveSection(
    ask.db,
    ask.permit,
    {
      sectionId: section.id,
      itemId: item.itemId,
      answers,
      seenVersion: posted.seenVersion ? Number(posted.seenVersion) : undefined,
    },
    ask.now,
  )
  if (!saved.ok) return draw(ask, await again(ask, item), { typed, problems: saved.problems })
  const id = whole.header.id
  if (later) return redirect(applicationPath(id), { notice: 'saved' })
  if (section.repeats) return redirect(sectionPath(id, section.id, from), { notice: 'saved' })
  const fresh = await wholeApplication(ask)
  return redirect(pathAfter({ ...fresh, applicationId: id }, section, from))
}

/** The item as it is now, when somebody else saved it meanwhile. */
async function again(ask: EditPost, item: Item): Promise<Item> {
  const whole = await wholeApplication(ask)
  return { ...item, whole, stored: whole.file[item.section.id]?.find((i) => i.id === item.itemId) }
}

interface Drawn {
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly opened?: boolean
}
function draw(ask: EditAsk, item: Item, { typed, problems, opened }: Drawn): Reply {
  const { w, visit, query } = ask
  const { whole, section, title, stored } = item
  const words = whole.words.sections[section.id]!
  const from = readFrom(query.from)
  const stale = problems.some((p) => p.code === 'stale')
  const asked: Asked = {
    whole,
    section,
    words,
    itemId: item.itemId,
    typed,
    saved: stored?.answers ?? {},
    seenVersion: stored?.version,
    problems,
    newer: stale ? stored?.answers : undefined,
    visit,
    w,
  }
  const failed = problems.length > 0
  return show(
    failed ? `${w.layout.errorPrefix}${title}` : title,
    <div class="one-thing">
      <Back whole={whole} section={section} from={from} w={w} />
      <ErrorSummary problems={problems} w={w} nameOf={(at) => words.questions[at]?.ask} />
      {opened && <Alert kind="info">{w.portal.section.oneMore}</Alert>}
      {!applies(section, whole.file) && <Alert kind="info">{w.portal.section.notAsked}</Alert>}
      <h1>{title}</h1>
      {words.intro && <p>{words.intro}</p>}
      {isEditable(whole.header.status) ? (
        <QuestionForm {...asked} />
      ) : (
        <Alert kind="warning">{w.portal.section.closed}</Alert>
      )}
      {stored && (
        <p class="usa-hint saved-at">
          {w.portal.section.savedAt(w.portal.time.at(stored.updatedAt, whole.header.contractorZone))}
        </p>
      )}
    </div>,
    { status: failed ? 422 : 200 },
  )
}

interface BackProps {
  readonly whole: WholeApplication
  readonly section: Section
  readonly from: ReturnType<typeof readFrom>
  readonly w: EditAsk['w']
  /** From a list, back leads out of it; from one of its items, to the list. */
  readonly leave?: boolean
}
export function Back({ whole, section, from, w, leave }: BackProps) {
  const id = whole.header.id
  if (section.repeats && !leave) return <BackLink href={sectionPath(id, section.id, from)} w={w} />
  return from ? (
    <BackLink href={applicationPath(id, `/${from}`)} w={w} label={w.portal.tasks.backTo[from]} />
  ) : (
    <BackLink href={applicationPath(id)} w={w} label={w.portal.tasks.backToList} />
  )
}
