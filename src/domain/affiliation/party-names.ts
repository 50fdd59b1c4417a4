/**
 * The names under which a disclosed party is looked for in lists: its name was typed into one box, in any order and with
 * whatever stands behind it. Pure.
 */
import type { MatchParty } from '../matching/match-party.ts'
import { nameParts, plain } from '../matching/normal-name.ts'

/**
 * Of a person the family name is the last word, or all words but the first: "Ana de la Cruz". Before a comma it is the
 * family name, unless only "Jr." or "MD" follows. What may be a degree may be a name, too: "Kim Do". One name without a
 * first one is taken as it stands, as of an organization.
 */
export function partyNames(name: string, isPerson: boolean): readonly MatchParty[] {
  const said = isPerson ? inOrder(name) : ''
  const { words, suffix } = nameParts(said)
  const all = plain(said).split(' ')
  const names = [...namesIn(words, suffix), ...(suffix || all.length === words.length ? [] : namesIn(all, undefined))]
  return names.length > 0 ? names : [{ organization: name }]
}

function namesIn([first, ...rest]: readonly string[], suffix: string | undefined): readonly MatchParty[] {
  const last = rest.at(-1)
  if (first === undefined || last === undefined) return []
  const also = { first, ...(suffix && { suffix }) }
  const whole = { ...also, last: rest.join(' ') }
  return rest.length === 1 ? [whole] : [{ ...also, middle: rest[0]!, last }, whole]
}

/** "Harbor, John A., Jr." is "John A Jr Harbor"; what follows the family name is read at the end of either part. */
function inOrder(name: string): string {
  const [family = '', ...more] = name.split(',')
  const given = nameParts(`X ${more.join(' ')}`)
  const { words, suffix } = nameParts(family)
  return given.words.length > 1 ? [...given.words.slice(1), ...words, given.suffix ?? suffix ?? ''].join(' ') : name
}
