/** The page that begins an application: what will be needed, a few plain questions, and one button. */
import type { ComponentChildren } from 'preact'
import type { Subject } from '#domain/access/policy.ts'
import type { Problem } from '#domain/result.ts'
import type { Typed } from '#forms/kit/answers.ts'
import type { Section } from '#forms/kit/section.ts'
import type { AnyQuestionWords } from '#forms/kit/words.ts'
import { Control } from '#web/kit/fields.tsx'
import type { Ask } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { type Reply, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'

export interface BeginForm {
  readonly title: string
  readonly intro: string
  readonly needList: readonly string[]
  readonly questions: Section['questions']
  readonly words: Readonly<Record<string, AnyQuestionWords>>
  /** Said before the questions: a bar that stands in the way. */
  readonly warning?: ComponentChildren
}

/** Draws the questions with what was typed; a draft that is open already is linked. */
export function drawBegin(
  { w, visit }: Ask<'application.start', Subject>,
  form: BeginForm,
  typed: Typed,
  problems: readonly Problem[],
): Reply {
  const t = w.portal.start
  const open = problems.find((p) => p.code === 'application-open')?.with?.applicationId
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${form.title}` : form.title,
    <div class="one-thing">
      <BackLink href="/dashboard" w={w} label={w.layout.dashboard} />
      <ErrorSummary problems={problems} w={w} nameOf={(at) => form.words[at]?.ask} />
      {open && (
        <p>
          <a class="usa-link" href={applicationPath(String(open))}>
            {t.openAlready}
          </a>
        </p>
      )}
      <h1>{form.title}</h1>
      <p class="usa-intro">{form.intro}</p>
      {form.warning}
      <h2>{t.need}</h2>
      <ul class="usa-list">
        {form.needList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Form visit={visit}>
        {Object.entries(form.questions).map(([name, q]) => (
          <div key={name} data-question={name} data-when={q.when?.question} data-is={q.when && String(q.when.is)}>
            <Control
              name={name}
              kind={q.kind}
              words={form.words[name]!}
              value={typed[name] ?? ''}
              problem={problems.find((p) => p.at === name)}
              w={w}
            />
          </div>
        ))}
        <p class="privacy-note">{t.privacy}</p>
        <Button>{t.begin}</Button>
      </Form>
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}
