/** The control of every kind of question, by the accessible pattern of USWDS. */
import type { JSX } from 'preact'
import { stateCodes } from '#domain/party/states.ts'
import type { KindName } from '#forms/kit/kinds.ts'
import type { Field } from './field-frame.tsx'
import { area, checkboxes, dateBoxes, input, list, optionsOf, radios } from './field-inputs.tsx'

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
      ['yes', f.words.options?.yes ?? f.w.values.yes],
      ['no', f.words.options?.no ?? f.w.values.no],
    ]),
  choice: (f) => radios(f, optionsOf(f)),
  choices: checkboxes,
  specialty: (f) => list(f, optionsOf(f)),
  state: (f) =>
    list(
      f,
      stateCodes.map((c) => [c, f.w.values.states[c] ?? c] as const),
    ),
  zip: input({ mode: 'numeric', width: 'sm' }),
  phone: input({ type: 'tel', mode: 'tel', width: 'md' }),
  email: input({ type: 'email', mode: 'email' }),
  percent: input({ mode: 'decimal', width: 'sm' }),
  money: input({ mode: 'decimal', width: 'sm' }),
  count: input({ mode: 'numeric', width: 'sm' }),
}
export const Control = (f: Field): JSX.Element => controls[f.kind.name](f)
