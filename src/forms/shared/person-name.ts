/** The questions of a person's name, which many sections ask. */
import { text } from '../kit/kinds.ts'
import type { Sensitivity } from '../kit/section.ts'

/**
 * First, middle, last name and suffix, as the Social Security Administration has them. With a registry prefix
 * "official" the parts are prefilled from official.first and so on.
 */
export const personName = (paper: string, sensitivity: Sensitivity, registry?: string) => {
  const known = (part: string) => (registry ? { prefill: `${registry}.${part}` } : {})
  return {
    first: { kind: text(35), paper, sensitivity, ...known('first') },
    middle: { kind: text(35), paper, sensitivity, optional: true, ...known('middle') },
    last: { kind: text(35), paper, sensitivity, ...known('last') },
    suffix: { kind: text(10), paper, sensitivity, optional: true, ...known('suffix') },
  } as const
}
