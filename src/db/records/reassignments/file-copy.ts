/**
 * Confirmed reassignments in the practitioner's file: a next version with one item more, or with the last day of one. What
 * is sealed stays as it was. In the transaction of what both sides confirmed.
 */
import { addDays, type Day, later } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { openVersionOf, type VersionFile } from '../../queries/enrollment/enrollment-versions.ts'
import { insertNextVersion } from '../enrollment/enrollments.ts'

type Answers = Readonly<Record<string, unknown>>
export interface CopiedGroup {
  readonly npi: string
  readonly name: string
  readonly enrollmentId: string
}
const SECTION = 'reassignments'

/** The newest version with its two halves apart; undefined where the record holds no file. */
async function newest(tx: Db, enrollmentId: string) {
  const row = await open(tx)
    .selectFrom('enrollment_version')
    .selectAll()
    .where('enrollment_id', '=', enrollmentId)
    .where('known_to', 'is', null)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const clear = row.answers as VersionFile
  const { file } = openVersionOf(tx, row)
  // What the opened file has more than the clear half is what was sealed.
  const sealed = Object.entries(file).flatMap(([id, items]) => {
    const more = items.flatMap((item) => {
      const known = clear[id]?.find((i) => i.id === item.id)?.answers ?? {}
      const rest = Object.entries(item.answers).filter(([name]) => !(name in known))
      return rest.length > 0 ? [{ id: item.id, answers: Object.fromEntries(rest) }] : []
    })
    return more.length > 0 ? [[id, more] as const] : []
  })
  return { clear, restricted: Object.fromEntries(sealed), from: row.effective_from }
}

/** Adds the group to the file from a day on; nothing when the file names it without a last day already. */
export async function copyToFile(tx: Db, enrollmentId: string, group: CopiedGroup, from: Day, at: Date): Promise<void> {
  const version = await newest(tx, enrollmentId)
  if (!version) return
  const items = version.clear[SECTION] ?? []
  if (items.some((i) => i.answers.npi === group.npi && !i.answers.endsOn)) return
  const [business] = version.clear.business ?? []
  const paid = business?.answers.paidThrough === 'own-practice' ? 'both' : business?.answers.paidThrough
  const item = {
    id: `handshake-${group.npi}-${from}`,
    answers: { to: 'organization', legalName: group.name, npi: group.npi, startsOn: from, ...(await known(tx, group)) },
  }
  const open = {
    ...version.clear,
    ...(business && { business: [{ ...business, answers: { ...business.answers, paidThrough: paid } }] }),
    [SECTION]: [...items, item],
  }
  await insertNextVersion(
    tx,
    enrollmentId,
    { effectiveFrom: later(from, version.from), open, restricted: version.restricted, applicationId: undefined },
    at,
  )
}

/** Writes the last day into the file, from the day after it. */
export async function endInFile(tx: Db, enrollmentId: string, npi: string, endsOn: Day, at: Date): Promise<void> {
  const version = await newest(tx, enrollmentId)
  const items = version?.clear[SECTION] ?? []
  if (!version || !items.some((i) => i.answers.npi === npi && !i.answers.endsOn)) return
  const ended = items.map((i) =>
    i.answers.npi === npi && !i.answers.endsOn ? { ...i, answers: { ...i.answers, endsOn } } : i,
  )
  await insertNextVersion(
    tx,
    enrollmentId,
    {
      effectiveFrom: later(addDays(endsOn, 1), version.from),
      open: { ...version.clear, [SECTION]: ended },
      restricted: version.restricted,
      applicationId: undefined,
    },
    at,
  )
}

/** What the group's own record says, so that nobody has to type it later: its EIN and its first place. */
async function known(tx: Db, group: CopiedGroup): Promise<Answers> {
  const version = await newest(tx, group.enrollmentId)
  const { ein } = version?.clear.organization?.[0]?.answers ?? {}
  const { line1, line2, city, state, zip } = version?.clear['practice-locations']?.[0]?.answers ?? {}
  const all = { ein, line1, line2, city, state, zip }
  return { ...Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined)), second: false }
}
