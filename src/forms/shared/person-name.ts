/** The questions of a person's name, which many sections ask. */
import { text } from '../kit/kinds.ts'
import type { Sensitivity } from '../kit/section.ts'

/** First, middle, last name and suffix, as the Social Security Administration has them. */
export const personName = (paper: string, sensitivity: Sensitivity) =>
  ({
    first: { kind: text(35), paper, sensitivity },
    middle: { kind: text(35), paper, sensitivity, optional: true },
    last: { kind: text(35), paper, sensitivity },
    suffix: { kind: text(10), paper, sensitivity, optional: true },
  }) as const
