/** One signer confirms some or all of what waits for them: one name, one tick, one transaction. Nobody signs for another. */
import type { Db } from '#db/db.ts'
import { type Handshake, subjectOf } from '#db/queries/reassignments/handshakes.ts'
import { listSigners } from '#db/queries/reassignments/signers.ts'
import { missingOf, signersOf } from '#db/queries/reassignments/to-sign.ts'
import { lockHandshakes, signHandshakes } from '#db/records/reassignments/handshakes.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { otherSide, type Side } from '#domain/reassignment/standing.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import { settleConfirmed } from './settle.ts'
import { type Teller, tellSigners } from './tell-signers.ts'

export interface Signing {
  readonly ids: readonly string[]
  readonly typedName: string
  readonly agreed: boolean
  /** Fingerprints of what was shown, by id: what differs now was not what the person saw. */
  readonly seen: ReadonlyMap<string, string>
}
export interface SignedOff {
  readonly signed: number
  /** How many of them took effect with it. */
  readonly inEffect: number
}

/** Refuses with `nothing-picked`, `signature-name`, `attestation-needed`, `document-changed` or `over-already`. */
export const signReassignments = (
  db: Db,
  permit: Permit<'dashboard.view'>,
  s: Signing,
  { teller, snapshot }: { readonly teller: Teller; readonly snapshot: Snapshot },
  now: Date,
): Promise<Result<SignedOff>> =>
  transactOrRefuse(db, async (tx) => {
    const { actor } = permit
    if (s.ids.length === 0) return refuse({ code: 'nothing-picked', at: 'ids' })
    const locked = await lockHandshakes(tx, s.ids)
    const signers = await listSigners(tx, locked)
    const mine = locked.filter(isOpen).flatMap((h) =>
      missingOf(h)
        .filter((side) => signersOf(signers, h, side).some((x) => x.userId === actor.userId))
        .filter(() => authorize(actor, 'reassignment.sign', subjectOf(h, [actor.userId])).ok)
        .map((side) => ({ h, side })),
    )
    if (mine.length === 0) return refuse({ code: 'over-already', at: 'ids' })
    const name = signers.find((x) => x.userId === actor.userId)?.name ?? ''
    const [problem, ...more] = judge(
      s,
      name,
      mine.map((m) => m.h),
    )
    if (problem) return refuse(problem, ...more)
    for (const side of ['practitioner', 'group'] as const)
      await signHandshakes(tx, idsOf(mine, side), { side, userId: actor.userId, name: s.typedName.trim() }, now)
    const after = await lockHandshakes(
      tx,
      mine.map((m) => m.h.id),
    )
    const done = after.filter((h) => h.practitionerSigned && h.groupSigned && !h.applicationOpen)
    const inEffect = await settleConfirmed(tx, done, snapshot, now)
    const { mails } = teller.words.reassignments
    const told = inEffect.flatMap((handshake) =>
      mine.filter((m) => m.h.id === handshake.id).map((m) => ({ handshake, side: otherSide(m.side) })),
    )
    await tellSigners(
      tx,
      teller,
      told,
      { template: 'reassignment-confirmed', say: mails.confirmed, except: actor.userId },
      now,
    )
    return ok({ signed: mine.length, inEffect: inEffect.length })
  })

const isOpen = (h: Handshake): boolean => !h.refusedBy && !h.acceptedAt && !h.ended && !h.expired
const idsOf = (mine: readonly { readonly h: Handshake; readonly side: Side }[], side: Side): readonly string[] =>
  mine.filter((m) => m.side === side).map((m) => m.h.id)

const judge = (s: Signing, name: string, shown: readonly Handshake[]): readonly Problem[] => [
  ...(plain(s.typedName) === plain(name) ? [] : [{ code: 'signature-name', at: 'name', with: { name } } as const]),
  ...(s.agreed ? [] : [{ code: 'attestation-needed', at: 'agree' } as const]),
  ...(shown.every((h) => s.seen.get(h.id) === h.termsSha256) ? [] : [{ code: 'document-changed', at: 'ids' } as const]),
]

const plain = (s: string): string => s.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
