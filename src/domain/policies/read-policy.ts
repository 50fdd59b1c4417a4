/** Reads what somebody typed as the value of a policy. Pure. */
import { type EnrollmentStatus, enrollmentStatuses } from '../enrollment/enrollment.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import { screeningLevels } from '../review/screening/screening-level.ts'
import { monitoredSourceKinds } from '../screening/monitoring.ts'
import type { PolicyTopic, PolicyValues } from './desk-policy.ts'

type Typed = Readonly<Record<string, string | undefined>>

export const MOST_DAYS = 3_650
const LONGEST_CITE = 120

/** The boxes of each topic, as they are posted. */
export const policyFields = {
  lists: ['freshDays', 'required'],
  monitoring: ['everyMonths', 'sources', 'statuses', 'orderOnly', 'nonBillingMonths'],
  moratoria: ['stands', 'cite'],
  levels: ['first', 'later', 'cite'],
  elevations: ['raises', 'cite'],
} as const satisfies Record<PolicyTopic, readonly string[]>

class Reader {
  readonly problems: Problem[] = []
  readonly #typed: Typed
  constructor(typed: Typed) {
    this.#typed = typed
  }
  #text(at: string): string {
    return (this.#typed[at] ?? '').trim()
  }
  number(at: string, min: number, max: number): number {
    const text = this.#text(at)
    const n = Number(text)
    if (text === '') this.problems.push({ code: 'required', at })
    else if (!/^\d{1,5}$/.test(text) || n < min || n > max)
      this.problems.push({ code: 'out-of-range', at, with: { min, max } })
    return n
  }
  yes(at: string): boolean {
    return this.one(at, ['yes', 'no']) === 'yes'
  }
  one<C extends string>(at: string, choices: readonly C[]): C {
    const found = choices.find((c) => c === this.#text(at))
    if (!found) this.problems.push({ code: this.#text(at) === '' ? 'required' : 'not-a-choice', at })
    return found ?? choices[0]!
  }
  some<C extends string>(at: string, choices: readonly C[]): readonly C[] {
    const picked = this.#text(at).split(',').filter(Boolean)
    if (picked.length === 0) this.problems.push({ code: 'required', at })
    if (picked.some((p) => !(choices as readonly string[]).includes(p)))
      this.problems.push({ code: 'not-a-choice', at })
    return choices.filter((c) => picked.includes(c))
  }
  cite(): string {
    const text = this.#text('cite')
    if (text === '') this.problems.push({ code: 'required', at: 'cite' })
    if (text.length > LONGEST_CITE) this.problems.push({ code: 'too-long', at: 'cite', with: { max: LONGEST_CITE } })
    return text
  }
}

const readers: { readonly [T in PolicyTopic]: (r: Reader) => PolicyValues[T] } = {
  lists: (r) => ({ freshDays: r.number('freshDays', 1, MOST_DAYS), required: r.yes('required') }),
  monitoring: (r) => ({
    everyMonths: r.number('everyMonths', 1, 12),
    sources: r.some('sources', monitoredSourceKinds),
    statuses: r.some('statuses', Object.keys(enrollmentStatuses) as readonly EnrollmentStatus[]),
    orderOnly: r.yes('orderOnly'),
    nonBillingMonths: r.number('nonBillingMonths', 1, 60),
  }),
  moratoria: (r) => ({ stands: r.yes('stands'), cite: r.cite() }),
  levels: (r) => ({
    first: r.one('first', screeningLevels),
    later: r.one('later', screeningLevels),
    cite: r.cite(),
  }),
  elevations: (r) => ({ raises: r.yes('raises'), cite: r.cite() }),
}

/** Refuses with `required`, `out-of-range`, `not-a-choice` or `too-long`, each at its box. */
export function readPolicy<T extends PolicyTopic>(topic: T, typed: Typed): Result<PolicyValues[T]> {
  const r = new Reader(typed)
  const value = readers[topic](r)
  const [problem, ...more] = r.problems
  return problem ? refuse(problem, ...more) : ok(value)
}

/** The same values as they stand in the boxes. */
export const typedPolicy = (value: PolicyValues[PolicyTopic]): Typed =>
  Object.fromEntries(
    Object.entries(value as unknown as Readonly<Record<string, unknown>>).map(([name, v]) => [
      name,
      typeof v === 'boolean' ? (v ? 'yes' : 'no') : Array.isArray(v) ? v.join(',') : String(v),
    ]),
  )
