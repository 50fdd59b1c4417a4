/**
 * What both sides confirmed goes on record: at once where the policy lets it (domain/reassignment/acceptance.ts), else it
 * is held for a person of the contractor. Works in the transaction of the last signature.
 */
import type { Db } from '#db/db.ts'
import type { Handshake } from '#db/queries/reassignments/handshakes.ts'
import { type CurrentPeriod, currentPeriods } from '#db/queries/reassignments/periods.ts'
import { copyToFile } from '#db/records/reassignments/file-copy.ts'
import { acceptHandshake, holdHandshake } from '#db/records/reassignments/handshakes.ts'
import { adoptSpan, insertSpans, openSpans } from '#db/records/reassignments/spans.ts'
import { type Day, dayIn, siteZone } from '#domain/dates.ts'
import { dayNumber, npiKey } from '#domain/eligibility/packing.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { heldBecause } from '#domain/reassignment/acceptance.ts'
import { reassignmentBegins } from '#domain/reassignment/effective-date.ts'
import { rosterStanding } from '#domain/roster/standing.ts'

/** Both signed, and no application is still to be decided. Returns those that took effect. */
export async function settleConfirmed(
  tx: Db,
  all: readonly Handshake[],
  snapshot: Snapshot,
  now: Date,
): Promise<readonly Handshake[]> {
  const today = dayIn(siteZone, now)
  const periods = await currentPeriods(tx, all.flatMap(enrollmentsOf), today)
  const excluded = exclusions(snapshot, today)
  const clear: Handshake[] = []
  for (const h of all) {
    const because = heldBecause({
      practitioner: periods.get(h.practitioner.enrollmentId ?? '')?.status,
      group: periods.get(h.group.enrollmentId ?? '')?.status,
      excluded: excluded(h.practitioner.npi, h.group.npi),
    })
    if (because.length === 0) clear.push(h)
    else await holdHandshake(tx, h.id, because)
  }
  await takeEffect(tx, clear, { periods, today, by: undefined }, now)
  return clear
}

/** Writes what was accepted, by the policy or by a person. */
export async function takeEffect(
  tx: Db,
  all: readonly Handshake[],
  o: {
    readonly periods: ReadonlyMap<string, CurrentPeriod>
    readonly today: Day
    readonly by: string | undefined
  },
  now: Date,
): Promise<void> {
  const there = await openSpans(
    tx,
    all.flatMap((h) => h.practitioner.enrollmentId ?? []),
  )
  const fresh = []
  for (const h of all) {
    const from = h.practitioner.enrollmentId
    const group = h.group.enrollmentId
    if (group === undefined) throw new Error('nobody can confirm for a group that is not enrolled')
    if (from === undefined) throw new Error('a reassignment without an enrollment takes effect with its application')
    const { value, because } = reassignmentBegins({
      startsOn: h.startsOn,
      completedOn: o.today,
      practitionerFrom: o.periods.get(from)?.from ?? h.startsOn,
      groupFrom: o.periods.get(group)?.from ?? h.startsOn,
    })
    // An application may have put the same on record meanwhile.
    const adopted = there.has(`${from}|${h.group.npi}`) ? await adoptSpan(tx, from, h.group.npi, h.id) : undefined
    const effectiveOn = adopted ?? value
    await acceptHandshake(tx, h.id, { effectiveOn, because, by: o.by }, now)
    await copyToFile(tx, from, { npi: h.group.npi, name: h.group.name, enrollmentId: group }, effectiveOn, now)
    if (adopted === undefined)
      fresh.push({
        handshakeId: h.id,
        fromEnrollmentId: from,
        toEnrollmentId: group,
        toNpi: h.group.npi,
        toName: h.group.name,
        from: effectiveOn,
      })
  }
  await insertSpans(tx, fresh, now)
}

export const enrollmentsOf = (h: Handshake): readonly string[] => [
  ...(h.group.enrollmentId ? [h.group.enrollmentId] : []),
  ...(h.practitioner.enrollmentId ? [h.practitioner.enrollmentId] : []),
]

/** Undefined when no list is loaded. */
const exclusions =
  (snapshot: Snapshot, today: Day) =>
  (...npis: readonly string[]): boolean | undefined => {
    const since = npis.map((npi) => rosterStanding(snapshot, npiKey(npi), dayNumber(today)).excluded)
    return since.some((s) => s >= 0) ? true : since.some((s) => s === -2) ? undefined : false
  }
