/** The inputs that questions are asked with: box, radio buttons, ticks, list, date in three boxes, area. */
import type { JSX } from 'preact'
import { Around, describedBy, type Field } from './field-frame.tsx'

interface InputShape {
  readonly type?: 'text' | 'tel' | 'email'
  readonly mode?: 'numeric' | 'decimal' | 'tel' | 'email'
  readonly width?: string
}
/** A box of one line; `width` is one of the widths of USWDS. */
export const input =
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

type Options = readonly (readonly [string, string])[]
/** The options of a question with their words; a missing word shows the code. */
export const optionsOf = (f: Field): Options => {
  const words = f.words.options ?? {}
  return 'options' in f.kind ? f.kind.options.map((o) => [o, words[o] ?? o] as const) : []
}

export const radios = (f: Field, options: Options): JSX.Element => (
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

export const checkboxes = (f: Field): JSX.Element => {
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

export const list = (f: Field, options: Options): JSX.Element => (
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
export const dateBoxes = (f: Field): JSX.Element => {
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

export const area = (f: Field): JSX.Element => (
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
