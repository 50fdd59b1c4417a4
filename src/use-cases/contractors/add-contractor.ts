/**
 * The operator sets up a contractor: what an installation needs before anything can be enrolled in it. Once it is there,
 * administrators change its facts, and two of them its states (use-cases/admin).
 */
import type { Db } from '#db/db.ts'
import { insertContractor, type NewContractor } from '#db/records/contractors.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { isStateCode } from '#domain/party/states.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'

export interface ContractorInput extends Omit<NewContractor, 'states'> {
  readonly states: readonly string[]
}

const LONGEST = 200

/** Refuses with `required`, `too-long`, `not-a-choice` (a zone or an id that is none), `not-an-email`, `not-a-state`, and `already-so`. */
export async function addContractor(
  db: Db,
  permit: Permit<'registry.manage'>,
  { states: named, ...facts }: ContractorInput,
): Promise<Result<null>> {
  const states = named.filter(isStateCode)
  const problem = problemOf(facts)
  if (problem) return refuse(problem)
  if (states.length < named.length) return refuse({ code: 'not-a-state', at: 'states' })
  return transactOrRefuse(db, async (tx) => {
    const taken = await insertContractor(tx, permit, { ...facts, states: [...new Set(states)] })
    return taken ? refuse({ code: 'already-so', at: taken }) : ok(null)
  })
}

function problemOf(facts: Omit<NewContractor, 'states'>): Problem | undefined {
  for (const at of ['id', 'name', 'zone', 'phone', 'email', 'address'] as const) {
    if (facts[at].trim() === '') return { code: 'required', at }
    if (facts[at].length > LONGEST) return { code: 'too-long', at, with: { max: LONGEST } }
  }
  // It stands in addresses of pages.
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(facts.id)) return { code: 'not-a-choice', at: 'id' }
  if (!isZone(facts.zone)) return { code: 'not-a-choice', at: 'zone' }
  if (!/^[^\s@]+@[^\s@]+$/.test(facts.email)) return { code: 'not-an-email', at: 'email' }
  return undefined
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
