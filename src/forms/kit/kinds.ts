/**
 * The closed set of question kinds. Every output (HTML control, PDF line, docs) is a record exhaustive over
 * `KindName`, so a new kind does not compile until each of them can handle it.
 */
import { count, date, money, percent, year } from './amount-kinds.ts'
import { choice, choices, specialty, yesNo } from './choice-kinds.ts'
import { email, phone, state, zip } from './contact-kinds.ts'
import { ein, npi, ssn } from './identifier-kinds.ts'
import { longText, text } from './text-kinds.ts'

export type { Kind } from './kind.ts'
export {
  choice,
  choices,
  count,
  date,
  ein,
  email,
  longText,
  money,
  npi,
  percent,
  phone,
  specialty,
  ssn,
  state,
  text,
  year,
  yesNo,
  zip,
}

type Many = readonly string[]
export type AnyKind =
  | ReturnType<typeof text<number>>
  | ReturnType<typeof longText>
  | typeof npi
  | typeof ssn
  | typeof ein
  | ReturnType<typeof date>
  | typeof year
  | typeof yesNo
  | ReturnType<typeof choice<Many>>
  | ReturnType<typeof choices<Many>>
  | ReturnType<typeof specialty<Many>>
  | typeof state
  | typeof zip
  | typeof phone
  | typeof email
  | typeof percent
  | typeof money
  | typeof count
export type KindName = AnyKind['name']
