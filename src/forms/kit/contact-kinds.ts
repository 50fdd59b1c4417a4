/** Where and how somebody is reached: state, ZIP, telephone, e-mail. */
import { isStateCode, type StateCode } from '#domain/party/states.ts'
import { ok, type Result } from '#domain/result.ts'
import { type Kind, no, same } from './kind.ts'

export const state = {
  name: 'state',
  max: 2,
  typed: same,
  schema: { type: 'string', pattern: '^[A-Z]{2}$' },
  parse: (t): Result<StateCode> => {
    const code = t.toUpperCase()
    return isStateCode(code) ? ok(code) : no('not-a-state')
  },
} satisfies Kind<StateCode, 'state'>

/** ZIP or ZIP+4, stored "12345" or "12345-6789". */
export const zip = {
  name: 'zip',
  max: 10,
  typed: same,
  schema: { type: 'string', pattern: '^[0-9]{5}(-[0-9]{4})?$' },
  parse: (t): Result<string> => {
    const m = /^(\d{5})[- ]?(\d{4})?$/.exec(t)
    return m ? ok(m[2] ? `${m[1]}-${m[2]}` : m[1]!) : no('not-a-zip')
  },
} satisfies Kind<string, 'zip'>

/** Ten digits of the North American plan, with or without punctuation; stored as ten digits. */
export const phone = {
  name: 'phone',
  max: 20,
  typed: (v) => v.replace(/^(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3'),
  schema: { type: 'string', pattern: '^[2-9][0-9]{9}$' },
  parse: (t): Result<string> => {
    const digits = t.replace(/[\s().+-]/g, '').replace(/^1(?=\d{10}$)/, '')
    return /^[2-9]\d{9}$/.test(digits) ? ok(digits) : no('not-a-phone')
  },
} satisfies Kind<string, 'phone'>

export const email = {
  name: 'email',
  max: 254,
  typed: same,
  schema: { type: 'string', format: 'email', maxLength: 254 },
  parse: (t): Result<string> =>
    t.length <= 254 && /^[^\s@<>",;:()[\]\\]+@[^\s@.<>",;:()[\]\\]+(\.[^\s@.<>",;:()[\]\\]+)+$/.test(t)
      ? ok(t)
      : no('not-an-email'),
} satisfies Kind<string, 'email'>
