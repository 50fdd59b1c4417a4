import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { eligibilityParameters } from '../eligibility.ts'
import { parameterReader } from './parameters.ts'

const read = parameterReader(eligibilityParameters.shape)
const text = fc.oneof(
  fc.constantFrom('1234567893', '2000000006', '123456789', '12345678901', '2026-03-01', '2026-02-30', '2024-02-29'),
  fc.constantFrom(
    'rendering',
    'billing',
    'nobody',
    'Vega,Rosa',
    'Vega',
    'NY',
    'XX',
    'dme',
    '',
    ' 1234567893',
    '1234567893\n',
  ),
  fc.string({ maxLength: 12 }),
)
const given = fc.dictionary(
  fc.constantFrom('npi', 'on', 'role', 'name', 'payee', 'service', 'place', 'knownOn', 'other'),
  fc.oneof(text, fc.array(text, { maxLength: 2 }), fc.integer(), fc.constant(null)),
)

test('finds good and makes of it exactly what the schema does, at the first asking and at the second', () => {
  fc.assert(
    fc.property(given, (asked) => {
      const whole = eligibilityParameters.safeParse(asked)
      for (const found of [read(asked), read(asked)]) {
        expect(found.ok).toBe(whole.success)
        if (found.ok) expect(found.value).toEqual(whole.data)
      }
    }),
    { numRuns: 500 },
  )
})

test('names what is missing, unknown, repeated and not valid', () => {
  expect(read({ npi: ['1234567893', '1'], role: 'nobody', what: '1' })).toEqual({
    ok: false,
    errors: [
      { parameter: 'npi', code: 'repeated', detail: 'Give it once' },
      expect.objectContaining({ parameter: 'role', code: 'invalid' }),
      { parameter: 'what', code: 'unknown', detail: 'This route has no such parameter' },
    ],
  })
  expect(read({})).toMatchObject({ ok: false, errors: [{ parameter: 'npi', code: 'missing' }] })
})

test('a schema that does more than match its pattern is asked whole', () => {
  const loud = parameterReader({
    a: z
      .string()
      .regex(/^[a-z]+$/)
      .max(3),
    b: z
      .string()
      .regex(/^[a-z]+$/)
      .transform((t) => t.toUpperCase())
      .optional(),
  })
  expect(loud({ a: 'abc', b: 'x' })).toEqual({ ok: true, value: { a: 'abc', b: 'X' } })
  expect(loud({ a: 'abcd' })).toMatchObject({ ok: false })
})
