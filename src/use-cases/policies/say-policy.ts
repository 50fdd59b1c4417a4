/** Policies in words: what each is about, and its value in one line. */
import { type PolicyTopic, type PolicyValues, placeOf } from '#domain/policies/desk-policy.ts'
import type { Words } from '#words/index.ts'

const sayers: { readonly [T in PolicyTopic]: (v: PolicyValues[T], w: Words) => string } = {
  lists: ({ freshDays, required }, w) => w.desk.policies.listSaid(freshDays.toLocaleString('en-US'), required),
  monitoring: (m, w) => {
    const t = w.desk.policies
    const statuses = m.statuses.map((s) => w.eligibility.statusNames[s]).join(', ')
    return t.monitoringSaid(
      t.months(m.everyMonths),
      m.sources.length,
      statuses,
      m.orderOnly,
      String(m.nonBillingMonths),
    )
  },
  moratoria: ({ stands, cite }, w) => w.desk.policies.moratoriumSaid(stands, cite),
  levels: ({ first, later, cite }, w) =>
    w.desk.policies.levelSaid(w.desk.policies.came[first], w.desk.policies.came[later], cite),
  elevations: ({ raises, cite }, w) => w.desk.policies.elevationSaid(raises, cite),
}
/** "counts for 45 days, required". */
export const sayPolicy = (topic: PolicyTopic, value: PolicyValues[PolicyTopic], w: Words): string =>
  sayers[topic](value as never, w)

/** What a key is about: a list, a type, a place. */
export function nameOfKey(topic: PolicyTopic, key: string, w: Words): string {
  const t = w.desk.policies
  const place = topic === 'moratoria' ? placeOf(key) : undefined
  if (place) {
    const state = w.values.states[place.state] ?? place.state
    return t.place(w.review.supplierTypes[place.supplierType], place.county ? `${place.county}, ${state}` : state)
  }
  const names: Readonly<Record<string, string>> =
    topic === 'lists'
      ? w.sourceNames
      : topic === 'levels'
        ? w.review.supplierTypes
        : topic === 'elevations'
          ? w.review.elevations
          : {}
  return names[key] ?? t.everybody
}
