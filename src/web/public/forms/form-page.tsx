/** /forms and /forms/:form: everything a form asks, with when, to gather and to print. The same declared questions as asked. */
import type { JSX } from 'preact'
import { affiliationForm } from '#forms/affiliations/affiliation-form.ts'
import { forms } from '#forms/index.ts'
import { type Form, sectionsOf } from '#forms/kit/form.ts'
import type { Question, Section } from '#forms/kit/section.ts'
import type { AnyQuestionWords, FormWords } from '#forms/kit/words.ts'
import { JumpList } from '#web/kit/jump-list.tsx'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { BackLink, Table } from '#web/kit/parts.tsx'
import { notFound, show } from '#web/kit/reply.ts'
import { askedIf, partAskedIf } from '#words/en/forms/asked-if.ts'
import type { Words } from '#words/index.ts'

/** The application forms, and what is asked on request. */
const shown: readonly Form[] = [...forms, affiliationForm]
const wordsOf = (f: Form, w: Words): FormWords | undefined =>
  f.id === affiliationForm.id ? w.affiliations.form : w.forms[f.id]

const nameOf = (f: Form): string => f.id.toLowerCase()
const countOf = (f: Form): number => sectionsOf(f).reduce((sum, s) => sum + Object.keys(s.questions).length, 0)

export const formsPage = page({
  path: '/forms',
  action: 'public.view',
  subject: nobodysOwn,
  async get({ w }) {
    const t = w.allQuestions
    return show(
      t.listTitle,
      <>
        <h1>{t.listTitle}</h1>
        <p class="usa-intro">{t.listIntro}</p>
        <ul class="usa-list usa-list--unstyled help-topics">
          {shown.map((f) => (
            <li key={f.id}>
              <a href={`/forms/${nameOf(f)}`}>{t.formOf(wordsOf(f, w)?.short ?? f.id, wordsOf(f, w)?.title ?? f.id)}</a>
              <p class="usa-hint">{t.counts(sectionsOf(f).length, countOf(f))}</p>
            </li>
          ))}
        </ul>
      </>,
    )
  },
})

export const formQuestionsPage = page({
  path: '/forms/:form',
  action: 'public.view',
  subject: nobodysOwn,
  async get({ params, w }) {
    const form = shown.find((f) => nameOf(f) === params.form)
    const words = form && wordsOf(form, w)
    if (!form || !words) return notFound
    const t = w.allQuestions
    const title = t.title(words.short)
    return show(
      title,
      <>
        <BackLink href="/forms" w={w} label={t.back} />
        <h1>{title}</h1>
        <p class="usa-intro">{t.intro(form.edition, countOf(form))}</p>
        <JumpList
          label={t.parts}
          jumps={form.tasks.map((task) => ({ to: task.id, title: words.tasks[task.id]?.title ?? task.id }))}
        />
        {form.tasks.map((task) => (
          <section key={task.id} class="all-questions">
            <h2 id={task.id}>{words.tasks[task.id]?.title ?? task.id}</h2>
            {task.sections.map((s) => (
              <Part key={s.id} section={s} words={words} w={w} />
            ))}
          </section>
        ))}
      </>,
      { wide: true },
    )
  },
})

interface PartProps {
  readonly section: Section
  readonly words: FormWords
  readonly w: Words
}
function Part({ section: s, words, w }: PartProps): JSX.Element | null {
  const t = w.allQuestions
  const sw = words.sections[s.id]
  if (!sw) return null
  const rows = Object.entries(s.questions).map(([name, q]) => ({ name, q, qw: sw.questions[name]! }))
  return (
    <>
      <h3>{sw.title}</h3>
      {sw.intro && <p>{sw.intro}</p>}
      {s.gates && s.gates.length > 0 && <p>{t.onlyIf(s.gates.map((g) => partAskedIf(g, words)).join(t.and))}</p>}
      {s.repeats && <p>{t.list(s.repeats.min, s.repeats.max, sw.item?.many ?? t.entries)}</p>}
      <Table
        caption={sw.title}
        rows={rows}
        rowKey={(r) => r.name}
        columns={[
          {
            title: t.question,
            cell: ({ qw }) => (
              <>
                {qw.ask}
                {qw.hint && <span class="quiet below">{qw.hint}</span>}
              </>
            ),
          },
          {
            title: t.when,
            cell: ({ q }) => (q.when ? askedIf(q.when, sw.questions[q.when.question]) : t.always),
          },
          { title: t.answers, cell: ({ q, qw }) => answerOf(q, qw, w) },
          { title: t.seen, cell: ({ q }) => t.seenBy[q.sensitivity] },
          { title: t.box, cell: ({ q }) => q.paper },
        ]}
      />
    </>
  )
}

/** A list longer than this is read when it is chosen from. */
const FEW = 8

function answerOf(q: Question, qw: AnyQuestionWords, { allQuestions: t, values }: Words): string {
  const options = 'options' in q.kind ? q.kind.options.map((o) => qw.options?.[o] ?? o) : []
  const many = q.kind.name === 'choices' ? t.someOf(options.length) : t.oneOf(options.length)
  const said =
    q.kind.name === 'yesNo' ? `${values.yes}, ${values.no}` : options.length > FEW ? many : options.join('; ')
  return [said || t.written, q.optional ? t.optional : ''].filter(Boolean).join('. ')
}
