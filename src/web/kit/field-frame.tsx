/** What stands around every control: label, hint, where the answer came from, why it is asked, what is wrong. */
import type { ComponentChildren, JSX } from 'preact'
import type { Problem } from '#domain/result.ts'
import type { AnyKind } from '#forms/kit/kinds.ts'
import type { AnyQuestionWords } from '#forms/kit/words.ts'
import type { Words } from '#words/index.ts'

/** One question as it is asked now. */
export interface Field {
  readonly name: string
  readonly kind: AnyKind
  readonly words: AnyQuestionWords
  readonly optional?: boolean | undefined
  readonly value: string
  readonly problem: Problem | undefined
  readonly w: Words
  readonly autocomplete?: string | undefined
  /** Shown under the label: where a prefilled answer came from. */
  readonly source?: string | undefined
}

const hintId = (f: Field) => (f.words.hint || f.source ? `${f.name}-hint` : undefined)
const errorId = (f: Field) => (f.problem ? `${f.name}-error` : undefined)
/** The ids of the hint and the error, for `aria-describedby`. */
export const describedBy = (f: Field) => [hintId(f), errorId(f)].filter(Boolean).join(' ') || undefined

/** Label or legend, hint, reason and error around a control; `group` for several boxes of one question. */
export function Around({
  f,
  children,
  group,
}: {
  f: Field
  children: ComponentChildren
  group?: boolean
}): JSX.Element {
  const text = (
    <>
      {f.words.ask} {f.optional && <span class="usa-hint">{f.w.layout.optional}</span>}
    </>
  )
  const below = (
    <>
      {hintId(f) && (
        <div class="usa-hint" id={hintId(f)}>
          {f.words.hint}
          {f.source && <span class="field-source">{f.source}</span>}
        </div>
      )}
      {f.words.why && (
        <details class="field-why">
          <summary>{f.w.layout.why}</summary>
          <p>{f.words.why}</p>
        </details>
      )}
      {f.problem && (
        <span class="usa-error-message" id={errorId(f)}>
          {f.w.say(f.problem)}
        </span>
      )}
    </>
  )
  const cls = `usa-form-group${f.problem ? ' usa-form-group--error' : ''}`
  if (group)
    return (
      <div class={cls}>
        {/* The id is the link target of the error summary. */}
        <fieldset class="usa-fieldset" id={f.name} tabIndex={-1} aria-describedby={describedBy(f)}>
          <legend class="usa-legend">{text}</legend>
          {below}
          {children}
        </fieldset>
      </div>
    )
  return (
    <div class={cls}>
      <label class="usa-label" for={f.name}>
        {text}
      </label>
      {below}
      {children}
    </div>
  )
}
