/** Questions answered by picking: yes or no, one of a few, several, one of many. */
import { ok, type Result } from '#domain/result.ts'
import { type Kind, no, same } from './kind.ts'

export const yesNo = {
  name: 'yesNo',
  typed: (v) => (v ? 'yes' : 'no'),
  schema: { type: 'boolean' },
  parse: (t): Result<boolean> => (t === 'yes' ? ok(true) : t === 'no' ? ok(false) : no('not-yes-or-no')),
} satisfies Kind<boolean, 'yesNo'>

/** One of a few; words for each option are in the catalog of the section. */
export const choice = <const O extends readonly string[]>(...options: O) =>
  ({
    name: 'choice',
    options,
    typed: same,
    schema: { enum: options },
    parse: (t): Result<O[number]> => (options.includes(t) ? ok(t as O[number]) : no('not-a-choice')),
  }) satisfies Kind<O[number], 'choice'> & { options: O }

/** Several of a few; typed as the chosen options joined by commas. */
export const choices = <const O extends readonly string[]>(...options: O) =>
  ({
    name: 'choices',
    options,
    typed: (v: readonly string[]) => v.join(','),
    schema: { type: 'array', items: { enum: options }, minItems: 1, uniqueItems: true },
    parse: (t): Result<readonly O[number][]> => {
      const picked = t.split(',')
      return picked.every((p) => options.includes(p)) && new Set(picked).size === picked.length
        ? ok(options.filter((o) => picked.includes(o)))
        : no('not-a-choice')
    },
  }) satisfies Kind<readonly O[number][], 'choices'> & { options: O }

/** One of many, drawn as a list box; the options' words come with the kind's own catalog entry. */
export const specialty = <const O extends readonly string[]>(...options: O) =>
  ({
    name: 'specialty',
    options,
    typed: same,
    schema: { enum: options },
    parse: (t): Result<O[number]> => (options.includes(t) ? ok(t as O[number]) : no('not-a-choice')),
  }) satisfies Kind<O[number], 'specialty'> & { options: O }
