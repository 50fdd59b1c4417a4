/**
 * The deciding link of a question, remembered for a while: the same provider on the same day comes again and again in
 * one file. Asks the snapshot for the rest. Pure.
 */
import { type Asked, decideLink } from '../eligibility/decide.ts'
import type { Link } from '../eligibility/question.ts'
import type { Snapshot } from '../eligibility/snapshot.ts'

/** A power of two, so that the high bits of a product choose. */
const REMEMBERED = 4_096
const SHIFT = 20

export class RememberedLinks {
  private readonly snapshot: Snapshot
  /** Five numbers a question; no key is -9. */
  private readonly asked = new Int32Array(REMEMBERED * 5).fill(-9)
  private readonly said: Link[] = []

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot
  }

  /** Whether a role orders is told by its services, which only those who order are asked for. */
  of(ask: Asked): Link {
    const { asked } = this
    const slot =
      (Math.imul(ask.key, 0x9e3779b1) ^ Math.imul(ask.on, 0x85ebca6b) ^ Math.imul(ask.payee, 0xc2b2ae35)) >>> SHIFT
    const at = slot * 5
    if (
      asked[at] === ask.key &&
      asked[at + 1] === ask.on &&
      asked[at + 2] === ask.payee &&
      asked[at + 3] === ask.name &&
      asked[at + 4] === ask.services
    )
      return this.said[slot]!
    const link = decideLink(this.snapshot, ask)
    asked[at] = ask.key
    asked[at + 1] = ask.on
    asked[at + 2] = ask.payee
    asked[at + 3] = ask.name
    asked[at + 4] = ask.services
    this.said[slot] = link
    return link
  }
}
