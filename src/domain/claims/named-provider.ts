/** A provider as a claim names it. Pure. */

/** Nobody is named. */
export const ABSENT = -3

export interface NamedProvider {
  /** Number in `providerParts`. */
  part: number
  /** NPI as key; -1: not valid; -2: none was given; ABSENT: nobody is named. */
  key: number
  /** What was written where an NPI belongs, when it is none. */
  text: string
  /** Packed name of a person; -1 without one. */
  name: number
  /** Number of the line in its claim; 0: the claim itself. */
  line: number
  segment: number
  offset: number
}

export const noProvider = (): NamedProvider => ({
  part: 0,
  key: ABSENT,
  text: '',
  name: -1,
  line: 0,
  segment: 0,
  offset: 0,
})
