/** Mails about reassignments: one for each signer, however many it is about. */
import { worded } from '../mail-texts/index.ts'

const MOST_NAMED = 10
/** "Elm Street Clinic PC" or a list of at most ten. */
const named = (names: readonly string[]): string => {
  const list = [...new Set(names)]
  const more = list.length - MOST_NAMED
  return [...list.slice(0, MOST_NAMED).map((n) => `  ${n}`), ...(more > 0 ? [`  and ${more} more`] : [])].join('\n')
}
const many = (n: number): string => (n === 1 ? '1 reassignment' : `${n} reassignments`)

export const reassignmentMails = {
  asked: (names: readonly string[], link: string) =>
    worded('reassignment-asked', { count: many(names.length), list: named(names), link }),
  reminded: (names: readonly string[], link: string) =>
    worded('reassignment-reminded', { count: many(names.length), list: named(names), link }),
  lastCall: (names: readonly string[], due: string, link: string) =>
    worded('reassignment-last-call', { count: many(names.length), list: named(names), due, link }),
  expired: (names: readonly string[], link: string) =>
    worded('reassignment-expired', { count: many(names.length), list: named(names), link }),
  confirmed: (names: readonly string[], link: string) =>
    worded('reassignment-confirmed', { count: many(names.length), list: named(names), link }),
  declined: (who: string, reason: string, link: string) => worded('reassignment-declined', { who, reason, link }),
  ended: (who: string, due: string, reason: string, link: string) =>
    worded('reassignment-ended', { who, due, reason, link }),
  returned: (names: readonly string[], reason: string, link: string) =>
    worded('reassignment-returned', { list: named(names), reason, link }),
}
