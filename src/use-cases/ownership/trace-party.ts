/** Every enrollment that a party has to do with, with its share in the end. */
import type { Db } from '#db/db.ts'
import {
  type EnrollmentLine,
  enrollmentsOfParties,
  findBelow,
  findOwnershipParty,
} from '#db/queries/ownership/trace.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { ShareReader } from '#domain/ownership/effective-shares.ts'
import type { OwnershipParty } from '#domain/ownership/party.ts'
import type { InterestRole } from '#domain/ownership/roles.ts'
import { structureGraph } from '#domain/ownership/structure-graph.ts'

export interface ReachedEnrollment extends EnrollmentLine {
  /** Of a hundred; undefined for those that it only controls or lends to. */
  readonly percent: number | undefined
  /** What it is to the enrolled organization itself; empty when only through others. */
  readonly roles: readonly InterestRole[]
  readonly steps: number
}
export interface TracedParty {
  readonly party: OwnershipParty
  /** Greatest share first. */
  readonly reached: readonly ReachedEnrollment[]
  readonly cut: boolean
}

/** Undefined when there is no such party. */
export async function traceParty(
  db: Db,
  permit: Permit<'ownership.trace'>,
  id: string,
  on: Day,
): Promise<TracedParty | undefined> {
  const party = await findOwnershipParty(db, permit, id)
  if (!party) return undefined
  const below = await findBelow(db, permit, party.id, on)
  const { graph, parties, numberOf } = structureGraph({ root: party.id, ...below })
  const found = new ShareReader(graph, 'down').of(numberOf(party.id), { least: 0 })
  const shares = new Map(found.parties.map((v, i) => [parties[v]!.id, Math.round(found.shares[i]! * 1e6) / 1e4]))
  const lines = await enrollmentsOfParties(db, permit, [...below.steps.keys()])
  const reached = [...lines].flatMap(([partyId, enrollments]) => {
    const roles = below.interests.filter((i) => i.owner === party.id && i.owned === partyId).map((i) => i.role)
    const here = { percent: shares.get(partyId), roles, steps: below.steps.get(partyId) ?? 0 }
    return enrollments.map((line) => ({ ...line, ...here }))
  })
  reached.sort((a, b) => (b.percent ?? -1) - (a.percent ?? -1) || a.steps - b.steps || (a.id < b.id ? -1 : 1))
  return { party, reached, cut: below.cut || !found.complete }
}
