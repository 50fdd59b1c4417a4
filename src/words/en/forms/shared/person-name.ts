/** The words of a person's name. */
export const personNameWords = {
  first: { ask: 'First name' },
  middle: { ask: 'Middle name' },
  last: { ask: 'Last name' },
  suffix: { ask: 'Suffix', hint: 'Such as Jr. or III' },
} as const
