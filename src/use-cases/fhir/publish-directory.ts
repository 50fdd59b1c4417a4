/**
 * Keeps the published directory at the standing record: follows the change feed, begins anew when the registry is
 * replaced, and notes what began or ended by itself when a day begins. In steps of one short transaction each, which
 * lock the state, so that nodes do not undo each other and a killed run goes on where it was.
 */
import type { Db } from '#db/db.ts'
import { changesSince, listsInForce } from '#db/queries/enrollment/eligibility-feed.ts'
import { type PartyWords, readDirectoryParties } from '#db/queries/fhir/directory-parties.ts'
import { directoryContractors, enrolleeNpis, latestChanges } from '#db/queries/fhir/feed.ts'
import { npisReassigningTo } from '#db/queries/fhir/reassigned-groups.ts'
import { batchOfDirectory } from '#db/queries/fhir/rows.ts'
import { lockPublication, replacePublished, savePublication, saveStandings } from '#db/records/fhir/publication.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type Day, dayIn, siteZone } from '#domain/dates.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import type { DirectorySite } from '#domain/fhir/party.ts'
import { type FhirType, fhirTypes, type Published } from '#domain/fhir/resource.ts'
import { renderParty } from '#domain/fhir/resources/render-party.ts'
import { siteResources } from '#domain/fhir/resources/site-resources.ts'
import { inForceOf } from '#domain/fhir/standing-active.ts'
import { standingOf } from './served.ts'

/** Numbers are given before a change commits, so a lower one may appear after a higher one (as in keep-snapshot). */
const OVERLAP = 1_000
/** NPIs in one step. */
const BATCH = 250
const SWEEP = 2_000

type Running = Permit<'system.run'>

interface State {
  readonly sequence: number
  /** Numbers above `sequence - OVERLAP` that were followed. */
  readonly seen: readonly number[]
  readonly lists: string
  readonly day: Day
  /** Names and addresses of who runs the directory. */
  readonly site: string
  /** While everything is written: the last NPI of it. */
  readonly filledTo?: string
  /** While standings are noted: the last row that was looked at. */
  readonly sweptTo?: { readonly type: FhirType; readonly id: string }
  /** NPIs that point at what appeared or went. */
  readonly waiting: readonly string[]
  /** What was written before the snapshot knew of it, to be judged again when it does. */
  readonly ahead: readonly { readonly sequence: number; readonly npi: string }[]
}

export interface Publishing {
  readonly site: DirectorySite
  readonly words: PartyWords
  /** Asked at every step, because a long run outlives a snapshot. */
  readonly snapshot: () => Snapshot
}

/** Returns how many steps there was work for. */
export async function publishDirectory(db: Db, permit: Running, p: Publishing, now: Date): Promise<number> {
  for (let steps = 0; ; steps++) if (!(await transact(db, (tx) => step(tx, permit, p, now)))) return steps
}

async function step(tx: Db, permit: Running, p: Publishing, now: Date): Promise<boolean> {
  const on = dayIn(siteZone, now)
  const site = JSON.stringify(p.site)
  const state = (await lockPublication(tx, permit)) as State | Record<string, never>
  const lists = await listsInForce(tx, permit)
  const save = async (next: State): Promise<true> => {
    await savePublication(tx, permit, next)
    return true
  }
  const write = (npis: readonly string[]) => rewrite(tx, permit, p, npis, on, now)
  if (!isBegun(state) || state.lists !== lists || state.site !== site) {
    const seen = await latestChanges(tx, permit, OVERLAP)
    await addOwn(tx, permit, p, now)
    return save({ sequence: Math.max(0, ...seen), seen, lists, day: on, site, filledTo: '', waiting: [], ahead: [] })
  }
  if (state.filledTo !== undefined) {
    const npis = await enrolleeNpis(tx, permit, state.filledTo, BATCH)
    const { filledTo: _, ...filled } = state
    if (npis.length === 0) return save(filled)
    await write(npis)
    return save({ ...state, filledTo: npis.at(-1)! })
  }
  const fresh = (await changesSince(tx, permit, Math.max(0, state.sequence - OVERLAP))).filter(
    (c) => !state.seen.includes(c.sequence),
  )
  const known = p.snapshot().version.sequence
  const ready = state.ahead.filter((c) => c.sequence <= known)
  if (fresh.length > 0 || state.waiting.length > 0 || ready.length > 0) {
    const part = fresh.slice(0, BATCH)
    const room = union(state.waiting.slice(0, BATCH), npisOf(ready))
    const appeared = await write(union(npisOf(part), room))
    const pointing = await npisReassigningTo(tx, appeared)
    const sequence = Math.max(state.sequence, ...part.map((c) => c.sequence))
    const numbers = part.map((c) => c.sequence)
    const seen = union(state.seen, numbers).filter((n) => n > sequence - OVERLAP)
    // What waited was written; asking for it again would never end.
    const waiting = union(
      state.waiting.slice(BATCH),
      pointing.filter((npi) => !room.includes(npi)),
    )
    const ahead = [...state.ahead.filter((c) => c.sequence > known), ...part.filter((c) => c.sequence > known)]
    if (part.length > 0) await addOwn(tx, permit, p, now)
    return save({ ...state, sequence, seen, waiting, ahead })
  }
  if (state.day !== on || state.sweptTo) {
    const from = state.day === on ? state.sweptTo : undefined
    const next = await sweep(tx, permit, p.snapshot(), from ?? { type: fhirTypes[0], id: '' }, on, now)
    const { sweptTo: _, ...swept } = state
    return save({ ...swept, day: on, ...(next && { sweptTo: next }) })
  }
  return false
}

const isBegun = (state: State | Record<string, never>): state is State => 'sequence' in state
const npisOf = (changes: readonly { readonly npi: string }[]): readonly string[] => changes.map((c) => c.npi)
const union = <T>(a: readonly T[], b: readonly T[]): readonly T[] => [...new Set([...a, ...b])]

async function rewrite(
  tx: Db,
  permit: Running,
  p: Publishing,
  npis: readonly string[],
  on: Day,
  now: Date,
): Promise<readonly string[]> {
  const parties = await readDirectoryParties(tx, permit, npis, on, p.words)
  const published = parties.flatMap((party) => renderParty(party, p.site))
  return replacePublished(tx, permit, npis, judged(published, p.snapshot(), on), now)
}

/** The agency, its network and its contractors. A contractor that is new must not be pointed at before it is there. */
async function addOwn(tx: Db, permit: Running, p: Publishing, now: Date): Promise<void> {
  const own = siteResources(p.site, await directoryContractors(tx))
  await replacePublished(tx, permit, [], judged(own, p.snapshot(), dayIn(siteZone, now)), now)
}

const judged = (published: readonly Published[], snapshot: Snapshot, on: Day) =>
  published.map((r) => ({ ...r, inForce: inForceOf(snapshot, r.resource.resourceType, r.standing, on) }))

/** One batch of everything, for what began or ended by itself. Returns where to go on; undefined at the end. */
async function sweep(
  tx: Db,
  permit: Running,
  snapshot: Snapshot,
  after: { readonly type: FhirType; readonly id: string },
  on: Day,
  now: Date,
): Promise<State['sweptTo']> {
  const rows = await batchOfDirectory(tx, { type: after.type, after: after.id, limit: SWEEP })
  const changed = rows
    .map((r) => ({ type: r.type, id: r.id, was: r.in_force, inForce: inForceOf(snapshot, r.type, standingOf(r), on) }))
    .filter((r) => r.inForce !== r.was)
  await saveStandings(tx, permit, changed, now)
  if (rows.length === SWEEP) return { type: after.type, id: rows.at(-1)!.id }
  const next = fhirTypes[fhirTypes.indexOf(after.type) + 1]
  return next && { type: next, id: '' }
}
