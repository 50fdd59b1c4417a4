/** The two things that make a signature: the typed name, and the tick beside what is certified. */
import type { Problem } from '#domain/result.ts'
import type { Words } from '#words/index.ts'

interface BoxProps {
  /** Name of the field, and of its label and error. */
  readonly id: string
  readonly problem: Problem | undefined
  readonly w: Words
}
export const NameBox = ({
  id,
  name,
  typed,
  problem,
  w,
  hint = w.portal.sign.nameHint(name),
}: BoxProps & { readonly name: string; readonly typed: string; readonly hint?: string }) => (
  <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
    <label class="usa-label" for={id}>
      {w.portal.sign.yourName}
    </label>
    <div class="usa-hint" id={`${id}-hint`}>
      {hint}
    </div>
    {problem && (
      <span class="usa-error-message" id={`${id}-error`}>
        {w.say(problem)}
      </span>
    )}
    <input
      class={`usa-input${problem ? ' usa-input--error' : ''}`}
      id={id}
      name={id}
      type="text"
      value={typed}
      autocomplete="name"
      spellcheck={false}
      aria-describedby={problem ? `${id}-hint ${id}-error` : `${id}-hint`}
      aria-invalid={problem ? 'true' : undefined}
    />
  </div>
)

export const Agree = ({
  id,
  agree,
  agreed,
  problem,
  w,
}: BoxProps & { readonly agree: string; readonly agreed: boolean }) => (
  <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
    {problem && (
      <span class="usa-error-message" id={`${id}-error`}>
        {w.say(problem)}
      </span>
    )}
    <div class="usa-checkbox">
      <input
        class="usa-checkbox__input"
        type="checkbox"
        id={id}
        name={id}
        value="yes"
        checked={agreed}
        aria-describedby={problem ? `${id}-error` : undefined}
      />
      <label class="usa-checkbox__label" for={id}>
        {agree}
      </label>
    </div>
  </div>
)
