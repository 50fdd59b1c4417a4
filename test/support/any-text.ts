/**
 * Any text at all: letters, controls, all of Unicode but lone surrogates. As fast-check's own "binary" unit, whose first
 * use costs a second of the processor in every test file.
 */
import fc from 'fast-check'

const SURROGATES = [0xd800, 0xe000] as const
const character = fc.oneof(
  fc.integer({ min: 0, max: 0xff }),
  fc
    .integer({ min: 0, max: 0x10ffff - (SURROGATES[1] - SURROGATES[0]) })
    .map((n) => (n < SURROGATES[0] ? n : n + SURROGATES[1] - SURROGATES[0])),
)

/** Lengths count characters, not halves of them. */
export const anyText = (length: { readonly minLength?: number; readonly maxLength?: number } = {}) =>
  fc.array(character, length).map((points) => String.fromCodePoint(...points))
