/** What each row of a roster is answered, given what the record knows. Pure: the look before sending and the sending agree. */
import type { RosterEnrollment, RosterPerson } from '#db/queries/reassignments/roster-people.ts'
import type { RosterAnswer, RowAnswer } from '#domain/reassignment/roster-answer.ts'
import type { ReadRow } from '#domain/reassignment/roster-row.ts'

/** Both undefined for a group that is not enrolled here: then no contractor is another one. */
export interface RosterGroup {
  readonly contractorId: string | undefined
  readonly state: string | undefined
}

/** In the order of the file. */
export function judgeRoster(
  rows: readonly ReadRow[],
  people: ReadonlyMap<string, RosterPerson>,
  group: RosterGroup,
): readonly RosterAnswer[] {
  const seen = new Set<string>()
  return rows.map((row): RosterAnswer => {
    const { line, npi, lastName, startsOn } = row
    const base = { line, npi, startsOn, ...(lastName && { lastName }) }
    const typed = row.enrollmentId ? { enrollmentId: row.enrollmentId } : {}
    if (row.wrong) return { ...base, ...typed, answer: row.wrong }
    const key = `${npi}|${row.enrollmentId}`
    if (seen.has(key)) return { ...base, ...typed, answer: 'twice-in-file' }
    seen.add(key)
    const person = people.get(npi)
    if (!person) return { ...base, ...typed, answer: 'not-known' }
    const known = { ...base, name: person.name, enrolleeId: person.enrolleeId }
    if (lastName && !namesAgree(lastName, person.name)) return { ...known, ...typed, answer: 'name-differs' }
    const picked = pick(person, row.enrollmentId, group)
    if (typeof picked === 'string') return { ...known, ...typed, answer: picked }
    const answer = picked.reassigned ? 'already-reassigned' : picked.asked ? 'already-asked' : 'proposes'
    return { ...known, enrollmentId: picked.id, answer, ...(!person.hasAccount && { noAccount: true }) }
  })
}

/** Whoever orders only, opted out, was revoked or withdrew has nothing to reassign (42 CFR 424.80, 424.507, 405.420). */
const mayReassign = (e: RosterEnrollment): boolean =>
  e.form === 'CMS-855I' && !['revoked', 'withdrawn', 'opted-out'].includes(e.status)

function pick(p: RosterPerson, typed: string, group: RosterGroup): RosterEnrollment | RowAnswer {
  if (p.enrollments.length === 0) return 'not-enrolled'
  if (typed) {
    const named = p.enrollments.find((e) => e.id === typed)
    if (!named) return 'enrollment-not-theirs'
    if (!mayReassign(named)) return 'cannot-reassign'
    return isNear(named, group) ? named : 'other-contractor'
  }
  const able = p.enrollments.filter(mayReassign)
  if (able.length === 0) return 'cannot-reassign'
  const near = able.filter((e) => isNear(e, group))
  if (near.length === 0) return 'other-contractor'
  const here = near.filter((e) => e.state === group.state)
  const [one, another] = here.length > 0 ? here : near
  return one && !another ? one : 'several-enrollments'
}

const isNear = (e: RosterEnrollment, { contractorId }: RosterGroup): boolean =>
  contractorId === undefined || e.contractorId === contractorId

/** The last name of the file is part of the name on record, whatever the case, accents and hyphens. */
function namesAgree(last: string, name: string): boolean {
  const plain = (s: string) =>
    ` ${s
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()} `
  return plain(name).includes(plain(last))
}
