/** Results of rules, one line for a rule that came to the same for several: a chain's file has a check for each of its owners. Pure. */
import type { RuleResult } from '#use-cases/rules/assess-case.ts'

export interface RuleGroup extends Omit<RuleResult, 'about'> {
  /** Subjects of checks, or what tasks are about, each once. */
  readonly abouts: readonly string[]
}

/** In the order in which each rule first came. */
export function groupedRules(results: readonly RuleResult[]): readonly RuleGroup[] {
  const groups = new Map<string, RuleGroup>()
  for (const { about, ...rule } of results) {
    const key = `${rule.rule}|${rule.why}|${rule.cite}`
    const abouts = groups.get(key)?.abouts ?? []
    groups.set(key, { ...rule, abouts: abouts.includes(about) ? abouts : [...abouts, about] })
  }
  return [...groups.values()]
}
