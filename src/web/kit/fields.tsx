/** The control of every kind of question: label, hint, error and input, by the accessible pattern of USWDS. */
import type { ComponentChildren, JSX } from 'preact'
import { stateCodes } from '#domain/party/states.ts'
import type { Problem } from '#domain/result.ts'
import type { AnyKind, KindName } from '#forms/kit/kinds.ts'
import type { Question } from '#forms/kit/section.ts'
import type { AnyQuestionWords } from '#forms/kit/words.ts'
import { states } from '#words/en/reference/states.ts'
import type { Words } from '#words/index.ts'

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
const describedBy = (f: Field) => [hintId(f), errorId(f)].filter(Boolean).join(' ') || undefined

function Around({ f, children, group }: { f: Field; children: ComponentChildren; group?: boolean }): JSX.Element {
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

interface InputShape {
  readonly type?: 'text' | 'tel' | 'email'
  readonly mode?: 'numeric' | 'decimal' | 'tel' | 'email'
  readonly width?: string
}
const input =
  ({ type = 'text', mode, width }: InputShape) =>
  (f: Field): JSX.Element => (
    <Around f={f}>
      <input
        class={`usa-input${f.problem ? ' usa-input--error' : ''}${width ? ` usa-input--${width}` : ''}`}
        id={f.name}
        name={f.name}
        // Preact's types want one literal; a phone or e-mail box is a text box with another keyboard.
        type={type as 'text'}
        value={f.value}
        inputMode={mode}
        maxLength={'max' in f.kind ? (f.kind.max ?? 0) + 20 || undefined : undefined}
        autocomplete={f.autocomplete}
        aria-describedby={describedBy(f)}
        aria-invalid={f.problem ? 'true' : undefined}
        spellcheck={false}
      />
    </Around>
  )

const optionsOf = (f: Field): readonly (readonly [string, string])[] => {
  const words = f.words.options ?? {}
  return 'options' in f.kind ? f.kind.options.map((o) => [o, words[o] ?? o] as const) : []
}

const radios = (f: Field, options: readonly (readonly [string, string])[]): JSX.Element => (
  <Around f={f} group>
    {options.map(([value, label]) => (
      <div class="usa-radio" key={value}>
        <input
          class="usa-radio__input usa-radio__input--tile"
          type="radio"
          id={`${f.name}-${value}`}
          name={f.name}
          value={value}
          checked={f.value === value}
        />
        <label class="usa-radio__label" for={`${f.name}-${value}`}>
          {label}
        </label>
      </div>
    ))}
  </Around>
)

const checkboxes = (f: Field): JSX.Element => {
  const picked = f.value.split(',')
  return (
    <Around f={f} group>
      {optionsOf(f).map(([value, label]) => (
        <div class="usa-checkbox" key={value}>
          <input
            class="usa-checkbox__input usa-checkbox__input--tile"
            type="checkbox"
            id={`${f.name}-${value}`}
            name={f.name}
            value={value}
            checked={picked.includes(value)}
          />
          <label class="usa-checkbox__label" for={`${f.name}-${value}`}>
            {label}
          </label>
        </div>
      ))}
    </Around>
  )
}

const list = (f: Field, options: readonly (readonly [string, string])[]): JSX.Element => (
  <Around f={f}>
    <select
      class="usa-select"
      id={f.name}
      name={f.name}
      aria-describedby={describedBy(f)}
      aria-invalid={f.problem ? 'true' : undefined}
      autocomplete={f.autocomplete}
    >
      <option value="">{`- ${f.w.layout.choose} -`}</option>
      {options.map(([value, label]) => (
        <option key={value} value={value} selected={f.value === value}>
          {label}
        </option>
      ))}
    </select>
  </Around>
)

/** Three boxes; `datePosted` joins them again. */
const dateBoxes = (f: Field): JSX.Element => {
  const [y = '', m = '', d = ''] = f.value.split('-')
  const boxes = [
    ['month', f.w.layout.month, m, 2],
    ['day', f.w.layout.day, d, 2],
    ['year', f.w.layout.year, y, 4],
  ] as const
  return (
    <Around f={f} group>
      <div class="usa-memorable-date">
        {boxes.map(([part, label, value, size]) => (
          <div class={`usa-form-group usa-form-group--${part}`} key={part}>
            <label class="usa-label" for={`${f.name}-${part}`}>
              {label}
            </label>
            <input
              class={`usa-input${f.problem ? ' usa-input--error' : ''}`}
              id={`${f.name}-${part}`}
              name={`${f.name}-${part}`}
              inputMode="numeric"
              maxLength={size}
              value={value}
              autocomplete={f.autocomplete === 'bday' ? `bday-${part}` : f.autocomplete}
            />
          </div>
        ))}
      </div>
    </Around>
  )
}

const area = (f: Field): JSX.Element => (
  <Around f={f}>
    <textarea
      class="usa-textarea"
      id={f.name}
      name={f.name}
      aria-describedby={describedBy(f)}
      aria-invalid={f.problem ? 'true' : undefined}
    >
      {f.value}
    </textarea>
  </Around>
)

/** Exhaustive: a new kind of question does not compile until it can be asked. */
const controls: { readonly [K in KindName]: (f: Field) => JSX.Element } = {
  text: input({}),
  longText: area,
  npi: input({ mode: 'numeric', width: 'md' }),
  ssn: input({ mode: 'numeric', width: 'md' }),
  ein: input({ mode: 'numeric', width: 'md' }),
  date: dateBoxes,
  year: input({ mode: 'numeric', width: 'xs' }),
  yesNo: (f) =>
    radios(f, [
      ['yes', f.words.options?.yes ?? 'Yes'],
      ['no', f.words.options?.no ?? 'No'],
    ]),
  choice: (f) => radios(f, optionsOf(f)),
  choices: checkboxes,
  specialty: (f) => list(f, optionsOf(f)),
  state: (f) =>
    list(
      f,
      stateCodes.map((c) => [c, states[c]] as const),
    ),
  zip: input({ mode: 'numeric', width: 'sm' }),
  phone: input({ type: 'tel', mode: 'tel', width: 'md' }),
  email: input({ type: 'email', mode: 'email' }),
  percent: input({ mode: 'decimal', width: 'sm' }),
  money: input({ mode: 'decimal', width: 'sm' }),
  count: input({ mode: 'numeric', width: 'sm' }),
}
export const Control = (f: Field): JSX.Element => controls[f.kind.name](f)

/** The names that the control of a question posts. */
export const postedNames = (name: string, q: Pick<Question, 'kind'>): readonly string[] =>
  q.kind.name === 'date' ? [`${name}-month`, `${name}-day`, `${name}-year`] : [name]

/** What was typed for a question, put together from its posted fields. */
export function typedFrom(
  name: string,
  q: Pick<Question, 'kind'>,
  posted: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (q.kind.name !== 'date') return posted[name]
  const [m, d, y] = ['month', 'day', 'year'].map((part) => posted[`${name}-${part}`]?.trim() ?? '') as [
    string,
    string,
    string,
  ]
  return m || d || y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : undefined
}
