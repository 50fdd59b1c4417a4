/**
 * Asks the provider for more information, in two steps of one page: pick the questions, then say what is needed.
 * Works without scripts: "Fill in the wording" puts a wording of the library into the box, where it can be changed.
 */
import type { JSX } from 'preact'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { addDays } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { clocks } from '#domain/review/queues/clocks.ts'
import { longText } from '#forms/kit/kinds.ts'
import { requestDevelopment } from '#use-cases/development/request-development.ts'
import { type LibraryWording, wordingLibrary } from '#use-cases/wordings/library.ts'
import { Control } from '#web/kit/fields.tsx'
import { page } from '#web/kit/page.ts'
import { Alert, Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import { showCase } from './case-frame.tsx'
import { type ComparedLine, comparedTasks, onlyDifferences } from './compared-answers.ts'
import { type CaseAsk, casePath, type LoadedCase, loadCase } from './loaded-case.ts'
import { PickQuestions } from './pick-questions.tsx'
import { type Asking, askingFrom, askingNames, beginAsking, titleOf } from './requested-items.ts'
import { sourceAnswers } from './source-answers.ts'

type Reviewing = CaseAsk<'application.review'>

export const requestPage = page({
  path: '/desk/cases/:applicationId/request',
  action: 'application.review',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  query: ['pick'],
  get: (ask) => draw(ask, [], [], new Set((ask.query.pick ?? '').split(',').filter((f) => f !== ''))),
  post: {
    once: true,
    fields: askingNames,
    many: ['pick'],
    async handle(ask) {
      const { db, permit, posted, services, w, now } = ask
      const loaded = await loadCase(ask)
      const library = await wordingLibrary(db, permit)
      if (posted.go === 'pick') {
        const unlike = [...(await differing(ask, loaded)).values()].filter((l) => l.isDifferent)
        const picked = beginAsking(posted.pick ?? '', loaded, library, new Set(unlike.map((l) => l.field)), w)
        return draw(ask, picked, picked.length > 0 ? [] : [{ code: 'items-needed', at: 'pick' }])
      }
      const asking = askingFrom(posted, loaded, library, w)
      if (posted.go === 'again') return draw(ask, [], [], new Set(asking.map((a) => a.field)))
      if (posted.go?.startsWith('fill-')) return draw(ask, asking, [])
      const empty = asking.filter((a) => a.wording.trim() === '')
      if (empty.length > 0)
        return draw(
          ask,
          asking,
          empty.map((a) => ({ code: 'required', at: `wording-${a.index}` })),
        )
      const items = asking.map(({ section, item, question, wording, cite, library: wordingId, version }) => ({
        sectionId: section,
        itemId: item,
        question,
        wording: wording.trim(),
        cite,
        wordingId,
        wordingVersion: version,
      }))
      const sent = await requestDevelopment(db, permit, items, { site: services.site, words: w }, now)
      if (!sent.ok) return draw(ask, asking, sent.problems)
      services.wake()
      return redirect(casePath(ask.subject.id), { notice: 'request-sent' })
    },
  },
})

async function draw(
  ask: Reviewing,
  asking: readonly Asking[],
  problems: readonly Problem[],
  picked: ReadonlySet<string> = new Set(),
) {
  const { w } = ask
  const t = w.desk.decide
  const loaded = await loadCase(ask)
  const due = addDays(loaded.today, clocks.development.days)
  const compared = await differing(ask, loaded)
  return showCase({
    ask,
    loaded,
    tab: 'request',
    problems,
    nameOf: (at) => (at === 'pick' ? undefined : nameOfWording(at, asking, loaded, w)),
    children: !loaded.isWorkable ? (
      <Alert kind="info">
        {loaded.isMine ? t.notNow(w.statuses[loaded.header.status].name) : w.desk.case.takeFirst}
      </Alert>
    ) : (
      <>
        <p>{t.requestIntro(time.day(due))}</p>
        {asking.length === 0 ? (
          <PickQuestions ask={ask} loaded={loaded} picked={picked} differing={compared} />
        ) : (
          <Say
            ask={ask}
            loaded={loaded}
            asking={asking}
            problems={problems}
            library={await wordingLibrary(ask.db, ask.permit)}
            compared={compared}
          />
        )}
      </>
    ),
  })
}

/** By "section/item/question", every answer that is not what the registry or the record says. */
async function differing({ db, permit, w }: Reviewing, loaded: LoadedCase): Promise<ReadonlyMap<string, ComparedLine>> {
  const source = await sourceAnswers(db, permit, loaded.form, loaded.header.enrolleeNpi)
  const tasks = onlyDifferences(comparedTasks(loaded, source.file, w))
  return new Map(tasks.flatMap((t) => t.items.flatMap((i) => i.lines.map((l) => [l.field, l] as const))))
}

interface SayProps {
  readonly ask: Reviewing
  readonly loaded: LoadedCase
  readonly asking: readonly Asking[]
  readonly problems: readonly Problem[]
  readonly library: readonly LibraryWording[]
  readonly compared: ReadonlyMap<string, ComparedLine>
}
function Say({ ask, loaded, asking, problems, library, compared }: SayProps): JSX.Element {
  const { w, visit } = ask
  const t = w.desk.decide
  return (
    <Form visit={visit}>
      <h3>{t.wordTitle}</h3>
      <p>{t.picked(asking.length)}</p>
      {asking.map((a) => (
        <fieldset class="usa-fieldset asked-item" key={a.field}>
          <legend class="usa-legend">{t.item(titleOf(loaded, a.section, a.item, w), a.ask)}</legend>
          <input type="hidden" name={`field-${a.index}`} value={a.field} />
          <Beside line={compared.get(a.field)} w={w} />
          <label class="usa-label" for={`library-${a.index}`}>
            {t.wordingFrom}
          </label>
          <select class="usa-select" id={`library-${a.index}`} name={`library-${a.index}`}>
            {library.map((l) => (
              <option key={l.id} value={l.id} selected={l.id === a.library}>
                {`${l.label} (${l.cite})`}
              </option>
            ))}
          </select>
          <Button kind="unstyled" go={`fill-${a.index}`}>
            {t.fill}
            <span class="usa-sr-only"> {a.ask}</span>
          </Button>
          <Control
            name={`wording-${a.index}`}
            kind={longText(1000)}
            words={{ ask: t.wording }}
            value={a.wording}
            problem={problems.find((p) => p.at === `wording-${a.index}`)}
            w={w}
          />
        </fieldset>
      ))}
      <p class="actions">
        <Button go="send">{t.send}</Button>{' '}
        <Button kind="unstyled" go="again">
          {t.pickAgain}
        </Button>
      </p>
    </Form>
  )
}

/** What was submitted beside what the registry says, so that nobody has to go back to look it up. */
const Beside = ({ line, w }: { line: ComparedLine | undefined; w: Reviewing['w'] }): JSX.Element | null =>
  line?.isDifferent ? (
    <p class="quiet">
      {w.desk.case.submitted}: {line.said}. {w.desk.case.registry}: {line.theirs}.
    </p>
  ) : null

/** "wording-3": which question the refusal is about. */
function nameOfWording(
  at: string,
  asking: readonly Asking[],
  loaded: LoadedCase,
  w: Reviewing['w'],
): string | undefined {
  const a = asking.find((x) => at === `wording-${x.index}`)
  return a && w.desk.decide.item(titleOf(loaded, a.section, a.item, w), a.ask)
}
