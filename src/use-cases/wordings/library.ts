/** The library of wordings as a contractor has it: what the product carries, and what its supervisors changed or added. */
import type { Db } from '#db/db.ts'
import { listWordingVersions, type StoredWording } from '#db/queries/application/wordings.ts'
import { insertWording } from '#db/records/application/wordings.ts'
import type { Permit, Subject } from '#domain/access/policy.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import { developmentLibrary } from '#words/en/desk/development-library.ts'

export interface LibraryWording {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly cite: string
  /** 1 is the product's own, or the first of one that was added here. */
  readonly version: number
  readonly retired: boolean
  readonly changedBy: string | undefined
  readonly versions: readonly StoredWording[]
}

/** Everything, also what is not offered any more. */
export async function everyWording(db: Db, contractorId: string): Promise<readonly LibraryWording[]> {
  const versions = Map.groupBy(await listWordingVersions(db, contractorId), (v) => v.id)
  const own = developmentLibrary.map((l) => ({ ...l, version: 1, retired: false, changedBy: undefined }))
  const ids = new Set([...own.map((l) => l.id), ...versions.keys()])
  return [...ids].map((id): LibraryWording => {
    const all = versions.get(id) ?? []
    const last = all.at(-1)
    const carried = own.find((l) => l.id === id)
    return last ? { ...last, text: last.words, versions: all } : { ...carried!, versions: all }
  })
}

/** What an analyst of the contractor is offered. */
export async function wordingLibrary(
  db: Db,
  permit: { readonly subject: Subject },
): Promise<readonly LibraryWording[]> {
  const all = await everyWording(db, permit.subject.contractorId ?? '')
  return all.filter((l) => !l.retired)
}

export interface WordingChange {
  readonly id: string
  readonly label: string
  readonly words: string
  readonly cite: string
  readonly retired: boolean
  /** The version that the page was drawn from; 0 for one that is new. */
  readonly seenVersion: number
}
const longest = { id: 40, label: 100, words: 1000, cite: 100 } as const

/** Refuses with `required`, `too-long`, `not-a-choice` for a short name that is none, `wording-in-use` or `stale`. */
export async function changeWording(
  db: Db,
  permit: Permit<'wording.manage'>,
  change: WordingChange,
  now: Date,
): Promise<Result<null>> {
  const { seenVersion, ...wording } = change
  const problems = (['id', 'label', 'words', 'cite'] as const).flatMap((at): readonly Problem[] => {
    const said = wording[at].trim()
    if (said === '') return [{ code: 'required', at }]
    return said.length > longest[at] ? [{ code: 'too-long', at, with: { max: longest[at] } }] : []
  })
  const [problem, ...more] = problems
  if (problem) return refuse(problem, ...more)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(wording.id)) return refuse({ code: 'short-name', at: 'id' })
  const there = (await everyWording(db, permit.subjectId)).find((l) => l.id === wording.id)
  if (seenVersion === 0 && there) return refuse({ code: 'wording-in-use', at: 'id' })
  if ((there?.version ?? 0) !== seenVersion) return refuse({ code: 'stale' })
  const text = { label: wording.label.trim(), words: wording.words.trim(), cite: wording.cite.trim() }
  const done = await insertWording(db, permit, { ...wording, ...text, version: seenVersion + 1 }, now)
  return done ? ok(null) : refuse({ code: 'stale' })
}
