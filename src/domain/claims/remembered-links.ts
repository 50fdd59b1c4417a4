/**
 * The deciding link of a question, remembered for a while with the days for which it stays: the same provider comes
 * again and again in one file. Asks the snapshot for the rest. Pure.
 */
import type { Asked } from '../eligibility/decide.ts'
import type { Link } from '../eligibility/question.ts'
import type { Snapshot } from '../eligibility/snapshot.ts'
import { both, lasting, lastingLink, needsReassignment } from './held-days.ts'

/** A power of two, so that the high bits of a product choose; few enough to stay in the second cache. */
const REMEMBERED = 2_048
const SHIFT = 21
/** Numbers of a question: key, payee, name, services; first and last day of its answer, whether all held. */
const WIDTH = 8

export class RememberedLinks {
  private readonly snapshot: Snapshot
  /** No key is -9. */
  private readonly asked = new Int32Array(REMEMBERED * WIDTH).fill(-9)
  private readonly said: Link[] = new Array<Link>(REMEMBERED).fill('all-held')
  private readonly payeeAsked = newQuestion()

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot
  }

  /** Does everything hold on all days from that of the question to `last`? False: not known, to be asked day by day. */
  holds(ask: Asked, last: number): boolean {
    const at = this.slotOf(ask) * WIDTH
    return this.asked[at + 6] === 1 && last <= this.asked[at + 5]!
  }

  /** Whether a role orders is told by its services, which only those who order are asked for. */
  of(ask: Asked): Link {
    return this.said[this.slotOf(ask)]!
  }

  /** Where the answer stands, asked for if it is not there. */
  private slotOf(ask: Asked): number {
    const { asked } = this
    const { key, payee, name, services, on } = ask
    const slot = (Math.imul(key ^ Math.imul(payee, 0x85ebca6b), 0x9e3779b1) ^ Math.imul(services, 0xc2b2ae35)) >>> SHIFT
    const at = slot * WIDTH
    if (
      asked[at] === key &&
      asked[at + 1] === payee &&
      asked[at + 2] === name &&
      asked[at + 3] === services &&
      asked[at + 4]! <= on &&
      asked[at + 5]! >= on
    )
      return slot
    const link = lastingLink(this.snapshot, ask)
    let span = lasting
    if (link === 'all-held' && needsReassignment(ask)) {
      // Whoever is paid may bill as well; one that may be paid for another reason is asked day by day.
      const { payeeAsked } = this
      payeeAsked.key = payee
      payeeAsked.on = on
      const paid = this.slotOf(payeeAsked) * WIDTH
      span = asked[paid + 6] === 1 ? both(span, (asked[paid + 4]! << 16) | asked[paid + 5]!) : (on << 16) | on
    }
    asked[at] = key
    asked[at + 1] = payee
    asked[at + 2] = name
    asked[at + 3] = services
    asked[at + 4] = span >>> 16
    asked[at + 5] = span & 0xffff
    asked[at + 6] = link === 'all-held' ? 1 : 0
    this.said[slot] = link
    return slot
  }
}

/** A question as claims ask it. */
export const newQuestion = (): { -readonly [K in keyof Asked]: Asked[K] } => ({
  key: 0,
  on: 0,
  knownOn: -1,
  ordering: false,
  name: -1,
  payee: -2,
  services: 0,
})
