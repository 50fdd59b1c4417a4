/**
 * What of the rules an installation may change, what is in force, and reading a change from "name=value". A trial
 * asks what a change would do to files of the past before it takes force. Pure.
 */
import { deskBands } from '../matching/weights.ts'
import { ok, type Result, refuse } from '../result.ts'
import { clocks } from '../review/queues/clocks.ts'
import { screeningLevels } from '../review/screening/screening-level.ts'

export interface RuleValues {
  /** Points from which a person looks at a hit, and from which it is a match. */
  readonly 'match.possible': number
  readonly 'match.match': number
  /** Days after its date from which on a list says nothing. Undefined: each list's own. */
  readonly 'fresh-days': number | undefined
  /** Days that a signature may be old on the day of receipt. */
  readonly 'signature-age': number
  /** The lowest level that needs a site visit. */
  readonly 'site-visit-level': (typeof screeningLevels)[number]
  /** The lowest level that needs fingerprints. */
  readonly 'fingerprints-level': (typeof screeningLevels)[number]
}
export type RuleName = keyof RuleValues

export const inForce: RuleValues = {
  'match.possible': deskBands.possible,
  'match.match': deskBands.match,
  'fresh-days': undefined,
  'signature-age': clocks['signature-age'].days,
  'site-visit-level': 'moderate',
  'fingerprints-level': 'high',
}
export const ruleNames = Object.keys(inForce) as readonly RuleName[]

/**
 * Refuses with `not-a-choice` an unknown name or level, `not-a-number`, and `lower-than-kept` a threshold below the one
 * in force: hits under it were never kept, so that kept evidence cannot tell what it would find.
 */
export function readRule(values: RuleValues, name: string, text: string): Result<RuleValues> {
  if (!ruleNames.includes(name as RuleName)) return refuse({ code: 'not-a-choice', at: name })
  if (name === 'site-visit-level' || name === 'fingerprints-level') {
    const level = screeningLevels.find((l) => l === text)
    return level ? ok({ ...values, [name]: level }) : refuse({ code: 'not-a-choice', at: name })
  }
  if (!/^\d{1,4}$/.test(text)) return refuse({ code: 'not-a-number', at: name })
  const n = Number(text)
  if (name === 'match.possible' && n < inForce['match.possible'])
    return refuse({ code: 'lower-than-kept', at: name, with: { least: inForce['match.possible'] } })
  return ok({ ...values, [name]: n })
}

/** "match.possible=14"; several are laid over one another. */
export function readRules(changes: readonly string[]): Result<RuleValues> {
  let values = inForce
  for (const change of changes) {
    const [name = '', text = ''] = change.split('=')
    const read = readRule(values, name.trim(), text.trim())
    if (!read.ok) return read
    values = read.value
  }
  return ok(values)
}
