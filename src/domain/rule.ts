import type { Day } from './dates.ts'

/** A value that the law changes on known days. `on(day)` gives the one in force; a day before the first throws. */
export interface Dated<T> {
  readonly cite: string
  on(d: Day): T
  readonly values: readonly (readonly [from: Day, value: T])[]
}

export const dated = <T>(cite: string, ...values: readonly (readonly [from: Day, value: T])[]): Dated<T> => ({
  cite,
  values,
  on(d) {
    const inForce = values.filter(([from]) => from <= d).at(-1)
    if (!inForce) throw new RangeError(`${cite}: no value in force on ${d}`)
    return inForce[1]
  },
})

/** The answer, and the authorities that produced it, so that a letter can say why. */
export interface Finding<T> {
  readonly value: T
  readonly because: readonly string[]
}
