/**
 * As many invented people and organizations as are wanted, beside those of the demonstration: the same for the same seed,
 * and none of another seed's. NPIs begin with 2; nobody of it exists. Pure.
 */
import { type Npi, withCheckDigit } from '#domain/identifiers/npi.ts'
import type { DemoParty } from '../accounts/people.ts'
import { institutions } from '../registry/callings.ts'
import { dice } from '../registry/dice.ts'
import { institution, practitioner } from '../registry/registry-parties.ts'

/** The most of one seed. */
export const MOST = 1_000_000
/** Seeds have numbers of their own: 210 million is beyond the demonstration's. */
const FIRST = 210_000_000
export const SEEDS = 89
/** One in twelve is an organization. */
const ORGANIZATIONS = 12
const GROUPS = institutions.filter((i) => i.kind === 'group')

/** Throws RangeError when a seed would reach the numbers of the next one. */
export function* manyParties(count: number, seed: number): Generator<DemoParty> {
  if (count > MOST || seed < 1 || seed > SEEDS) throw new RangeError('as many of one seed as it has numbers for')
  const d = dice(seed * 7_919)
  let next = FIRST + (seed - 1) * MOST
  const npi = (): Npi => withCheckDigit(String(next++))
  const groups: DemoParty[] = []
  const organizations = Math.floor(count / ORGANIZATIONS)
  for (let i = 0; i < organizations; i++) {
    // Half of them are groups that people reassign to; the first one is, whatever the number.
    const made = institution(d, npi(), i % 2 === 0 ? d.pick(GROUPS) : d.pick(institutions))
    if (made.taxonomies[0]?.code.startsWith('193')) groups.push(made)
    yield made
  }
  for (let i = organizations; i < count; i++) yield active(practitioner(d, npi(), groups))
}

/** All of them are enrolled, so none has given up its number. */
function active({ deactivatedOn: _, reactivatedOn: __, ...p }: DemoParty): DemoParty {
  return p
}
