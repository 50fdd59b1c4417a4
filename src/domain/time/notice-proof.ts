/**
 * What a notice proves, whom the next one goes to, and what may be proposed when nobody answered. Pure.
 * 42 CFR 424.515(a)(2), 424.540(a)(3), 424.541. That nothing is proposed on a notice which nobody could have seen is ours.
 */
import { addDays, type Day } from '../dates.ts'
import { clocks } from '../review/queues/clocks.ts'

/** From weakest to strongest. `sent`: a mail server took it and nothing came back; `delivered`: the mail provider says so. */
export const proofs = ['queued', 'bounced', 'sent', 'delivered', 'opened'] as const
export type Proof = (typeof proofs)[number]

/** Could somebody have seen it? */
export const couldBeSeen: Readonly<Record<Proof, boolean>> = {
  queued: false,
  bounced: false,
  sent: true,
  delivered: true,
  opened: true,
}

export interface NoticeFacts {
  readonly queuedAt: Date
  readonly sentAt?: Date | undefined
  /** The other side refused it, at once or later. */
  readonly bouncedAt?: Date | undefined
  /** The mail provider reported that it arrived. */
  readonly deliveredAt?: Date | undefined
  readonly openedAt?: Date | undefined
}

/** Opened goes before everything: whoever opened it has seen it, even when a copy came back. */
export function proofOf(n: NoticeFacts): Proof {
  if (n.openedAt) return 'opened'
  if (n.bouncedAt) return 'bounced'
  if (n.deliveredAt) return 'delivered'
  return n.sentAt ? 'sent' : 'queued'
}

/** CMS writes to at least two addresses. */
const AT_LEAST = 2

export interface Contact {
  readonly userId: string
  readonly email: string
}
export interface ToldBefore {
  readonly email: string
  readonly proof: Proof
}

/**
 * Whom to write to now, of contacts in their order: two whose mail never came back, and one more for every earlier round
 * of which nobody opened anything. An address that bounced is skipped, so that the next one moves up.
 */
export function whomToTell(
  contacts: readonly Contact[],
  before: readonly ToldBefore[],
  rounds: number,
): readonly Contact[] {
  const dead = new Set(before.filter((b) => b.proof === 'bounced').map((b) => b.email))
  const opened = before.some((b) => b.proof === 'opened')
  return contacts.filter((c) => !dead.has(c.email)).slice(0, AT_LEAST + (opened ? 0 : rounds))
}

/**
 * What may be decided because a revalidation was not answered, when nobody could have seen a notice of it: `confirm` asks the
 * person who prepares it to say that the provider was reached in another way. Everything else may be decided freely.
 */
export const onUnseenNotice: Readonly<Partial<Record<string, 'confirm' | 'never'>>> = {
  stay: 'confirm',
  deactivate: 'confirm',
  revoke: 'never',
}

/** What keeps a decision from being made for that reason; nothing when somebody could have seen a notice. */
export function unseenRefusal(
  kind: string,
  f: { readonly seen: boolean; readonly confirmed: boolean },
): 'nobody-could-see' | 'never-unseen' | undefined {
  const rule = f.seen ? undefined : onUnseenNotice[kind]
  if (rule === 'never') return 'never-unseen'
  return rule === 'confirm' && !f.confirmed ? 'nobody-could-see' : undefined
}

export type Proposal = 'none' | 'tell-again' | 'stay' | 'deactivate'

export interface Standing {
  readonly due: Day
  readonly today: Day
  /** A revalidation was sent and is being worked on. */
  readonly underWay: boolean
  readonly status: string
  /** The day of the first notice that somebody could have seen. */
  readonly seenSince: Day | undefined
}

/**
 * What may be proposed to the desk. A stay as soon as it is overdue and the 60 days from the notice are over, because it
 * can be fixed; deactivation when 90 days from the notice are over as well. A person decides.
 */
export function proposalFor({ due, today, underWay, status, seenSince }: Standing): Proposal {
  if (underWay || today <= due || (status !== 'approved' && status !== 'stayed')) return 'none'
  if (!seenSince) return 'tell-again'
  if (today > addDays(seenSince, clocks['deactivation-no-answer'].days)) return 'deactivate'
  if (today > addDays(seenSince, clocks.revalidation.days)) return status === 'approved' ? 'stay' : 'none'
  return 'none'
}
