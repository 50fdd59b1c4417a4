/** Requests for help: what they can be about, where they stand, and what is taken out of their words. Pure. */
export const ticketTopics = ['sign-in', 'account', 'application', 'enrollment', 'letters', 'other'] as const
export type TicketTopic = (typeof ticketTopics)[number]

export const ticketStatuses = ['new', 'taken', 'answered', 'closed'] as const
export type TicketStatus = (typeof ticketStatuses)[number]
export const ticketEntryKinds = ['asked', 'answered', 'noted', 'closed'] as const
export type TicketEntryKind = (typeof ticketEntryKinds)[number]

export const ticketText = { max: 2000, min: 10 } as const

/** "H-100042": what a person reads on the phone. */
export const ticketNumber = (n: number): string => `H-${100_000 + n}`
/** The other way round; undefined when it is no number of a ticket. */
export function ticketOrdinal(typed: string): number | undefined {
  const digits = /^\s*h?[-\s]?(\d{6,9})\s*$/i.exec(typed)?.[1]
  return digits && Number(digits) > 100_000 ? Number(digits) - 100_000 : undefined
}

/** Hides what looks like a Social Security number: people write it although they are asked not to. */
export const withoutSsn = (text: string): string =>
  text.replace(/(?<!\d)\d{3}([-\s]?)\d{2}\1\d{4}(?!\d)/g, (found) => `•••-••-${found.slice(-4)}`)
