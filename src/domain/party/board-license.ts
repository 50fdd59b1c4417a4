/** A license as a state's board lists it. */
import type { Day } from '../dates.ts'

export const boardStandings = ['active', 'restricted', 'probation', 'expired', 'suspended', 'revoked'] as const
export type BoardStanding = (typeof boardStandings)[number]
export const isBoardStanding = (text: string): text is BoardStanding =>
  (boardStandings as readonly string[]).includes(text)

export interface BoardLicense {
  readonly state: string
  readonly number: string
  readonly last: string
  readonly first?: string
  readonly npi?: string
  readonly type?: string
  readonly standing: BoardStanding
  readonly expiresOn?: Day
  /** What the board did, as it says it. */
  readonly action?: string
}

/** Numbers are typed with and without dots, blanks and leading zeros. */
export const licenseKey = (number: string): string =>
  number
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^0+(?=.)/, '')
