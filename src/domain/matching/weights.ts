/**
 * What each level of each field is worth, in bits, in the manner of Fellegi and Sunter: the logarithm of how much
 * more often it happens to one person than to two. Equal names are worth what their rarity says. The figures are
 * ours, tuned on synthetic errors; no agency publishes any, and they are no real-world error rates. Pure data.
 */
export const weights = {
  npi: { equal: 60, differs: -4 },
  taxId: { equal: 60, differs: -8 },
  /** Taken off the bits of the rarity of the name. */
  last: { equal: 0, part: -1.5, 'one-letter': -2.5, close: -4.5, sound: -7, differs: -3.7 },
  first: { equal: 0, nickname: -2, 'one-letter': -2.5, close: -4, initial: 2.2, sound: -5, differs: -6 },
  middle: { equal: 5, initial: 3.3, differs: -3.2 },
  suffix: { equal: 3, differs: -4 },
  order: { swapped: -2 },
  bornOn: { equal: 14.6, swapped: 9, 'one-digit': 8, 'same-month': 3.5, differs: -7 },
  /** `state` and `city` are worth at least this; a rare state more. */
  place: { street: 12, zip: 9, city: 6.5, state: 0, differs: -2.4 },
  organization: { equal: 1, order: 0, nearly: -1.5, part: -3, differs: -12 },
} as const

/** No name is rarer than this says, nor is a part or a likeness worth less than nothing at all. */
export const rarity = {
  /** Bits of a name that the list has never had: one in so many people bears it. */
  lastCap: 13.5,
  firstCap: 11.5,
  /** A small list knows little of names: so many rows of ordinary names are thought beside it. */
  doubt: 1_500,
  ordinaryLast: 1 / 2_500,
  ordinaryFirst: 1 / 250,
  ordinaryState: 1 / 40,
  ordinaryWord: 1 / 400,
  wordCap: 11,
} as const

/** From here on a person must look; the desk looks at more for one applicant than a month's list over everybody. */
export interface Bands {
  /** Every row given is compared, and an equal full name is possible whatever its bits. */
  readonly thorough: boolean
  readonly match: number
  readonly possible: number
}
export const deskBands: Bands = { thorough: true, match: 22, possible: 12 }
export const monthlyBands: Bands = { thorough: false, match: 24, possible: 21 }
