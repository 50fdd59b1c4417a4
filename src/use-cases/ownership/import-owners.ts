/**
 * Adds the owners and managers of a file in the All-Owners layout to a draft, as somebody would type them: a party
 * once with all its roles, an answer for every row, nothing changed that is there. What the files do not have (tax
 * numbers, birth dates) stays open and keeps the task unfinished.
 */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { saveItem } from '#db/records/application/application-items.ts'
import { lockApplication, touchApplication } from '#db/records/application/applications.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import type { OwnerRow, RowProblem } from '#domain/ownership/all-owners.ts'
import { nameKey } from '#domain/party/name-key.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { applicationForm } from '#forms/application-form.ts'
import { parseAnswers, splitRestricted } from '#forms/kit/answers.ts'
import { type Form, sectionOf } from '#forms/kit/form.ts'
import { ONLY_ITEM, type Section } from '#forms/kit/section.ts'
import { ownershipOf } from '#forms/ownership.ts'
import { ownerTarget, typedOwner } from '#forms/shared/organization/owner-rows.ts'
import { readOwnersFile } from '#outside/sources/owners-file.ts'
import { mayEdit } from '../application/save-section.ts'

export const MOST_ROWS = 2_000

export interface ImportedRow {
  readonly line: number
  readonly owner: string
  /** Empty when the row was added, by itself or to the party of a row before. */
  readonly problems: readonly (RowProblem | 'not-here' | 'already-there' | 'not-a-record')[]
}

interface Gathered {
  readonly section: Section
  readonly typed: Record<string, string>
}

/** Refuses `not-editable`, `not-pinned`, `too-many-items`, and what `readOwnersFile` refuses. */
export const importOwners = (
  db: Db,
  permit: Permit<'application.edit'>,
  bytes: Uint8Array,
  now: Date,
): Promise<Result<readonly ImportedRow[]>> =>
  transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const header = await findApplication(tx, permit)
    const today = dayIn(header.contractorZone, now)
    const read = readOwnersFile(bytes, today)
    if (!read.ok) return read
    if (read.value.length > MOST_ROWS) return refuse({ code: 'too-many-items', with: { max: MOST_ROWS } })
    const form = applicationForm(header)
    const file = await findFile(tx, permit)
    const there = new Set((ownershipOf(header.form, file)?.parties ?? []).map((p) => nameKey(p.name)))
    const gathered = new Map<string, Gathered>()
    const answers = read.value.map(({ line, row }): ImportedRow => {
      if (!row) return { line, owner: '', problems: ['not-a-record'] }
      const owner = row.name
      if (row.problems.length > 0) return { line, owner, problems: row.problems }
      if (there.has(nameKey(row.name))) return { line, owner, problems: ['already-there'] }
      return gather(gathered, form, row, nursingFacility(file))
        ? { line, owner, problems: [] }
        : { line, owner, problems: ['not-here'] }
    })
    const sections = new Set([...gathered.values()].map((g) => g.section))
    for (const { id } of sections) {
      const may = await mayEdit(tx, permit, locked, id)
      if (!may.ok) return may
    }
    for (const section of sections) {
      const added = [...gathered.values()].filter((g) => g.section === section).length
      if ((file[section.id]?.length ?? 0) + added > (section.repeats?.max ?? 0))
        return refuse({ code: 'too-many-items', with: { max: section.repeats?.max ?? 0 } })
      const { when } = section
      // The question whether there are any is answered by adding some.
      if (when?.section === 'owners' && file.owners?.[0]?.answers.any !== true) {
        const seenVersion = file.owners?.[0]?.version
        const any = { sectionId: 'owners', itemId: ONLY_ITEM, open: { any: true }, restricted: {}, seenVersion }
        const saved = await saveItem(tx, locked.id, any, permit.actor, now)
        if (!saved.ok) return saved
      }
    }
    for (const { section, typed } of gathered.values()) await add(tx, permit, locked.id, section, typed, today, now)
    if (gathered.size > 0) await touchApplication(tx, locked.id, now, header.prefilled)
    return ok(answers)
  })

const nursingFacility = (file: Readonly<Record<string, readonly { readonly answers: object }[]>>): boolean =>
  (file.enrollment?.[0]?.answers as { provider?: unknown } | undefined)?.provider === 'skilled-nursing'

/** False when the form does not ask for the role of such a party. */
function gather(all: Map<string, Gathered>, form: Form, row: OwnerRow, nursing: boolean): boolean {
  const target = ownerTarget(form.id, row, nursing)
  const section = target && sectionOf(form, target.section)
  if (!section) return false
  const key = `${section.id} ${row.ownerAssociateId || nameKey(row.name)}`
  const before = all.get(key)?.typed
  all.set(key, { section, typed: typedOwner(row, target.role, before) })
  return true
}

async function add(
  tx: Db,
  permit: Permit<'application.edit'>,
  applicationId: string,
  section: Section,
  typed: Readonly<Record<string, string>>,
  today: Day,
  now: Date,
): Promise<void> {
  // Unfinished answers stay, as those of somebody who stopped in the middle; what is wrong is left out.
  const { answers } = parseAnswers(section, typed, today)
  const item = {
    sectionId: section.id,
    itemId: randomUUID(),
    ...splitRestricted(section, answers),
    seenVersion: undefined,
  }
  await saveItem(tx, applicationId, item, permit.actor, now)
}
