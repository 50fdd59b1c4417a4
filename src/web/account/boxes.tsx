/** Boxes of the account pages: text, passwords, codes, radio buttons. Passwords and codes are never filled in again. */
import type { ComponentChildren, JSX } from 'preact'
import { passwordAdvice, passwordRules } from '#domain/access/password.ts'
import type { Problem } from '#domain/result.ts'
import type { Words } from '#words/index.ts'

interface InputProps {
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  readonly value?: string | undefined
  /** "text", "password", "email" or "tel". */
  readonly type?: string
  readonly autocomplete?: string
  readonly mode?: 'numeric' | 'tel' | 'email'
  readonly width?: string
  readonly optional?: boolean
  readonly problems?: readonly Problem[] | undefined
  readonly w: Words
  readonly data?: Readonly<Record<`data-${string}`, string>>
}
/** One box with label, hint and error. Passwords are never filled in again. */
export function Input({
  name,
  label,
  hint,
  value,
  type = 'text',
  autocomplete,
  mode,
  width,
  optional,
  problems = [],
  w,
  data,
}: InputProps): JSX.Element {
  const problem = problems.find((p) => p.at === name)
  const described = [hint ? `${name}-hint` : '', problem ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined
  return (
    <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
      <label class="usa-label" for={name}>
        {label} {optional && <span class="usa-hint">{w.layout.optional}</span>}
      </label>
      {hint && (
        <div class="usa-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {problem && (
        <span class="usa-error-message" id={`${name}-error`}>
          {w.say(problem)}
        </span>
      )}
      <input
        class={`usa-input${problem ? ' usa-input--error' : ''}${width ? ` usa-input--${width}` : ''}`}
        id={name}
        name={name}
        // Types of boxes that differ in nothing that matters here.
        type={type as 'text'}
        value={type === 'password' ? undefined : value}
        inputMode={mode}
        autocomplete={autocomplete ?? 'off'}
        spellcheck={false}
        aria-describedby={described}
        aria-invalid={problem ? 'true' : undefined}
        {...data}
      />
    </div>
  )
}

/** The box for a code: one, so that it can be pasted and filled in by the browser (WCAG 2.2, 3.3.8). */
export const CodeInput = ({
  name,
  label,
  problems,
  w,
}: {
  name: 'code'
  label: string
  problems?: readonly Problem[] | undefined
  w: Words
}): JSX.Element => (
  <Input name={name} label={label} autocomplete="one-time-code" mode="numeric" width="md" problems={problems} w={w} />
)

interface RadiosProps {
  readonly name: string
  readonly legend: string
  readonly options: readonly (readonly [value: string, label: string, hint?: string])[]
  readonly value: string | undefined
  readonly problems?: readonly Problem[] | undefined
  readonly w: Words
}
export function Radios({ name, legend, options, value, problems = [], w }: RadiosProps): JSX.Element {
  const problem = problems.find((p) => p.at === name)
  return (
    <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
      <fieldset class="usa-fieldset" id={name} tabIndex={-1} aria-describedby={problem ? `${name}-error` : undefined}>
        <legend class="usa-legend">{legend}</legend>
        {problem && (
          <span class="usa-error-message" id={`${name}-error`}>
            {w.say(problem)}
          </span>
        )}
        {options.map(([option, label, hint]) => (
          <div class="usa-radio" key={option}>
            <input
              class="usa-radio__input usa-radio__input--tile"
              type="radio"
              id={`${name}-${option}`}
              name={name}
              value={option}
              checked={value === option}
            />
            <label class="usa-radio__label" for={`${name}-${option}`}>
              {label}
              {hint && <span class="usa-checkbox__label-description">{hint}</span>}
            </label>
          </div>
        ))}
      </fieldset>
    </div>
  )
}

type NewPassword = Pick<InputProps, 'name' | 'label' | 'hint' | 'problems' | 'w'>
/** Why the server found a password easy to guess. */
function adviceOn(name: string, problems: readonly Problem[] = [], w: Words): JSX.Element | undefined {
  const said = problems.find((p) => p.at === name)?.with?.advice
  const advice = passwordAdvice.find((a) => a === said)
  return advice && <strong>{w.account.register.advice[advice]} </strong>
}

/** The box for a password that is being chosen; a script may add a switch and a count. */
export const NewPasswordInput = ({ w, ...box }: NewPassword): JSX.Element => (
  <Input
    {...box}
    w={w}
    hint={
      <>
        {box.hint} {adviceOn(box.name, box.problems, w)}
        <a class="usa-link" href="/help/passwords">
          {w.account.register.passwordHelp}
        </a>
      </>
    }
    type="password"
    autocomplete="new-password"
    data={{
      'data-password-meter': '',
      'data-show': w.account.register.showPassword,
      'data-more': w.account.register.charactersMissing,
      'data-enough': w.account.register.longEnough,
      'data-min': String(passwordRules.min),
      'data-strengths': JSON.stringify(w.account.register.strengths),
      'data-advice': JSON.stringify(w.account.register.advice),
    }}
  />
)
