/** Numbers that name a party: NPI, SSN, EIN; spaces and dashes may be typed and are not kept. */
import { isNpi, type Npi } from '#domain/identifiers/npi.ts'
import { digitsOf, type Ein, isEin, isSsn, type Ssn } from '#domain/identifiers/tax-id.ts'
import { ok, type Result } from '#domain/result.ts'
import { type Kind, no, same } from './kind.ts'

export const npi = {
  name: 'npi',
  max: 10,
  typed: same,
  schema: { type: 'string', pattern: '^[12][0-9]{9}$' },
  parse: (t): Result<Npi> => {
    const digits = digitsOf(t)
    return isNpi(digits) ? ok(digits) : no('not-an-npi')
  },
} satisfies Kind<Npi, 'npi'>

export const ssn = {
  name: 'ssn',
  max: 11,
  typed: same,
  schema: { type: 'string', pattern: '^[0-9]{9}$' },
  parse: (t): Result<Ssn> => {
    const digits = digitsOf(t)
    return isSsn(digits) ? ok(digits) : no('not-an-ssn')
  },
} satisfies Kind<Ssn, 'ssn'>

export const ein = {
  name: 'ein',
  max: 10,
  typed: same,
  schema: { type: 'string', pattern: '^[0-9]{9}$' },
  parse: (t): Result<Ein> => {
    const digits = digitsOf(t)
    return isEin(digits) ? ok(digits) : no('not-an-ein')
  },
} satisfies Kind<Ein, 'ein'>
