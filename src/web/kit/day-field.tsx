/** One box for a day that goes into an address, for pages that are asked and not sent. */
import type { JSX } from 'preact'
import type { Problem } from '#domain/result.ts'
import type { Words } from '#words/index.ts'

interface DayFieldProps {
  readonly name: string
  readonly value: string
  readonly label: string
  readonly hint: string
  readonly problem?: Problem | undefined
  readonly w: Words
}
/** One box for a day, so that it can stand in an address ("on=2026-03-01"); browsers offer their calendar. */
export const DayField = ({ name, value, label, hint, problem, w }: DayFieldProps): JSX.Element => (
  <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
    <label class="usa-label" for={name}>
      {label}
    </label>
    <div class="usa-hint" id={`${name}-hint`}>
      {hint}
    </div>
    {problem && (
      <span class="usa-error-message" id={`${name}-error`}>
        {w.say(problem)}
      </span>
    )}
    <input
      class={`usa-input usa-input--md${problem ? ' usa-input--error' : ''}`}
      type="date"
      id={name}
      name={name}
      value={value}
      aria-describedby={`${name}-hint${problem ? ` ${name}-error` : ''}`}
      aria-invalid={problem ? 'true' : undefined}
    />
  </div>
)
