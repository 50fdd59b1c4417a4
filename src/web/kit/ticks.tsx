/** Radio buttons and check boxes whose options need a line of explanation each. */
import type { JSX } from 'preact'
import type { Problem } from '#domain/result.ts'
import type { Words } from '#words/index.ts'

export interface TickOption {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}
interface TicksProps {
  readonly name: string
  readonly legend: string
  readonly options: readonly TickOption[]
  /** Joined by commas, when several can be picked. */
  readonly value: string | undefined
  readonly many?: boolean
  readonly problems?: readonly Problem[] | undefined
  readonly w: Words
}
export function Ticks({ name, legend, options, value, many, problems = [], w }: TicksProps): JSX.Element {
  const problem = problems.find((p) => p.at === name)
  const kind = many ? 'checkbox' : 'radio'
  const picked = (value ?? '').split(',')
  return (
    <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
      <fieldset class="usa-fieldset" id={name} tabIndex={-1} aria-describedby={problem ? `${name}-error` : undefined}>
        <legend class="usa-legend">{legend}</legend>
        {problem && (
          <span class="usa-error-message" id={`${name}-error`}>
            {w.say(problem)}
          </span>
        )}
        {options.map((o) => (
          <div class={many ? 'usa-checkbox' : 'usa-radio'} key={o.value}>
            <input
              class={many ? 'usa-checkbox__input usa-checkbox__input--tile' : 'usa-radio__input usa-radio__input--tile'}
              type={kind}
              id={`${name}-${o.value}`}
              name={name}
              value={o.value}
              checked={picked.includes(o.value)}
            />
            <label class={many ? 'usa-checkbox__label' : 'usa-radio__label'} for={`${name}-${o.value}`}>
              {o.label}
              {o.hint && <span class="usa-checkbox__label-description">{o.hint}</span>}
            </label>
          </div>
        ))}
      </fieldset>
    </div>
  )
}
