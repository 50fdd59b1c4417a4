/**
 * Signs and submits the applications of a packet in one act: first it is checked that nothing is missing in any of
 * them, then each gets its own signature and tracking number, all in one transaction or none at all.
 */
import type { Db } from '#db/db.ts'
import { applicationSubject, findApplication, findFile } from '#db/queries/application/applications.ts'
import { findPacket } from '#db/queries/application/packets.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { type Actor, authorize, can, type Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { dayIn } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { applicationForm } from '#forms/application-form.ts'
import { isComplete } from '#forms/kit/form.ts'
import type { Site } from '#outside/services.ts'
import type { Words } from '#words/index.ts'
import { type Signature, signWithin } from '../application/sign-application.ts'

export interface PacketStanding {
  readonly applicationId: string
  /** Not signed yet. */
  readonly draft: boolean
  readonly complete: boolean
  /** May the person sign it? */
  readonly mine: boolean
}

/** Where each application of the packet stands; undefined when the person may see none of them. */
export async function packetStanding(
  db: Db,
  actor: Actor,
  packetId: string,
  now: Date,
): Promise<readonly PacketStanding[] | undefined> {
  const packet = await findPacket(db, packetId)
  if (!packet) return undefined
  const found: PacketStanding[] = []
  let sees = false
  for (const id of packet.applicationIds) {
    const subject = await applicationSubject(db, id)
    if (!subject) continue
    const viewing = authorize(actor, 'application.view', subject)
    sees ||= viewing.ok
    const draft = allows(subject.status, 'submit')
    const mine = can(actor, 'application.sign', subject)
    const complete = !draft || (viewing.ok && (await isFull(db, viewing.value, now)))
    found.push({ applicationId: id, draft, complete, mine })
  }
  return sees ? found : undefined
}

async function isFull(db: Db, permit: Permit<'application.view'>, now: Date): Promise<boolean> {
  const header = await findApplication(db, permit)
  const file = await findFile(db, permit)
  return isComplete(applicationForm(header), file, dayIn(header.contractorZone, now))
}

/** `at` of a problem is "<application>.name", "<application>.agree" or the application itself. */
export const submitPacket = (
  db: Db,
  actor: Actor,
  packetId: string,
  signatures: ReadonlyMap<string, Signature>,
  { site, words }: { readonly site: Site; readonly words: Words },
  now: Date,
): Promise<Result<{ readonly signed: readonly string[] }>> =>
  transactOrRefuse(db, async (tx) => {
    const standing = await packetStanding(tx, actor, packetId, now)
    if (!standing) return refuse({ code: 'not-found' })
    const [open, ...more] = standing
      .filter((s) => !s.complete)
      .map((s) => ({ code: 'packet-not-ready', at: s.applicationId }) as const)
    if (open) return refuse(open, ...more)
    const signed: string[] = []
    for (const { applicationId } of standing.filter((s) => s.draft && s.mine)) {
      const subject = await applicationSubject(tx, applicationId)
      const signature = signatures.get(applicationId)
      const permit = subject ? authorize(actor, 'application.sign', subject) : refuse({ code: 'not-found' })
      if (!permit.ok || !signature) return refuse({ code: 'attestation-needed', at: `${applicationId}.agree` })
      const done = await signWithin(tx, permit.value, signature, { site, words }, now)
      if (!done.ok) {
        const [first, ...rest] = done.problems.map((p) => ({
          ...p,
          at: p.at ? `${applicationId}.${p.at}` : applicationId,
        }))
        return refuse(first!, ...rest)
      }
      signed.push(applicationId)
    }
    return signed.length > 0 ? ok({ signed }) : refuse({ code: 'not-found' })
  })
